import { compileHours, type Opening, openingAt, type Schedule, type Station } from '../../src/core';

const perMinute = 60_000;

/** Filters by opening hours, station by station: nothing is shared between them but the compiled text. */
export class OpeningOracle {
  private readonly compiled = new Map<string, Schedule>();

  /** Known to be open from an instant on, for so many minutes; what was suspended or is planned is closed. */
  isOpen({ status, hours }: Station, at: number, minutes: number): boolean {
    if (status !== 'active' || hours === undefined) return false;
    const { state, until } = openingAt(this.scheduleOf(hours), at);
    return state === 'open' && (until === undefined || until.getTime() >= at + minutes * perMinute);
  }

  /** Throws when what a hit says is not what the station's hours say. */
  checkOpening({ id, status, hours }: Station, opening: Opening, at: number): void {
    const right = this.openingOf(status, hours, at);
    const [given, wanted] = [opening, right].map((one) => JSON.stringify({ ...one }));
    if (given === wanted) return;
    throw new Error(
      `yizhan answers wrongly: ${id} is ${wanted} at ${new Date(at).toISOString()}, not ${given}`,
    );
  }

  private openingOf(status: Station['status'], hours: string | undefined, at: number): Opening {
    if (status !== 'active') return { state: 'closed' };
    return hours === undefined ? { state: 'unknown' } : openingAt(this.scheduleOf(hours), at);
  }

  private scheduleOf(hours: string): Schedule {
    const schedule = this.compiled.get(hours) ?? compileHours(hours).schedule;
    this.compiled.set(hours, schedule);
    return schedule;
  }
}
