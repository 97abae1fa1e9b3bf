import type { YearDay, YearDays } from './meaning';
import type { Moment, Span } from './spans';
import type { Week } from './week';

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Weeks in `opening_hours` syntax: that of the whole year first, for the others override it. */
export function writeHours(weeks: readonly Week[], closedDates: readonly YearDays[]): string {
  const ordered = [...weeks].sort((a, b) => Number(!!a.dates) - Number(!!b.dates));
  const rules = ordered.map(writeWeek).filter((rule) => rule !== '');
  if (closedDates.length > 0) rules.push(`${closedDates.map(writeDates).join(',')} off`);
  return rules.join('; ');
}

const weekend = [5, 6];

/** Rules of the weekend after that of the holidays, which they override. */
function writeWeek(week: Week): string {
  const { days, keepsWeekends } = week;
  if (!keepsWeekends || !weekend.some((day) => days[day])) return writeDaysOf(week);
  const only = (kept: (day: number) => boolean) =>
    days.map((one, day) => (kept(day) ? one : undefined));
  const { holidays: _, ...rest } = week;
  const weekdays = writeDaysOf({ ...week, days: only((day) => day < 5) });
  const weekends = writeDaysOf({ ...rest, closed: [], days: only((day) => day >= 5) });
  return `${weekdays}${runsOver(days) ? ',' : ';'} ${weekends}`;
}

function runsOver(days: Week['days']): boolean {
  return days.some((spans) => spans?.some(({ to }) => typeof to === 'number' && to > 1440));
}

function writeDaysOf({ dates, days, holidays, closed }: Week): string {
  const season = dates === undefined ? '' : `${dates.map(writeDates).join(',')} `;
  const groups = new Map<string, number[]>();
  days.forEach((spans, day) => {
    if (!spans) return;
    const times = spans.map(writeSpan).join(',');
    groups.set(times, [...(groups.get(times) ?? []), day]);
  });
  const isAlways = groups.size === 1 && groups.get('00:00-24:00')?.length === 7;
  if (isAlways && dates === undefined)
    groups.set('24/7', [0, 1, 2, 3, 4, 5, 6]).delete('00:00-24:00');
  // A rule behind ";" ends the hours after midnight of the evening before; behind "," they go on.
  const open = [...groups].map(([times, list]) => `${season}${writeDays(list)}${times}`);
  const rules = [open.join(runsOver(days) ? ', ' : '; ')];
  for (const { days: bits, nths } of closed) {
    rules.push(
      `${season}${dayNames
        .filter((_, day) => bits & (1 << day))
        .map((name) => `${name}[${nths.join(',')}]`)
        .join(',')} off`,
    );
  }
  if (holidays !== undefined) rules.push(`${season}PH ${writeHolidays(holidays)}`);
  return rules.filter((rule) => rule !== '').join('; ');
}

function writeHolidays(holidays: NonNullable<Week['holidays']>): string {
  if (holidays === 'off') return 'off';
  return 'unknown' in holidays
    ? `unknown "${holidays.unknown}"`
    : (holidays as readonly Span[]).map(writeSpan).join(',');
}

/** Days as ranges, also over the end of the week; nothing for all of them. */
function writeDays(days: readonly number[]): string {
  if (days.length === 7) return '';
  // Su-Th is usual; Fr-We for all but one day is not.
  const isRing = days.length < 6;
  const has = (day: number) => days.includes(isRing ? (day + 7) % 7 : day);
  const parts = days
    .filter((day) => !has(day - 1))
    .map((start) => {
      let end = start;
      while (has(end + 1)) end++;
      const [from, to] = [dayNames[start]!, dayNames[end % 7]!];
      return end === start ? from : `${from}${end === start + 1 ? ',' : '-'}${to}`;
    });
  return `${parts.join(',')} `;
}

function writeSpan({ from, to }: Span): string {
  return `${writeMoment(from)}-${writeMoment(to)}`;
}

function writeMoment(moment: Moment): string {
  if (typeof moment === 'string') return moment;
  const minutes = moment > 1440 ? moment - 1440 : moment;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function writeDates({ from, to }: YearDays): string {
  const start = writeDate(from);
  const isOne = from.month === to.month && from.day === to.day && from.year === to.year;
  return isOne ? start : `${start}-${writeDate(to)}`;
}

function writeDate({ year, month, day }: YearDay): string {
  return [year, monthNames[month - 1], day === undefined ? undefined : two(day)]
    .filter((part) => part !== undefined)
    .join(' ');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
