import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { HolidayCalendar } from '../../src/dataset/hours/holidays';
import type { LngLat } from '../../src/geo/position';
import { bundled } from './bundled';

export interface OracleSetting {
  /** Where the sun rises and sets. */
  readonly position: LngLat;
  /** The days to ask about, `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly until: string;
}

/** A value, whose holidays it keeps, and at how many instants to ask. */
export interface OracleQuestion {
  readonly hours: string;
  readonly country: keyof OracleHolidays;
  readonly seed: number;
  readonly count: number;
  /** Not these instants afresh but, in minutes since 1970, some whose answer is to be checked. */
  readonly doubts?: readonly number[];
}

/** The holidays that the reference keeps, for ours to keep the same. */
export interface OracleHolidays {
  readonly de: HolidayCalendar;
  readonly gb: HolidayCalendar;
}

export type OracleAnswer =
  | { readonly hours: string; readonly refused: string }
  | {
      readonly hours: string;
      /** Since 1970. */
      readonly minutes: readonly number[];
      /** One letter each: open, closed, unknown; x where evaluating it failed. */
      readonly states: string;
      readonly comments: readonly (string | null)[];
      /** Until when the state of the first of them holds; null: for a week at least. Missing: it fails. */
      readonly ends: readonly (number | null | undefined)[];
    };

/** The reference, in a process that lives in a time zone. It answers in the order of the questions. */
export class HoursOracle {
  readonly holidays: Promise<OracleHolidays>;
  readonly #run: Promise<ChildProcess>;
  readonly #waiting: { resolve: (line: unknown) => void; reject: (error: Error) => void }[] = [];

  constructor(timeZone: string, setting: OracleSetting) {
    this.#run = this.#start(timeZone);
    this.holidays = this.#say(setting) as Promise<OracleHolidays>;
  }

  async #start(timeZone: string): Promise<ChildProcess> {
    const run = spawn(process.execPath, [await bundled('test/support/hours-oracle-child.ts')], {
      env: { ...process.env, TZ: timeZone },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: run.stdout }).on('line', (line) =>
      this.#waiting.shift()?.resolve(JSON.parse(line)),
    );
    run.on('close', (code) => {
      const error = new Error(`the oracle in ${timeZone} ended with ${code}`);
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
    return run;
  }

  ask(question: OracleQuestion): Promise<OracleAnswer> {
    return this.#say(question) as Promise<OracleAnswer>;
  }

  async close(): Promise<void> {
    (await this.#run).stdin!.end();
  }

  async #say(line: unknown): Promise<unknown> {
    const { stdin } = await this.#run;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      stdin!.write(`${JSON.stringify(line)}\n`);
    });
  }
}
