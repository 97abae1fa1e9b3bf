import type { Clock, Meaning } from './meaning';
import { everyDay } from './meaning';
import { numeral, readNumeral } from './numerals';

/** How a shape of characters is read; `undefined` when it is something else after all. */
interface Shape {
  readonly pattern: RegExp;
  read(parts: readonly (string | undefined)[]): Meaning | undefined;
}

const dayOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'一二三四五六日'].map((name, day) => [name, day])),
  天: 6,
  末: 6,
  ...Object.fromEntries([...'1234567'].map((name, day) => [name, day])),
};

/** What follows a numeral that is no day: a unit, or more of a number. */
const noDay = '(?![点时刻月号十楼层次出落间分元期])';
const chineseDays = `[一二三四五六日天]${noDay}`;

const nth = '(?:第[一二三四五1-5]个?|最后一?个?)';
const ordinal = '(?:first|second|third|fourth|last|1st|2nd|3rd|4th)';
const englishDays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** As far as nothing in it may be a day, a time or a closure. */
const address =
  '(?:地址|地点|位置|address) ?:? ?(?:(?![周休闭停不除假期点节月半每早晚:a-z]|星期|礼拜|工作日|全[天年]|[上下中]午|开[放馆门]|营业|服务|办[公理]|接待|运营|时[间段]|\\d{1,2} ?(?:[:.时点-]|小时)|\\d{4})[^,;\\n()])+';

/** Tried in this order at each place, before the words. */
export const shapes: readonly Shape[] = [
  // All of the day, and lengths of time, which are no time of the day.
  shape('7 ?天? ?[x×*] ?24 ?(?:小时|h|hrs|hours?)?|24 ?[x×*] ?7', () => ({ kind: 'allDay' })),
  shape(
    '(?<!\\d[:.]?)(?:24|二十四|廿四) ?(?:个)?(?:小时|h(?![a-z\\d/])|hrs?(?![a-z])\\.?|hours?(?![a-z])|-hours?|-?std|часа)(?: (?:a day|per day|daily|access|/ ?day))?(?:制|全天候?)?',
    () => ({ kind: 'allDay' }),
  ),
  shape('(?:全年|一年)? ?365 ?[天日]', () => ({ kind: 'days', days: everyDay })),
  shape(`${numeral} ?个?(?:小时|分钟|周|个月|平方米|米|平米|㎡)`, ([all]) =>
    /米|㎡/.test(all!) ? { kind: 'label' } : undefined,
  ),
  shape('约\\d{1,4} ?(?:平方米|平米|米)', () => ({ kind: 'label' })),
  shape(
    '(?:(?:咨询|联系|服务)?(?:电话|热线|手机)|tel|phone) ?[:.]? ?\\+?\\d[\\d -]{5,15}\\d',
    () => ({
      kind: 'label',
    }),
  ),
  shape('1[3-9]\\d{9}(?!\\d)|0\\d{2,3}-?[2-9]\\d{6,7}(?!\\d)', () => ({ kind: 'label' })),
  shape(address, () => ({ kind: 'label' })),

  // Words that are such only beside a time.
  shape('朝(?=[一二三四五六七八九十\\d]{1,2}晚)', () => ({ kind: 'part', part: 'morning' })),
  shape('(?<![\\u4e00-\\u9fff])中(?=[ :]{0,2}\\d)', () => ({ kind: 'part', part: 'noon' })),
  shape('上[、/]?下午(?:分别)?[为是]?', () => ({ kind: 'filler' })),
  shape('第[一二三四1-4]个?(?:时段|时间段)|时段[一二三四1-4](?!\\d|:\\d\\d(?!:)|点)', () => ({
    kind: 'label',
  })),

  // Dates.
  shape(`(20[0-4]\\d)(?:年| )?(${numeral})月(${numeral})[日号]?`, ([, year, month, day]) =>
    date(month, day, year),
  ),
  shape(
    `(${numeral})月(?:份)?(?:至|到|-)(${numeral})月(?:份)?(?!${numeral}[日号])`,
    ([, from, to]) => dates(from, undefined, to),
  ),
  shape(
    `(${numeral})(?:至|到|-)(${numeral})月(?:份)?(?!\\d{1,2}(?!\\d|[:点时.]))`,
    ([, from, to]) => dates(from, undefined, to),
  ),
  shape(`(${numeral})月(${numeral})[日号]?(?:至|到|-)(${numeral})[日号]`, ([, month, from, to]) =>
    dates(month, from, month, to),
  ),
  shape(`(${numeral})月(${numeral})(?! ?[:点时.])[日号]?`, ([, month, day]) => date(month, day)),
  shape(`(${numeral})月(?:份|底|末)?`, ([all, month]) =>
    /[底末]$/.test(all!) ? undefined : date(month),
  ),

  // Days of the week.
  shape(
    `每个?月的?(${nth}(?:(?:[、,]|和|及|与)(?:${nth}|[一二三四五1-5]个?))*)的?(?:周|星期|礼拜)([一二三四五六日天])`,
    ([, nths, day]) => ({ kind: 'nthDay', days: 1 << dayOf[day!]!, nths: nthsIn(nths!) }),
  ),
  shape(
    `(?:the )?(${ordinal}(?:(?:, | and | & |, and )(?:the )?${ordinal})*) (mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:nesday|rsday|sday|urday|day)?s?(?![a-z])(?: (?:of|in|each|every|per|a)(?: the| each| every)? month)?(?! (?:of|in))`,
    ([, nths, day]) => ({
      kind: 'nthDay',
      days: 1 << englishDays.indexOf(day!.slice(0, 2)),
      nths: nthsIn(nths!),
    }),
  ),
  shape(
    `(?:下)?(?:周|星期|礼拜) ?([一二三四五六日天](?:${chineseDays})*|[1-7]+(?![\\d:.点时月]))`,
    ([all, days]) => (all!.startsWith('下') ? undefined : listed(days!)),
  ),
  shape('\\( ?(?:周|星期)?([一二三四五六日]+) ?\\)', ([, days]) => listed(days!)),

  // Clock times.
  shape(`(${numeral}) ?[点时](?!间|段|长)(?:整|(半)|([一三])刻|(${numeral})分?)?`, chineseClock),
  shape('(\\d{1,2}) ?:{1,2} ?(\\d{2})(?: ?: ?[0-5]\\d)?(?!\\d)', ([, hour, minute]) =>
    clock(hour!, minute!),
  ),
  shape('(\\d{1,2})(?: ?; ?(00|30)|[.] ?([0-5]\\d))(?![\\d:]|[.]\\d)', ([, hour, a, b]) =>
    clock(hour!, (a ?? b)!),
  ),
  shape('(\\d{1,2}) ?h ?([0-5]\\d)(?:min|mn|m)?(?![a-z\\d])', ([, hour, minute]) =>
    clock(hour!, minute!),
  ),
  shape('([01]\\d|2[0-4])([0-5][05])(?!\\d|[.:]\\d|年)', ([, hour, minute]) =>
    clock(hour!, minute!),
  ),
  shape('([1-9])([0-5]0|[0-5]5)(?= ?[ap]\\.?m)', ([, hour, minute]) => clock(hour!, minute!)),

  shape('(\\d{1,2})(st|nd|rd|th)?(?!\\d)', ([, value, ordinal]) =>
    ordinal === undefined
      ? { kind: 'number', value: Number(value) }
      : { kind: 'number', value: Number(value), ordinal: true },
  ),
  shape(`(?<![早朝][一二三四五六七八九十]晚)([一二三四五六日天])${noDay}`, ([, day]) => ({
    kind: 'dayNumeral',
    day: dayOf[day!]!,
  })),
];

/** A number in Chinese that stands alone: only after a part of the day (早九晚五) is it an hour. */
export const hourNumeral = new RegExp(`(${numeral})(?!月|日|号)`, 'y');

function shape(pattern: string, read: Shape['read']): Shape {
  return { pattern: new RegExp(pattern, 'y'), read };
}

function listed(names: string): Meaning {
  let days = 0;
  for (const name of names) days |= 1 << dayOf[name]!;
  return { kind: 'days', days: days & everyDay };
}

/** 第一、三个, first and third: their numbers, rising; -1 is the last. */
function nthsIn(words: string): number[] {
  const names = words.match(/最后一?|[一二三四五1-5]|first|second|third|fourth|last/g);
  const numbers = (names ?? []).map((name) => {
    if (name.startsWith('最后') || name === 'last') return -1;
    const english = ['first', 'second', 'third', 'fourth'].indexOf(name);
    return english < 0 ? dayOf[name]! + 1 : english + 1;
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function chineseClock(parts: readonly (string | undefined)[]): Meaning | undefined {
  const [, hour, half, quarters, minute] = parts;
  const minutes =
    half !== undefined
      ? 30
      : quarters !== undefined
        ? quarters === '一'
          ? 15
          : 45
        : minute === undefined
          ? 0
          : readNumeral(minute);
  const value = readNumeral(hour!);
  if (value === undefined || minutes === undefined) return undefined;
  return asClock(value, minutes, /^0\d|^[零〇]./.test(hour!) ? 'padded' : 'plain');
}

function clock(hour: string, minute: string): Meaning | undefined {
  return asClock(Number(hour), Number(minute), /^0/.test(hour) ? 'padded' : 'plain');
}

function asClock(hour: number, minute: number, style: Clock['style']): Meaning | undefined {
  const fits = minute < 60 && (hour < 30 || (hour === 30 && minute === 0));
  return fits ? { kind: 'clock', clock: { hour, minute, style } } : undefined;
}

function date(month?: string, day?: string, year?: string): Meaning | undefined {
  const at = yearDay(month, day);
  if (at === undefined) return undefined;
  return { kind: 'yearDay', at: year === undefined ? at : { ...at, year: Number(year) } };
}

function dates(
  month?: string,
  day?: string,
  toMonth?: string,
  toDay?: string,
): Meaning | undefined {
  const from = yearDay(month, day);
  const to = yearDay(toMonth, toDay);
  return from && to && { kind: 'yearDays', days: { from, to } };
}

function yearDay(monthText?: string, dayText?: string) {
  const month = readNumeral(monthText ?? '');
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (dayText === undefined) return { month };
  const day = readNumeral(dayText);
  return day === undefined || day < 1 || day > 31 ? undefined : { month, day };
}
