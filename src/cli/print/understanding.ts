import type { Setting } from '../hours/setting';
import type { Meaning, Understanding } from '../hours/understand';
import type { Output } from '../output';
import { inkOf } from './table';
import { padded, printable, width } from './text';
import { drawWeek } from './week';
import { timesText, weekdayNames, weekText } from './week-words';

const labels = {
  zh: {
    hours: '读作',
    guess: '猜作',
    confidence: '可信度',
    notUnderstood: '没有读懂',
    unused: '未用',
    doubts: '存疑',
    problems: '说不准',
    state: '状态',
    from: '自',
    exceptions: '例外',
    holidays: '节假日',
    sun: '日照',
  },
  en: {
    hours: 'read as',
    guess: 'guess',
    confidence: 'confidence',
    notUnderstood: 'not understood',
    unused: 'not used',
    doubts: 'doubts',
    problems: 'unknown',
    state: 'state',
    from: 'from',
    exceptions: 'except',
    holidays: 'holidays',
    sun: 'sun',
  },
};

const sunText = {
  zh: '时间随日出日落变化，图为本周',
  en: 'times move with the sun; drawn is this week',
};
const holidaysText = {
  zh: (until: string | undefined) =>
    until === undefined ? '当地节假日未知，相关日子时间未知' : `已知到 ${until}，此后未知`,
  en: (until: string | undefined) =>
    until === undefined
      ? 'nobody said which days they are; where it matters, hours are unknown'
      : `known until ${until}, unknown after`,
};

/** More of them tell a person nothing; `--format json` has all. */
const mostLines = 6;
const mostDays = 8;

/** What was understood, as a person reads it. */
export function understandingText(result: Understanding, setting: Setting, output: Output): string {
  const { isUnderstood, hours, confidence, unused, doubts, meaning, text } = result;
  const label = labels[output.locale];
  const ink = inkOf(output);
  const facts: [string, string][] = [];
  if (isUnderstood) facts.push([label.hours, hours!]);
  else if (hours !== undefined) facts.push([label.guess, hours]);
  facts.push([
    label.confidence,
    isUnderstood ? `${confidence}` : `${confidence}, ${label.notUnderstood}`,
  ]);
  for (const part of unused) facts.push([label.unused, `“${part}”`]);
  for (const doubt of doubts) facts.push([label.doubts, doubt]);
  for (const { reason, at } of meaning?.problems ?? []) {
    facts.push([label.problems, `${reason} (“${hours!.slice(at, at + 20)}”)`]);
  }
  const head = [ink.bold(printable(text)), ...lines(facts)];
  if (meaning === undefined) return `${head.join('\n')}\n`;
  const week = drawWeek(meaning.seasons[0]!.week, meaning.holidays, output);
  return `${[...head, '', ...week, '', ...lines(moreFacts(meaning, setting, output.locale))].join('\n')}\n`;
}

function moreFacts(
  meaning: Meaning,
  { options, date, time, weekday }: Setting,
  locale: 'zh' | 'en',
): [string, string][] {
  const label = labels[locale];
  const facts: [string, string][] = [
    [label.state, `${meaning.state} (${date} ${weekdayNames[locale][weekday]} ${time})`],
  ];
  const seasons = meaning.seasons.slice(1);
  for (const { from, week } of seasons.slice(0, mostLines)) {
    facts.push([label.from, `${from}: ${weekText(week, locale, meaning.isSunny)}`]);
  }
  if (seasons.length > mostLines) facts.push(['', `… +${seasons.length - mostLines}`]);
  for (const { days, ...day } of meaning.exceptions.slice(0, mostLines)) {
    const shown = days.slice(0, mostDays).join(', ') + (days.length > mostDays ? ', …' : '');
    facts.push([label.exceptions, `${timesText(day, locale)}: ${shown}`]);
  }
  const rest = meaning.exceptions.length - mostLines;
  if (rest > 0) facts.push(['', `… +${rest}`]);
  if (meaning.holidays.some(({ kind }) => kind === 'PH')) {
    facts.push([label.holidays, holidaysText[locale](options.holidays?.until)]);
  }
  if (meaning.isSunny) facts.push([label.sun, sunText[locale]]);
  return facts;
}

function lines(facts: readonly [string, string][]): string[] {
  const widest = Math.max(...facts.map(([label]) => width(label)));
  return facts.map(([label, text]) => `${padded(label, widest, 'left')}  ${printable(text)}`);
}
