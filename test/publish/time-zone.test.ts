import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { InvalidOptionError } from '../../src/errors';
import { offsetsOf } from '../../src/publish/time-zone';

const hour = 3_600_000;

/** Minutes ahead of UTC at each instant, from `Date` in a process that lives in that zone. */
function oracle(timeZone: string, instants: readonly number[]): number[] {
  const script =
    'const ask = JSON.parse(require("fs").readFileSync(0, "utf8"));' +
    'console.log(JSON.stringify(ask.map((at) => -new Date(at).getTimezoneOffset())));';
  const answer = execFileSync(process.execPath, ['-e', script], {
    input: JSON.stringify(instants),
    env: { ...process.env, TZ: timeZone },
    maxBuffer: 1e8,
  });
  return JSON.parse(answer.toString()) as number[];
}

function lookUp(offsets: ReturnType<typeof offsetsOf>, instant: number): number {
  let minutes = Number.NaN;
  for (const offset of offsets) if (offset.from <= instant) minutes = offset.minutes;
  return minutes;
}

describe('offsetsOf()', () => {
  it.each([
    ['Europe/London', 5],
    ['Asia/Shanghai', 1],
    ['America/New_York', 5],
    ['Pacific/Apia', 1],
    ['Australia/Lord_Howe', 5],
    ['Asia/Kathmandu', 1],
    ['Africa/Casablanca', 5],
    ['UTC', 1],
  ])('follows the clock of %s through 2025 and 2026', (timeZone, count) => {
    const offsets = offsetsOf(timeZone, '2025-01-01', '2026-12-31');
    expect(offsets).toHaveLength(count);
    expect(offsets[0]!.from).toBe(Number.NEGATIVE_INFINITY);
    const changes = offsets.slice(1).map((offset) => offset.from);
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    const instants = changes.flatMap((at) => [at - 1000, at - 1, at, at + 1, at + 1000]);
    // Every hour of every day, in that zone's own reckoning: from its first midnight to its last.
    for (let at = Date.UTC(2024, 11, 31, 10); at < Date.UTC(2027, 0, 1, 12); at += hour) {
      instants.push(at);
    }
    expect(instants.map((at) => lookUp(offsets, at))).toEqual(oracle(timeZone, instants));
  });

  it('knows Lord Howe, whose clock moves by half an hour', () => {
    expect(offsetsOf('Australia/Lord_Howe', '2026-01-01', '2026-12-31')).toEqual([
      { from: Number.NEGATIVE_INFINITY, minutes: 660 },
      { from: Date.UTC(2026, 3, 4, 15), minutes: 630 },
      { from: Date.UTC(2026, 9, 3, 15, 30), minutes: 660 },
    ]);
  });

  it('knows Apia, which left out 30 December 2011', () => {
    const offsets = offsetsOf('Pacific/Apia', '2011-12-01', '2012-01-31');
    expect(offsets).toEqual([
      { from: Number.NEGATIVE_INFINITY, minutes: -600 },
      { from: Date.UTC(2011, 11, 30, 10), minutes: 840 },
    ]);
  });

  it('covers a day that begins long before or ends long after that of UTC', () => {
    // London's clock was changed on the day itself: both of its offsets are those of one day.
    expect(offsetsOf('Europe/London', '2026-03-29', '2026-03-29')).toEqual([
      { from: Number.NEGATIVE_INFINITY, minutes: 0 },
      { from: Date.UTC(2026, 2, 29, 1), minutes: 60 },
    ]);
  });

  it('refuses a zone that is none, with the one that was meant', () => {
    const attempt = (zone: string) => () => offsetsOf(zone, '2026-01-01', '2026-12-31');
    expect(attempt('Europe/Londn')).toThrow(InvalidOptionError);
    expect(attempt('Europe/Londn')).toThrow(/timeZone.*did you mean Europe\/London\?/);
    expect(attempt('')).toThrow(/such as Asia\/Shanghai, got ""/);
    // Not the zone of this machine.
    expect(attempt(undefined as unknown as string)).toThrow(InvalidOptionError);
  });

  it('refuses days that are none, and an end before its beginning', () => {
    expect(() => offsetsOf('UTC', '2026-02-30', '2026-12-31')).toThrow(/from.*a day such as/);
    expect(() => offsetsOf('UTC', '2026-01-01', 'later')).toThrow(/until/);
    expect(() => offsetsOf('UTC', '2026-01-02', '2026-01-01')).toThrow(/2026-01-02 or a day after/);
  });
});
