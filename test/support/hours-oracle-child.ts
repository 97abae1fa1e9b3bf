import { createInterface } from 'node:readline';
import OpeningHours from 'opening_hours';
import type { HolidayCalendar } from '../../src/dataset/hours/holidays';
import { pickInstants } from './hours-instants';
import type { OracleAnswer, OracleHolidays, OracleQuestion, OracleSetting } from './hours-oracle';

/*
 * The reference in a process of its own, for it works in the time zone of its process. A line of JSON comes
 * in, one goes out: first the setting and the holidays, then questions and answers.
 */

const minute = 60_000;
const perDay = 86_400_000;
/** Of the instants of a value, how many are also asked until when their state holds. */
const endsAsked = 3;
const letters = { open: 'o', closed: 'c', unknown: 'u' } as const;

type StateLetter = (typeof letters)[keyof typeof letters];

class Oracle {
  readonly holidays: OracleHolidays;
  readonly #places: Record<string, ConstructorParameters<typeof OpeningHours>[1]>;

  constructor(private readonly setting: OracleSetting) {
    const { lng, lat } = setting.position;
    // As texts: numbers are taken for no position at all. Berlin has school holidays, few places there do.
    const place = (country_code: string, state: string) =>
      ({ lat: String(lat), lon: String(lng), address: { country_code, state } }) as never;
    this.#places = { de: place('de', 'Berlin'), gb: place('gb', 'England') };
    this.holidays = { de: this.#holidaysOf('de', true), gb: this.#holidaysOf('gb', false) };
  }

  answer({ hours, country, seed, count, doubts }: OracleQuestion): OracleAnswer {
    let reference: OpeningHours;
    try {
      reference = new OpeningHours(hours, this.#places[country]!);
    } catch (error) {
      return { hours, refused: String(error).slice(0, 200) };
    }
    const changeAfter = (at: Date) => pairAt(reference, at)?.[1];
    const { from, until } = this.setting;
    const holidays = this.holidays[country];
    const instants = doubts
      ? doubts.map((minutes) => new Date(minutes * minute))
      : pickInstants({ hours, seed, count, from, until, holidays, changeAfter });
    const comments: (string | null)[] = [];
    const states = instants.map((at) => {
      const pair = doubts ? walkTo(reference, at) : pairAt(reference, at);
      comments.push(pair?.[3] ?? null);
      return pair === undefined ? 'x' : letterOf(pair);
    });
    const minutes = instants.map((at) => at.getTime() / minute);
    const ends = doubts ? [] : instants.slice(0, endsAsked).map((at) => endAfter(reference, at));
    return { hours, minutes, states: states.join(''), comments, ends };
  }

  /** The days that it takes for holidays; a month more at both ends, for hours that run over. */
  #holidaysOf(country: string, hasSchools: boolean): HolidayCalendar {
    const first = Date.parse(this.setting.from) / perDay - 31;
    const last = Date.parse(this.setting.until) / perDay + 31;
    const days = Array.from({ length: last - first + 1 }, (_, i) =>
      new Date((first + i) * perDay).toISOString().slice(0, 10),
    );
    const list = (kind: string) => {
      const reference = new OpeningHours(kind, this.#places[country]!);
      return days.filter((day) => reference.getState(new Date(`${day}T12:00`)));
    };
    const publicHolidays = list('PH');
    const schoolHolidays = hasSchools ? list('SH') : undefined;
    return { from: days[0]!, until: days.at(-1)!, publicHolidays, schoolHolidays };
  }
}

type StatePair = ReturnType<OpeningHours['getStatePair']>;

/** `undefined` where evaluating fails: where the sun does not rise, for instance. */
function pairAt(reference: OpeningHours, at: Date): StatePair | undefined {
  try {
    return reference.getStatePair(at);
  } catch {
    return undefined;
  }
}

/** The same, not asked there but come by from three days before, change by change, as its intervals are. */
function walkTo(reference: OpeningHours, at: Date): StatePair | undefined {
  let here = new Date(at.getFullYear(), at.getMonth(), at.getDate() - 3);
  for (let steps = 0; steps < 200; steps++) {
    const pair = pairAt(reference, here);
    if (pair === undefined || pair[1] === undefined || pair[1] > at) return pair;
    if (pair[1] <= here) return undefined;
    here = pair[1];
  }
  return undefined;
}

/** When the state is next another one, in minutes since 1970; `null`: not for a week. */
function endAfter(reference: OpeningHours, at: Date): number | null | undefined {
  try {
    const iterator = reference.getIterator(at);
    const limit = new Date(at.getTime() + 7 * perDay);
    const state = iterator.getStateString(at, true);
    while (iterator.advance(limit)) {
      // A comment may change where the state does not.
      const here = iterator.getDate();
      if (iterator.getStateString(here, true) !== state) return here.getTime() / minute;
    }
    return null;
  } catch {
    return undefined;
  }
}

function letterOf([isOpen, , isUnknown]: StatePair): StateLetter {
  return letters[isOpen ? 'open' : isUnknown ? 'unknown' : 'closed'];
}

let oracle: Oracle | undefined;
for await (const line of createInterface({ input: process.stdin })) {
  const said: unknown = JSON.parse(line);
  let reply: unknown;
  if (oracle === undefined) {
    oracle = new Oracle(said as OracleSetting);
    reply = oracle.holidays;
  } else {
    reply = oracle.answer(said as OracleQuestion);
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
