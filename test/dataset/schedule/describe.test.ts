import { describe, expect, it } from 'vitest';
import { compileHours, type HoursOptions } from '../../../src/dataset/hours/compile';
import {
  type DescribeOptions,
  describe as describeHours,
} from '../../../src/dataset/schedule/describe';
import { InvalidOptionError } from '../../../src/errors';
import { offsetsOf } from '../../../src/publish/time-zone';

/** [hours, the time in Shanghai, in Chinese, in English]; 23 November 2026 is a Monday. */
type Row = [hours: string, at: string, zh: string, en: string];

const london = { utcOffsetMinutes: offsetsOf('Europe/London', '2024-01-01', '2030-12-31') };

function say(hours: string, at: string, locale?: 'zh' | 'en', options?: HoursOptions): string {
  return describeHours(compileHours(hours, options).schedule, { at: new Date(at), locale });
}

function check(rows: readonly Row[], zone: string, options?: HoursOptions): void {
  it.each(rows)('%s at %s: %s', (hours, at, zh, en) => {
    expect(say(hours, `${at}${zone}`, 'zh', options)).toBe(zh);
    expect(say(hours, `${at}${zone}`, 'en', options)).toBe(en);
  });
}

describe('open', () => {
  check(
    [
      ['24/7', '2026-11-23T12:00', '24小时营业', 'Open 24 hours'],
      ['00:00-24:00', '2026-11-23T12:00', '24小时营业', 'Open 24 hours'],
      ['Mo-Su 09:00-21:00', '2026-11-23T09:00', '营业中 · 21:00 打烊', 'Open · closes 21:00'],
      ['09:00-21:00', '2026-11-23T20:29:59.999', '营业中 · 21:00 打烊', 'Open · closes 21:00'],
      [
        '18:00-02:00',
        '2026-11-23T19:00',
        '营业中 · 次日 02:00 打烊',
        'Open · closes tomorrow 02:00',
      ],
      ['18:00-02:00', '2026-11-24T00:00', '营业中 · 02:00 打烊', 'Open · closes 02:00'],
      ['18:00-24:00', '2026-11-23T19:00', '营业中 · 24:00 打烊', 'Open · closes 24:00'],
      [
        'Mo-Tu 24/7',
        '2026-11-23T19:00',
        '营业中 · 次日 24:00 打烊',
        'Open · closes tomorrow 24:00',
      ],
      ['Mo-Fr 24/7', '2026-11-23T19:00', '营业中 · 周五 24:00 打烊', 'Open · closes Fri 24:00'],
      [
        '24/7; Mo 20:00-24:00 off',
        '2026-11-24T00:00',
        '营业中 · 周一 20:00 打烊',
        'Open · closes Mon 20:00',
      ],
      [
        '24/7; Mo 20:00-21:00 off',
        '2026-11-23T21:00',
        '营业中 · 11月30日 20:00 打烊',
        'Open · closes 30 Nov 20:00',
      ],
      [
        '24/7; Dec 25 off',
        '2026-11-23T12:00',
        '营业中 · 12月24日 24:00 打烊',
        'Open · closes 24 Dec 24:00',
      ],
      [
        '24/7; Dec 25 off',
        '2026-12-26T12:00',
        '营业中 · 2027年12月24日 24:00 打烊',
        'Open · closes 24 Dec 2027 24:00',
      ],
      ['24/7 open "后门进"', '2026-11-23T12:00', '24小时营业 · 后门进', 'Open 24 hours · 后门进'],
    ],
    '+08:00',
  );
});

describe('closing soon', () => {
  check(
    [
      ['09:00-21:00', '2026-11-23T20:30', '即将打烊 (30 分钟)', 'Closing soon (30 min)'],
      ['09:00-21:00', '2026-11-23T20:48', '即将打烊 (12 分钟)', 'Closing soon (12 min)'],
      ['09:00-21:00', '2026-11-23T20:48:00.001', '即将打烊 (11 分钟)', 'Closing soon (11 min)'],
      ['09:00-21:00', '2026-11-23T20:59', '即将打烊 (1 分钟)', 'Closing soon (1 min)'],
      [
        '09:00-21:00',
        '2026-11-23T20:59:59.999',
        '即将打烊 (不到 1 分钟)',
        'Closing soon (under 1 min)',
      ],
      ['09:00-21:00', '2026-11-23T21:00', '明天 09:00 开门', 'Opens tomorrow 09:00'],
      ['18:00-24:00', '2026-11-23T23:45', '即将打烊 (15 分钟)', 'Closing soon (15 min)'],
      ['18:00-02:00', '2026-11-24T01:59', '即将打烊 (1 分钟)', 'Closing soon (1 min)'],
      [
        '09:00-21:00 open "后门进"',
        '2026-11-23T20:48',
        '即将打烊 (12 分钟) · 后门进',
        'Closing soon (12 min) · 后门进',
      ],
    ],
    '+08:00',
  );
});

describe('closed', () => {
  check(
    [
      ['23:00-05:00', '2026-11-23T22:59:59', '23:00 开门', 'Opens 23:00'],
      [
        '23:00-05:00',
        '2026-11-23T23:00',
        '营业中 · 次日 05:00 打烊',
        'Open · closes tomorrow 05:00',
      ],
      ['08:00-18:00', '2026-11-23T18:00', '明天 08:00 开门', 'Opens tomorrow 08:00'],
      ['08:00-18:00', '2026-11-24T00:00', '08:00 开门', 'Opens 08:00'],
      ['Tu 24/7', '2026-11-23T18:00', '明天 00:00 开门', 'Opens tomorrow 00:00'],
      ['Mo-Fr 08:00-18:00', '2026-11-27T18:00', '周一 08:00 开门', 'Opens Mon 08:00'],
      ['Mo 08:00-18:00', '2026-11-23T18:00', '11月30日 08:00 开门', 'Opens 30 Nov 08:00'],
      ['Mo 08:00-18:00', '2026-11-24T00:00', '周一 08:00 开门', 'Opens Mon 08:00'],
      ['Dec 1-Dec 31 08:00-18:00', '2026-11-23T12:00', '12月1日 08:00 开门', 'Opens 1 Dec 08:00'],
      [
        'Mar 1 08:00-18:00',
        '2026-11-23T12:00',
        '2027年3月1日 08:00 开门',
        'Opens 1 Mar 2027 08:00',
      ],
      ['Jan 1 08:00-18:00', '2026-12-30T12:00', '周五 08:00 开门', 'Opens Fri 08:00'],
      ['off', '2026-11-23T12:00', '休息中', 'Closed'],
      ['off "装修"', '2026-11-23T12:00', '休息中 · 装修', 'Closed · 装修'],
      [
        '08:00-18:00; 18:00-24:00 off "盘点"',
        '2026-11-23T19:00',
        '明天 08:00 开门 · 盘点',
        'Opens tomorrow 08:00 · 盘点',
      ],
    ],
    '+08:00',
  );
});

describe('unknown', () => {
  check(
    [
      ['unknown', '2026-11-23T12:00', '时间未知', 'Hours unknown'],
      ['"电话预约"', '2026-11-23T12:00', '时间未知 · 电话预约', 'Hours unknown · 电话预约'],
      [
        'Mo-Fr 09:00-17:00; Sa unknown',
        '2026-11-28T12:00',
        '时间未知 · 周一 09:00 开门',
        'Hours unknown · opens Mon 09:00',
      ],
      [
        'Mo-Sa 09:00-17:00; 17:00-22:00 unknown "按铃"',
        '2026-11-23T17:00',
        '时间未知 · 明天 09:00 开门 · 按铃',
        'Hours unknown · opens tomorrow 09:00 · 按铃',
      ],
      [
        '09:00-21:00; 21:00-24:00 unknown',
        '2026-11-23T20:59',
        '营业中 · 21:00 后时间未知',
        'Open · hours unknown from 21:00',
      ],
      [
        'Mo,We 00:00-24:00; Tu unknown',
        '2026-11-23T20:59',
        '营业中 · 24:00 后时间未知',
        'Open · hours unknown from 24:00',
      ],
      [
        'Sa unknown',
        '2026-11-26T12:00',
        '休息中 · 次日 24:00 后时间未知',
        'Closed · hours unknown from tomorrow 24:00',
      ],
      // Where the calendar ends, after 2030, is nothing to tell in 2026, but is in its last year.
      ['Jan-Dec open', '2026-11-23T12:00', '营业中', 'Open'],
      [
        'Jan-Dec open',
        '2030-11-23T12:00',
        '营业中 · 12月31日 24:00 后时间未知',
        'Open · hours unknown from 31 Dec 24:00',
      ],
      ['Jan-Dec off', '2026-11-23T12:00', '休息中', 'Closed'],
      ['Jan-Dec open', '2031-01-01T00:00', '时间未知', 'Hours unknown'],
    ],
    '+08:00',
  );
});

describe("the station's clock", () => {
  // London's clock goes from 01:00 to 02:00 on 29 March 2026, and from 02:00 back to 01:00 on 25 October.
  check(
    [
      ['08:00-20:00', '2026-03-28T21:00', '明天 08:00 开门', 'Opens tomorrow 08:00'],
      [
        '22:00-06:00',
        '2026-03-28T23:00',
        '营业中 · 次日 06:00 打烊',
        'Open · closes tomorrow 06:00',
      ],
      ['08:00-20:00', '2026-03-29T18:45', '即将打烊 (15 分钟)', 'Closing soon (15 min)'],
      ['08:00-20:00', '2026-03-29T19:00', '明天 08:00 开门', 'Opens tomorrow 08:00'],
      ['08:00-20:00', '2026-10-25T19:45', '即将打烊 (15 分钟)', 'Closing soon (15 min)'],
      ['Tu-Sa 08:00-20:00', '2026-10-24T22:30', '周二 08:00 开门', 'Opens Tue 08:00'],
      // Half past eleven in the evening, summer time: it is the next day in London already.
      ['Mo-Fr 08:00-20:00', '2026-07-05T23:00', '08:00 开门', 'Opens 08:00'],
      ['Mo-Fr 08:00-20:00', '2026-07-05T22:59', '明天 08:00 开门', 'Opens tomorrow 08:00'],
    ],
    'Z',
    london,
  );

  it('may be behind UTC, or ahead of it by a day less an hour', () => {
    const at = '2026-11-23T23:30Z';
    expect(say('09:00-20:00', at, 'en', { utcOffsetMinutes: -600 })).toBe('Open · closes 20:00');
    expect(say('Tu 14:00-20:00', at, 'en', { utcOffsetMinutes: 840 })).toBe('Opens 14:00');
    expect(say('We 09:00-20:00', at, 'en', { utcOffsetMinutes: 840 })).toBe('Opens tomorrow 09:00');
  });
});

describe('options', () => {
  const { schedule } = compileHours('24/7');

  it('are Chinese and now by default, and instants may be numbers', () => {
    expect(describeHours(schedule)).toBe('24小时营业');
    const until = compileHours('09:00-21:00').schedule;
    const at = Date.parse('2026-11-23T20:48+08:00');
    expect(describeHours(until, { at })).toBe('即将打烊 (12 分钟)');
    const now = describeHours(until, { at: Date.now() });
    expect([now, describeHours(until, { at: Date.now() })]).toContain(describeHours(until));
  });

  it.each([
    [{ locale: 'fr' }, 'Invalid option locale: expected one of zh, en, got "fr"'],
    [{ at: new Date(Number.NaN) }, 'Invalid option at: expected a Date, or milliseconds'],
    [{ at: '2026-11-23T12:00' }, 'Invalid option at: expected a Date, or milliseconds'],
    [{ at: 1_795_000_000 }, 'Invalid option at: expected a Date, or milliseconds'],
    [{ lang: 'en' }, 'Invalid option lang'],
    [null, 'Invalid option options'],
  ])('%j are refused', (options, message) => {
    const run = () => describeHours(schedule, options as unknown as DescribeOptions);
    expect(run).toThrow(InvalidOptionError);
    expect(run).toThrow(message);
  });
});
