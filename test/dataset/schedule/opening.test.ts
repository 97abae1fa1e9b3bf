import { describe, expect, it } from 'vitest';
import {
  compileHours,
  InvalidHoursError,
  InvalidOptionError,
  openFor,
  openingAt,
  opensWithin,
  type Schedule,
} from '../../../src/core';
import { clip } from '../../../src/dataset/schedule/clip';
import { offsetsOf } from '../../../src/publish/time-zone';

const china = (text: string) => Date.parse(`${text}+08:00`);
const schedule = (hours: string, options = {}) => compileHours(hours, options).schedule;
const office = schedule('Mo-Fr 09:00-17:00; PH off');

/** What is said at an instant, with times of the clock in China. */
function at(of: Schedule, local: string): string {
  const { state, until, nextOpen, comment } = openingAt(of, china(local));
  const clock = (date?: Date) =>
    date && new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(5, 16);
  return [state, clock(until), clock(nextOpen), comment].filter((part) => part).join(' ');
}

describe('openingAt()', () => {
  it.each([
    // A minute is what it is from its first millisecond to its last.
    ['Mo-Fr 09:00-17:00', '2026-11-23T08:59:59.999', 'closed 11-23T09:00 11-23T09:00'],
    ['Mo-Fr 09:00-17:00', '2026-11-23T09:00', 'open 11-23T17:00'],
    ['Mo-Fr 09:00-17:00', '2026-11-23T16:59:59.999', 'open 11-23T17:00'],
    ['Mo-Fr 09:00-17:00', '2026-11-23T17:00', 'closed 11-24T09:00 11-24T09:00'],
    ['Mo-Fr 09:00-17:00', '2026-11-27T17:00', 'closed 11-30T09:00 11-30T09:00'],
    ['24/7', '2026-11-23T17:00', 'open'],
    ['Jan-Dec 24/7', '2026-11-23T17:00', 'open 01-01T00:00'],
    ['Nov: 24/7', '2026-11-23T17:00', 'open 12-01T00:00'],
    ['off', '2026-11-23T17:00', 'closed'],
    ['unknown "ring the bell"', '2026-11-23T17:00', 'unknown ring the bell'],
    // The night belongs to the day on which it began, whatever the next day says.
    ['Fr 22:00-04:00; Sa 10:00-14:00', '2026-11-28T03:59', 'open 11-28T04:00'],
    ['Fr 22:00-04:00; Sa 10:00-14:00', '2026-11-28T04:00', 'closed 11-28T10:00 11-28T10:00'],
    ['Mo-Su 18:00-02:00; We off', '2026-11-25T01:59', 'open 11-25T02:00'],
    ['Mo-Su 18:00-02:00; We off', '2026-11-25T20:00', 'closed 11-26T18:00 11-26T18:00'],
    ['Mo-Su 18:00-02:00; We off', '2026-11-26T01:00', 'closed 11-26T18:00 11-26T18:00'],
    ['Mo-Su 18:00-02:00; PH off', '2026-10-01T01:00', 'open 10-01T02:00'],
    ['Mo-Su 18:00-02:00; PH off', '2026-10-08T01:00', 'closed 10-08T18:00 10-08T18:00'],
    // Where the evening before and the day both name times, the later rule holds.
    ['24/7; 22:00-06:00 off', '2026-11-24T03:00', 'closed 11-24T06:00 11-24T06:00'],
    ['24/7; Mo-Fr 12:30+ off', '2026-11-23T13:00', 'closed 11-24T00:00 11-24T00:00'],
    ['Apr-Oct Su[2] 14:00-18:00', '2026-05-10T15:00', 'open 05-10T18:00'],
    ['Apr-Oct Su[2] 14:00-18:00', '2026-05-11T15:00', 'closed 06-14T14:00 06-14T14:00'],
    ['Jan,Apr Su[1] 14:00-18:00', '2026-01-05T15:00', 'closed 04-05T14:00 04-05T14:00'],
    ['Su 22:00-26:00', '2026-11-30T01:59', 'open 11-30T02:00'],
    ['Mo 10:00-48:00', '2026-11-25T00:00', 'closed 11-30T10:00 11-30T10:00'],
    ['Mo 17:00+', '2026-11-23T17:00', 'unknown 11-24T03:00'],
    [
      '10:00-16:00 || "by appointment"',
      '2026-11-23T09:00',
      'unknown 11-23T10:00 11-23T10:00 by appointment',
    ],
    ['Mo-Fr 10:00-16:00 open "knock"', '2026-11-23T12:00', 'open 11-23T16:00 knock'],
    [
      '10:00-12:00,13:00-16:00; Mo 14:00-15:00 off',
      '2026-11-23T14:30',
      'closed 11-23T15:00 11-23T15:00',
    ],
    // Year ends, 29 February and where there is none, week 53, weeks that go on in the new year.
    ['Dec 31-Jan 01 10:00-12:00', '2026-12-31T10:00', 'open 12-31T12:00'],
    ['Dec 31-Jan 01 10:00-12:00', '2027-01-01T12:00', 'closed 12-31T10:00 12-31T10:00'],
    ['Dec 31 20:00-04:00', '2027-01-01T03:00', 'open 01-01T04:00'],
    ['Feb 29 10:00-12:00', '2024-02-29T10:00', 'open 02-29T12:00'],
    ['Feb 29 10:00-12:00', '2026-03-01T10:00', 'closed 02-29T10:00 02-29T10:00'],
    ['Feb 27-29 10:00-12:00', '2026-02-28T10:00', 'open 02-28T12:00'],
    ['Feb 27-29 10:00-12:00', '2026-03-01T10:00', 'closed 02-27T10:00 02-27T10:00'],
    ['week 53 Th 10:00-12:00', '2026-12-31T10:00', 'open 12-31T12:00'],
    ['week 53 Fr 10:00-12:00', '2027-01-01T10:00', 'open 01-01T12:00'],
    ['week 01 Mo 10:00-12:00', '2024-12-30T10:00', 'open 12-30T12:00'],
    ['Mo[-1] 10:00-12:00', '2026-11-30T10:00', 'open 11-30T12:00'],
    ['Mo[5] 10:00-12:00', '2026-11-30T10:00', 'open 11-30T12:00'],
    ['2026 Dec 24-26 off; 09:00-17:00', '2026-12-25T10:00', 'open 12-25T17:00'],
    ['09:00-17:00; 2026 Dec 24-26 off', '2026-12-25T10:00', 'closed 12-27T09:00 12-27T09:00'],
    ['easter -2 days 10:00-12:00', '2026-04-03T10:00', 'open 04-03T12:00'],
    // Holidays, and the days worked for them.
    ['Mo-Fr 09:00-17:00; PH off', '2026-10-01T10:00', 'closed 10-08T09:00 10-08T09:00'],
    ['Mo-Fr 09:00-17:00; PH off', '2026-10-10T10:00', 'open 10-10T17:00'],
    ['Mo-Fr 09:00-17:00', '2026-10-10T10:00', 'closed 10-12T09:00 10-12T09:00'],
    ['Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off', '2026-10-10T13:00', 'open 10-10T17:00'],
    // A museum that rests on Mondays is not told by its Mondays what to do on a Sunday.
    ['Tu-Su 09:00-17:00; PH 10:00-16:00; Mo off', '2026-09-20T10:00', 'open 09-20T17:00'],
    ['PH Mo-Fr 10:00-12:00', '2026-10-02T10:00', 'open 10-02T12:00'],
    ['PH Mo-Fr 10:00-12:00', '2026-10-03T10:00', 'closed 10-05T10:00 10-05T10:00'],
    ['PH -1 day 10:00-12:00', '2026-09-30T10:00', 'open 09-30T12:00'],
    // What nobody has announced.
    ['Mo-Fr 09:00-17:00; PH off', '2027-03-02T10:00', 'unknown 03-02T17:00'],
    ['Mo-Fr 09:00-17:00; PH off', '2027-03-02T20:00', 'closed 03-03T09:00'],
    ['24/7; SH off', '2026-03-02T20:00', 'unknown'],
  ])('%s at %s: %s', (hours, local, expected) => {
    expect(at(schedule(hours), local)).toBe(expected);
  });

  it('keeps to the clocks of a zone, through both changes of a year', () => {
    const london = { utcOffsetMinutes: offsetsOf('Europe/London', '2025-01-01', '2027-12-31') };
    const day = schedule('09:00-17:00', london);
    const state = (instant: string) => openingAt(day, Date.parse(instant));
    expect(state('2026-01-05T09:00Z').state).toBe('open');
    expect(state('2026-07-06T08:00Z').state).toBe('open');
    expect(state('2026-07-06T16:00Z').state).toBe('closed');
    expect(state('2026-03-28T20:00Z').nextOpen).toEqual(new Date('2026-03-29T08:00Z'));
    expect(state('2026-10-24T20:00Z').nextOpen).toEqual(new Date('2026-10-25T09:00Z'));
    // 01:30 comes twice in October, and not at all in March.
    const night = schedule('01:00-01:45', london);
    expect(openingAt(night, Date.parse('2026-10-25T00:30Z')).until).toEqual(
      new Date('2026-10-25T00:45Z'),
    );
    expect(openingAt(night, Date.parse('2026-10-25T00:50Z')).nextOpen).toEqual(
      new Date('2026-10-25T01:00Z'),
    );
    expect(openingAt(night, Date.parse('2026-03-29T00:50Z')).nextOpen).toEqual(
      new Date('2026-03-30T00:00Z'),
    );
  });

  it('takes a schedule that went through JSON', () => {
    const again = JSON.parse(JSON.stringify(office)) as Schedule;
    for (const local of ['2026-11-23T12:00', '2026-10-01T12:00', '2027-05-05T12:00']) {
      expect(openingAt(again, china(local))).toEqual(openingAt(office, china(local)));
    }
  });

  it('refuses what is no schedule', () => {
    for (const value of [undefined, null, {}, '24/7', compileHours('24/7')]) {
      expect(() => openingAt(value as never, china('2026-11-23T12:00'))).toThrow(
        InvalidOptionError,
      );
      expect(() => openFor(value as never, china('2026-11-23T12:00'), 5)).toThrow('compileHours()');
    }
  });

  it('refuses what is no instant', () => {
    for (const instant of [Number.NaN, 1_795_000_000, new Date('x'), '2026-11-23', undefined]) {
      expect(() => openingAt(office, instant as never)).toThrow(InvalidOptionError);
    }
  });
});

describe('openFor() and opensWithin()', () => {
  it('hold for the whole time, and only for what is known', () => {
    expect(openFor(office, china('2026-11-23T16:45'), 15)).toBe(true);
    expect(openFor(office, china('2026-11-23T16:45'), 15.1)).toBe(false);
    expect(openFor(office, china('2026-11-23T17:00'), 0)).toBe(false);
    expect(openFor(schedule('24/7'), china('2026-11-23T17:00'), 500_000)).toBe(true);
    expect(openFor(schedule('10:00-17:00+'), china('2026-11-23T16:50'), 20)).toBe(false);
    expect(opensWithin(office, china('2026-11-23T08:45'), 15)).toBe(true);
    expect(opensWithin(office, china('2026-11-23T08:45'), 14)).toBe(false);
    expect(opensWithin(office, china('2026-11-23T12:00'), 0)).toBe(true);
    expect(opensWithin(schedule('unknown'), china('2026-11-23T12:00'), 9000)).toBe(false);
  });

  it('refuse stays that are none', () => {
    expect(() => openFor(office, china('2026-11-23T08:45'), -1)).toThrow('minutes, 0 or more');
    expect(() => opensWithin(office, china('2026-11-23T08:45'), 1e9)).toThrow('at most 527040');
  });
});

describe('compileHours()', () => {
  it('says what it cannot express, and takes it for unknown', () => {
    const points = compileHours('Mo 08:00; Tu 09:00-12:00');
    expect(points.problems).toEqual([{ reason: 'a time without an end', at: 3 }]);
    expect(at(points.schedule, '2026-11-23T08:00')).toMatch(/^unknown/);
    expect(at(points.schedule, '2026-11-24T09:00')).toMatch(/^open/);
    expect(compileHours('10:00-16:00/90').problems).toHaveLength(1);
    expect(compileHours('sunrise-sunset').problems[0]!.reason).toBe(
      'sunrise and sunset need a position',
    );
    expect(at(schedule('sunrise-sunset'), '2026-11-23T12:00')).toMatch(/^unknown/);
    const there = { position: [121.47, 31.23] };
    // The sunrise of the next day, not that of the same one.
    expect(at(schedule('sunset-sunrise', there), '2026-11-23T20:00')).toMatch(
      /^open 11-24T06:2[89]/,
    );
    expect(at(schedule('sunrise-sunset', there), '2026-11-23T12:00')).toMatch(
      /^open 11-23T16:5[23]/,
    );
  });

  it.each<[string, string]>([
    ['Mo-Fr 9-17', 'expected a rule to end here, with ; or , or || at character 7, "9-17"'],
    ['Mo-Fr 09:00-', 'expected a time such as 09:00 or sunset at the end'],
    ['Mo-Xx', 'expected a weekday such as Fr at character 4, "Xx"'],
    ['25:00-26:00', 'expected a time from 00:00 to 23:59 at character 1'],
    ['Feb 30 10:00-12:00', 'expected a day from 1 to 29'],
    ['2026-2020 10:00-12:00', 'expected years in their order at character 1'],
    ['Mo,,Tu 10:00-12:00', 'expected days, times, or open, off or unknown'],
    ['(sunrise+99:00)-sunset', 'expected at most 12 hours before or after'],
    ['week 54 Mo', 'expected weeks from 1 to 53'],
    ['', 'expected days, times, or open, off or unknown at the end'],
  ])('refuses %j with the place', (hours, message) => {
    expect(() => compileHours(hours)).toThrow(InvalidHoursError);
    expect(() => compileHours(hours)).toThrow(message);
  });

  it.each([
    [{ from: '2026-1-1' }, 'Invalid option from: expected a day'],
    [{ from: '2027-01-01', until: '2026-01-01' }, 'Invalid option until'],
    [{ position: [31, 121] }, 'were the two swapped?'],
    [{ utcOffset: 480 }, 'utcOffsetMinutes'],
    [{ holidays: 'cn' }, 'holidays'],
  ])('refuses %j', (options, message) => {
    expect(() => compileHours('24/7', options as never)).toThrow(message);
  });

  it('refuses what is no text', () => {
    for (const hours of [undefined, null, 5, {}]) {
      expect(() => compileHours(hours as never)).toThrow(InvalidHoursError);
    }
  });

  it('ends with its validity, where that matters', () => {
    const short = schedule('Apr-Sep 09:00-17:00', { from: '2026-01-01', until: '2026-12-31' });
    expect(at(short, '2026-12-31T23:59')).toBe('closed 01-01T00:00');
    expect(at(short, '2027-05-01T12:00')).toBe('unknown');
    expect(at(schedule('09:00-17:00'), '2150-05-01T12:00')).toBe('open 05-01T17:00');
  });

  it('stays quick on text made to be slow', () => {
    const parts = [
      'Mo,',
      '09:00,',
      'Mo-Fr ',
      'Jan ',
      'week 1,',
      '"',
      'PH ',
      '10:00-12:00,',
      'Mo off, ',
    ];
    for (const part of parts) {
      const text = part.repeat(Math.floor(990 / part.length));
      try {
        compileHours(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidHoursError);
      }
    }
  });
});

describe('clip()', () => {
  const day = (text: string) => Date.parse(`${text}Z`) / 86_400_000;

  it('closes before the first day and after the last', () => {
    const clipped = clip(office, day('2026-10-01'), day('2026-10-09'));
    expect(at(clipped, '2026-09-30T10:00')).toBe('closed 10-08T09:00 10-08T09:00');
    expect(at(clipped, '2026-10-09T16:59')).toBe('open 10-09T17:00');
    expect(at(clipped, '2026-10-09T17:00')).toBe('closed');
    expect(at(clip(office, day('2026-10-09'), day('2026-10-01')), '2026-10-08T10:00')).toBe(
      'closed',
    );
  });
});
