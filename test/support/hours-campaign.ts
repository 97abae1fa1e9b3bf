import { createHash } from 'node:crypto';
import { compileHours } from '../../src/dataset/hours/compile';
import { openingAt } from '../../src/dataset/schedule/opening';
import type { DatedOffset, Schedule } from '../../src/dataset/schedule/schedule';
import type { Position } from '../../src/geo/position';
import { offsetsOf } from '../../src/publish/time-zone';
import { HoursOracle, type OracleAnswer, type OracleHolidays } from './hours-oracle';

const campaignFrom = '2025-01-01';
const campaignUntil = '2026-12-31';

export const places = {
  'Asia/Shanghai': { lng: 121.4737, lat: 31.2304 },
  'America/New_York': { lng: -74.006, lat: 40.7128 },
  'Europe/London': { lng: -0.1276, lat: 51.5072 },
} as const;

/** One instant at which the two say different things. */
interface Difference {
  readonly minutes: number;
  readonly theirs: string;
  readonly ours: string;
}

/** What came of one value. */
export interface Verdict {
  readonly hours: string;
  readonly refusedBy?: 'reference' | 'ours';
  readonly judged: number;
  readonly differences: readonly Difference[];
  /** Instants that could not be judged, and why. */
  readonly failed: number;
  readonly unread: number;
  readonly contradicted: number;
  /** Of the instants agreed upon: how many comments were the same. */
  readonly sameComments: number;
  /** Ends of states, on which both agreed: how many were compared, and those that differ. */
  readonly ends: number;
  readonly endDifferences: readonly Difference[];
}

/** A name for a value that is not ours to publish, and a seed for any. */
export function hashOf(hours: string): string {
  return createHash('sha256').update(hours).digest('hex').slice(0, 12);
}

/** The reference and ours, side by side in one time zone. */
export class Campaign {
  readonly #oracle: HoursOracle;
  readonly #offsets: readonly DatedOffset[];
  readonly #position: Position;

  constructor(
    timeZone: keyof typeof places,
    private readonly country: keyof OracleHolidays,
  ) {
    const position = places[timeZone];
    this.#position = position;
    this.#offsets = offsetsOf(timeZone, campaignFrom, campaignUntil);
    const setting = { position, from: campaignFrom, until: campaignUntil };
    this.#oracle = new HoursOracle(timeZone, setting);
  }

  async judge(hours: string, count: number): Promise<Verdict> {
    // Few countries of the reference have school holidays.
    const country = /\bSH\b/.test(hours) ? 'de' : this.country;
    const seed = Number.parseInt(hashOf(hours).slice(0, 8), 16);
    const question = { hours, country, seed, count };
    const answer = await this.#oracle.ask(question);
    if ('refused' in answer) return { ...nothing, hours, refusedBy: 'reference' };
    const compiled = this.#compile(hours, (await this.#oracle.holidays)[country]);
    if (compiled === undefined) return { ...nothing, hours, refusedBy: 'ours' };
    const verdict = compare(answer, compiled);
    if (verdict.differences.length === 0) return verdict;
    const doubts = verdict.differences.map(({ minutes }) => minutes);
    const again = await this.#oracle.ask({ ...question, doubts });
    if ('refused' in again) throw new Error(`refused at second thoughts: ${hours}`);
    // Where the reference says one thing when asked and another when it comes by, it is no judge.
    const differences = verdict.differences.filter(
      ({ theirs }, i) => again.states[i] === theirs[0],
    );
    const contradicted = verdict.differences.length - differences.length;
    return { ...verdict, judged: verdict.judged - contradicted, differences, contradicted };
  }

  close(): Promise<void> {
    return this.#oracle.close();
  }

  #compile(hours: string, holidays: OracleHolidays['de']): Compiled | undefined {
    try {
      const { schedule, problems } = compileHours(hours, {
        utcOffsetMinutes: this.#offsets,
        holidays,
        position: this.#position,
        from: campaignFrom,
        until: campaignUntil,
      });
      return { schedule, hasProblems: problems.length > 0 };
    } catch {
      return undefined;
    }
  }
}

interface Compiled {
  readonly schedule: Schedule;
  readonly hasProblems: boolean;
}

const nothing = {
  judged: 0,
  differences: [],
  failed: 0,
  unread: 0,
  contradicted: 0,
  sameComments: 0,
  ends: 0,
  endDifferences: [],
};

/** In minutes. */
const week = 7 * 24 * 60;
const lastEnd = Date.parse(campaignUntil) / 60_000 - week;

const states: Readonly<Record<string, string>> = { o: 'open', c: 'closed', u: 'unknown' };

function compare(
  answer: Exclude<OracleAnswer, { refused: string }>,
  { schedule, hasProblems }: Compiled,
): Verdict {
  const { hours } = answer;
  const differences: Difference[] = [];
  const endDifferences: Difference[] = [];
  const tally = { judged: 0, failed: 0, unread: 0, sameComments: 0, ends: 0 };
  answer.minutes.forEach((minutes, i) => {
    const theirs = states[answer.states[i]!];
    const { state: ours, comment, until } = openingAt(schedule, minutes * 60_000);
    if (theirs === undefined) tally.failed++;
    else if (ours === 'unknown' && hasProblems) tally.unread++;
    else {
      tally.judged++;
      if (ours !== theirs) differences.push({ minutes, theirs, ours });
      else if (comment === quoted(hours, answer.comments[i])) tally.sameComments++;
      const end = answer.ends[i];
      // Beyond the days asked about ours knows nothing.
      if (ours !== theirs || end === undefined || minutes > lastEnd) return;
      tally.ends++;
      const ourEnd = until === undefined ? null : until.getTime() / 60_000;
      const isSame = end === null ? ourEnd === null || ourEnd >= minutes + week : end === ourEnd;
      if (!isSame) endDifferences.push({ minutes, theirs: String(end), ours: String(ourEnd) });
    }
  });
  return { hours, ...tally, differences, endDifferences, contradicted: 0 };
}

/** Its remarks on holidays and open ends are its own; only what the value says counts. */
function quoted(hours: string, comment: string | null | undefined): string | undefined {
  return typeof comment === 'string' && hours.includes(`"${comment}"`) ? comment : undefined;
}
