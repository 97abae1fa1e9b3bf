import { describe, expect, it } from 'vitest';
import { isOpeningHours } from '../../../src/dataset/hours/parse';

describe('isOpeningHours()', () => {
  const valid = [
    '24/7',
    '09:00-17:00',
    'Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off',
    'Mo-Fr 09:00-11:30,13:30-17:00',
    'Mo-Su 18:00-06:00',
    'Mo,We 10:00-12:00',
    'Mo, We 10:00-12:00',
    'Mo-Fr 08:00-18:00, Sa-Su 10:00-17:00',
    'Apr-Oct: 24/7',
    'Oct 15-Mar 31 Mo-Sa 09:00-26:00 "ask; the guard, please"',
    '2026 Dec 24 09:00-12:00 || "by appointment"',
    'sunrise-sunset',
    '(sunrise+01:00)-17:00+',
    'Mo[1] 09:00-12:00',
    'week 1-53/2 We 13:00-16:00',
    'off',
    'unknown "ring the bell"',
  ];
  const invalid = [
    '',
    ' ',
    '9am - 6.30pm Monday to Sunday',
    'Dawn til Dusk',
    '周一至周五 9:00-17:00',
    'summer 08:00-20:00',
    'Mo-Fr 07:00-18:00 Sa 07:00-19:00',
    '25:99-26:00',
    'Xx 09:00-17:00',
    '<script>',
  ];
  it.each(valid)('takes %j', (text) => expect(isOpeningHours(text)).toBe(true));
  it.each(invalid)('refuses %j', (text) => expect(isOpeningHours(text)).toBe(false));

  it('stays quick on text made to be slow', () => {
    const hostile = [
      'Mo-Fr ',
      '09:00-',
      'Mo,',
      '09:00,',
      'Jan ',
      'Mo, ',
      '2026 Jan 1-',
      '"',
      'Mo 09:00, ',
    ];
    // Each would take longer than the test may if matching were to backtrack without bound.
    for (const part of hostile) isOpeningHours(`${part.repeat(Math.floor(990 / part.length))}x`);
    expect(isOpeningHours('09:00-17:00 '.repeat(100_000))).toBe(false);
  });
});
