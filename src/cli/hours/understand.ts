import { compileHours } from '../../dataset/hours/compile';
import { readDay } from '../../dataset/hours/days';
import { parseHours } from '../../dataset/hours/parse';
import { type Problem, usesSun } from '../../dataset/hours/rule';
import { describe } from '../../dataset/schedule/describe';
import { momentOf } from '../../dataset/schedule/lookup';
import { type Opening, openingAt } from '../../dataset/schedule/opening';
import { readHoursText } from '../../publish/hours-text';
import type { Setting } from './setting';
import { type Holiday, holidaysOf, plainSchedule } from './week';
import { type Exception, exceptionsFrom, type Season, seasonsAround } from './year';

/** What a text about opening hours was understood to say, and what follows from that. */
export interface Understanding {
  readonly text: string;
  readonly isUnderstood: boolean;
  /** 0 to 1; 1 for `opening_hours` syntax. */
  readonly confidence: number;
  /** In `opening_hours` syntax; what would be read, where it was not understood. */
  readonly hours: string | undefined;
  readonly unused: readonly string[];
  readonly doubts: readonly string[];
  /** Missing where it was not understood. */
  readonly meaning: Meaning | undefined;
}

export interface Meaning {
  readonly problems: readonly Problem[];
  /** The one that holds first. */
  readonly seasons: readonly Season[];
  /** Whether no two weeks are alike, for the sun has a part in it. */
  readonly isSunny: boolean;
  readonly holidays: readonly Holiday[];
  readonly exceptions: readonly Exception[];
  readonly opening: Opening;
  /** The same in words. */
  readonly state: string;
}

/** For which place and time, and in which words. */
type Context = Pick<Setting, 'options' | 'at'> & { readonly locale: 'zh' | 'en' };

export function understand(text: string, context: Context): Understanding {
  const { hours, guess, confidence, unused, doubts } = readHoursText(text);
  const meaning = hours === undefined ? undefined : meaningOf(hours, context);
  return {
    text,
    isUnderstood: hours !== undefined,
    confidence,
    hours: hours ?? guess,
    unused,
    doubts,
    meaning,
  };
}

function meaningOf(hours: string, { options, at, locale }: Context): Meaning {
  const { schedule, problems } = compileHours(hours, options);
  const plain = plainSchedule(hours, options);
  const today = momentOf(schedule, at).day;
  const lastKnown =
    options.holidays === null ? Number.NEGATIVE_INFINITY : readDay(options.holidays.until)!;
  const isSunny = parseHours(hours).some(usesSun);
  return {
    problems,
    seasons: seasonsAround(plain, today, isSunny),
    isSunny,
    holidays: holidaysOf(hours, options, today),
    exceptions: exceptionsFrom(schedule, plain, today, lastKnown),
    opening: openingAt(schedule, at),
    state: describe(schedule, { at, locale }),
  };
}
