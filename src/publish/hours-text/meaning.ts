/** A part of the day that a word before or after a clock time names. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'am' | 'pm';

export type SunEvent = 'dawn' | 'sunrise' | 'sunset' | 'dusk';

/** A time as it is written; the hour is of 12 or of 24, which only its surroundings tell. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** `padded`: 09:00, 0900; `plain`: 9:00, 9点; `bare`: 9 */
  readonly style: 'padded' | 'plain' | 'bare';
}

/** A day of a year: a month, and the day in it where one is named. */
export interface YearDay {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

export interface YearDays {
  readonly from: YearDay;
  readonly to: YearDay;
}

/** Bits of weekdays, from Monday = 1 to Sunday = 64. */
export type Weekdays = number;
export const everyDay: Weekdays = 127;

/** What a word, or a few characters, of the text stand for. */
export type Meaning =
  | { readonly kind: 'clock'; readonly clock: Clock }
  | { readonly kind: 'sun'; readonly event: SunEvent }
  | { readonly kind: 'part'; readonly part: DayPart }
  | { readonly kind: 'number'; readonly value: number; readonly ordinal?: boolean }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'yearDay'; readonly at: YearDay }
  | { readonly kind: 'yearDays'; readonly days: YearDays }
  /** `work`: but not on public holidays; `rest`: public holidays too. */
  | { readonly kind: 'days'; readonly days: Weekdays; readonly of?: 'work' | 'rest' }
  /** Some of their kind in the month: the first and the third Monday, and with -1 the last. */
  | { readonly kind: 'nthDay'; readonly days: Weekdays; readonly nths: readonly number[] }
  | { readonly kind: 'dayWord'; readonly word: string }
  | { readonly kind: 'dayNumeral'; readonly day: number }
  /** `lax`: some mean weekends too; `taiwan`: with weekends; `feast`: by another calendar than ours. */
  | { readonly kind: 'holiday'; readonly of: 'public' | 'lax' | 'taiwan' | 'feast' }
  /** The days, or the part of the year, that nothing was said of before; missing: either. */
  | { readonly kind: 'others'; readonly of?: 'days' | 'year' }
  /** `edge`: at a time that stands alone, it says that this is the start or the end. */
  | { readonly kind: Sign; readonly edge?: 'opens' | 'closes' };

/** Words and marks that stand for themselves. */
export type Sign =
  | 'to'
  | 'and'
  | 'slash'
  | 'comma'
  | 'break'
  | 'colon'
  | 'open'
  | 'close'
  | 'nextDay'
  | 'nextYear'
  | 'hours'
  | 'allDay'
  | 'allYear'
  | 'asUsual'
  | 'included'
  | 'closed'
  | 'except'
  | 'exceptEnd'
  | 'exceptAfter'
  | 'season'
  | 'remark'
  | 'notice'
  | 'openEnd'
  | 'label'
  | 'filler'
  | 'noRest'
  | 'noonBreak'
  | 'weekendOff'
  | 'allNight'
  | 'reason'
  | 'ends'
  | 'meal'
  | 'unread';

/** Words of one meaning, written with `|` between them. */
export function lexicon(entries: readonly (readonly [string, Meaning])[]): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  for (const [words, meaning] of entries) {
    for (const word of words.split('|')) map.set(word, meaning);
  }
  return map;
}
