import { clockText, type Run } from '../hours/runs';
import type { Day } from '../hours/week';

export type Locale = 'zh' | 'en';

export const weekdayNames = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
};
const joint = { zh: '至', en: '-' };
const comma = { zh: '、', en: ',' };
const closed = { zh: '休息', en: 'closed' };
const states = {
  zh: { open: '', closed: ' 休息', unknown: ' 未知' },
  en: { open: '', closed: ' closed', unknown: ' unknown' },
};

/** A day's times: `09:00-11:30, 13:30-17:00`. */
export function timesText({ runs }: Pick<Day, 'runs'>, locale: Locale): string {
  if (runs.length === 0) return closed[locale];
  return runs.map((run) => runText(run, locale)).join(', ');
}

function runText({ from, until, state, comment }: Run, locale: Locale): string {
  const remark = comment === undefined ? '' : ` "${comment}"`;
  const isWholeDay = from === 0 && until === 1440;
  if (isWholeDay && state !== 'open') return states[locale][state].trimStart() + remark;
  return `${clockText(from)}-${clockText(until)}${states[locale][state]}${remark}`;
}

/** Weekdays, 0 for Monday, ascending: `Mo-We,Fr`. */
export function weekdaysText(weekdays: readonly number[], locale: Locale): string {
  const rows: number[][] = [];
  for (const weekday of weekdays) {
    const row = rows[rows.length - 1];
    if (row?.[row.length - 1] === weekday - 1) row.push(weekday);
    else rows.push([weekday]);
  }
  const names = weekdayNames[locale];
  return rows
    .map((row) =>
      [...new Set([row[0]!, row[row.length - 1]!])].map((day) => names[day]).join(joint[locale]),
    )
    .join(comma[locale]);
}

/**
 * A week on one line: `Mo-Fr 09:00-17:00; Sa-Su closed`.
 *
 * @param isSunny times move from day to day: those of the first stand for all that are alike but for that
 */
export function weekText(week: readonly Day[], locale: Locale, isSunny: boolean): string {
  const groups = new Map<string, { times: string; weekdays: number[] }>();
  week.forEach((day, weekday) => {
    const times = timesText(day, locale);
    const key = isSunny ? day.runs.map(({ state }) => state).join() : times;
    const about = isSunny && day.runs.length > 0 ? '~' : '';
    const group = groups.get(key) ?? { times: about + times, weekdays: [] };
    group.weekdays.push(weekday);
    groups.set(key, group);
  });
  const all = [...groups.values()];
  if (all.length === 1) return all[0]!.times;
  return all.map(({ times, weekdays }) => `${weekdaysText(weekdays, locale)} ${times}`).join('; ');
}
