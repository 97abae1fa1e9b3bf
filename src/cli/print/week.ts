import type { DayPlan, OpeningState } from '../../dataset/schedule/schedule';
import { clockText } from '../hours/runs';
import type { Day, Holiday } from '../hours/week';
import type { Output } from '../output';
import { inkOf } from './table';
import { padded, printable, width } from './text';
import { timesText, weekdayNames, weekdaysText } from './week-words';

const holidayNames = {
  zh: { PH: '节假日', SH: '学校假期' },
  en: { PH: 'PH', SH: 'SH' },
};

const perDay = 1440;
/** A terminal narrower than this gets an hour in each cell, others half an hour. */
const narrow = 80;

/** A week drawn: a bar for each day, with its times beside it, and for holidays where they differ. */
export function drawWeek(
  week: readonly Day[],
  holidays: readonly Holiday[],
  output: Output,
): string[] {
  const { locale, columns, blocks } = output;
  const cells = columns !== undefined && columns < narrow ? 24 : 48;
  const ink = inkOf(output);
  const rows: [label: string, day: Day][] = [
    ...week.map((day, i): [string, Day] => [weekdayNames[locale][i]!, day]),
    ...holidays.map((day): [string, Day] => [holidayLabel(day, locale), day]),
  ];
  const widest = Math.max(...rows.map(([label]) => width(label)));
  const lines = rows.map(([label, day]) => {
    const bar = barOf(day.plan, cells, blocks);
    return `${padded(label, widest, 'left')}  ${bar}  ${printable(dayText(day, locale))}`;
  });
  return [ink.dim(`${' '.repeat(widest)}  ${scale(cells)}`), ...lines];
}

/** Where the bar begins with the end of the night before, the text does so, too: `…-02:00`. */
function dayText(day: Day, locale: 'zh' | 'en'): string {
  const { starts, states } = day.plan;
  const [first] = day.runs;
  const goesOn = states[0] !== 'closed' && starts.length > 1 && first?.from !== 0;
  const night = goesOn ? [`…-${clockText(starts[1]!)}`] : [];
  const own = first === undefined && goesOn ? [] : [timesText(day, locale)];
  return [...night, ...own].join(', ');
}

function holidayLabel({ kind, weekdays }: Holiday, locale: 'zh' | 'en'): string {
  const name = holidayNames[locale][kind];
  return weekdays.length === 7 ? name : `${name} ${weekdaysText(weekdays, locale)}`;
}

/** The hours above the bars, each at the cell where it starts. */
function scale(cells: number): string {
  const step = cells === 48 ? 3 : 6;
  let text = '';
  for (let hour = 0; hour <= 24; hour += step) {
    text = text.padEnd((hour * cells) / 24) + hour;
  }
  return text;
}

function barOf(plan: DayPlan, cells: number, blocks: boolean): string {
  const half = perDay / cells / 2;
  return Array.from({ length: cells }, (_, i) => {
    const first = stateIn(plan, (2 * i + 0.5) * half);
    const second = stateIn(plan, (2 * i + 1.5) * half);
    return blocks ? blockOf(first, second) : asciiOf(first, second);
  }).join('');
}

function stateIn({ starts, states }: DayPlan, minute: number): OpeningState {
  let run = starts.length - 1;
  while (starts[run]! > minute) run--;
  return states[run]!;
}

function blockOf(first: OpeningState, second: OpeningState): string {
  if (first === 'open') return second === 'open' ? '█' : '▌';
  if (second === 'open') return '▐';
  return first === 'unknown' || second === 'unknown' ? '░' : '·';
}

function asciiOf(first: OpeningState, second: OpeningState): string {
  if (first === 'open' || second === 'open') return '#';
  return first === 'unknown' || second === 'unknown' ? '?' : '.';
}
