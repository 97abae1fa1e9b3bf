import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpeningHours } from '../../../src/dataset/hours/parse';
import { InvalidOptionError } from '../../../src/errors';
import { confidenceThreshold, readHoursText } from '../../../src/publish/hours-text';
import { courseOf } from './meaning';

/** Forms, and what is read of them; `undefined`: nothing with confidence. */
const table: readonly (readonly [text: string, hours: string | undefined])[] = [
  // One meaning, several ways to put it together
  ['10:00-22:00（周一至周四）10:00-23:00（周五至周日）', 'Mo-Th 10:00-22:00; Fr-Su 10:00-23:00'],
  ['0900-1700 Mon-Sat, 1100-1700 Sunday', 'Mo-Sa 09:00-17:00; Su 11:00-17:00'],
  ['08:00-18:00 Mon-Sat, Sunday 10:00-16:00', 'Mo-Sa 08:00-18:00; Su 10:00-16:00'],
  ['09:00-18:00, Saturday 09:00-12:00', 'Mo-Fr,Su 09:00-18:00; Sa 09:00-12:00'],
  ['8am-5pm Monday-Friday closed Saturday and Sunday', 'Mo-Fr 08:00-17:00'],
  ['Sunday closed Monday-Saturday 9am-5pm', 'Mo-Sa 09:00-17:00'],
  ['Closed Tuesday. Wed-Sun 8 a.m. - 6 p.m', 'We-Su 08:00-18:00'],
  ['daily except Mondays 10-18', 'Tu-Su 10:00-18:00'],
  ['Mo; Tu 9-17', undefined],
  ['周一至周五 9:00-17:00 10:00-12:00 周六', undefined],

  // Seasons share what stands before all of them, or after the full stop
  [
    '周一至周五 夏季(5月-10月)8:00-18:00 冬季(11月-4月)8:30-17:30',
    'May-Oct Mo-Fr 08:00-18:00; Nov-Apr Mo-Fr 08:30-17:30',
  ],
  [
    '周一闭馆；夏季(5月-10月)9:00-17:30，冬季(11月-4月)9:00-17:00',
    'May-Oct Tu-Su 09:00-17:30; Nov-Apr Tu-Su 09:00-17:00',
  ],
  [
    '夏季(5月-10月)9:00-17:30，冬季(11月-4月)9:00-17:00。周一闭馆',
    'May-Oct Tu-Su 09:00-17:30; Nov-Apr Tu-Su 09:00-17:00',
  ],
  ['夏季(5月-10月)9:00-17:30，冬季(11月-4月)9:00-17:00，周一闭馆', undefined],
  ['9:00-18:00，周一休息；7月-8月 9:00-21:00', undefined],
  [
    'Tu 11-17, We-Su 9-17; Mo closed Apr-Sep; We 11-17, Th-Su 9-17; Mo-Tu closed Oct-Mar',
    'Apr-Sep Tu 11:00-17:00; Apr-Sep We-Su 09:00-17:00; Oct-Mar We 11:00-17:00; Oct-Mar Th-Su 09:00-17:00',
  ],
  ['8:00-18:00，夏季8:00-20:00', undefined],
  ['Saturdays 8am to 12pm, January - March: 9am - 12pm', undefined],
  ['summer 11:00-21:00;Jun-Sep 11:00-21:00', undefined],
  ['Apr 15-Oct 15 -22:00', undefined],

  // Halves of the day
  ['9-5', undefined],
  ['7-11pm', undefined],
  ['2-5pm', '14:00-17:00'],
  ['11-2pm', '11:00-14:00'],
  ['8:00 - 7pm', '08:00-19:00'],
  ['9:00-11:30，1:00-5:00', undefined],
  ['2.30 - 17.00', undefined],
  ['12am-11pm', undefined],
  ['10am-12pm', undefined],
  ['中午12点-下午2点', '12:00-14:00'],
  ['晚上8点-2点', '20:00-02:00'],
  ['晚上8点-8点', undefined],
  ['上午9点-下午12点', undefined],
  ['9:00-17:00 5:00-6:00', undefined],
  ['13:00-5:00', undefined],
  ['早晚8:00-9:00', undefined],
  ['夜里凌晨2点-5点', '02:00-05:00'],

  // Days
  ['ma, do 9-17', undefined],
  ['Di 9-17', undefined],
  ['Di-So 9-17', 'Tu-Su 09:00-17:00'],
  ['Lu-Di 9-17', '09:00-17:00'],
  ['Martedì/Sabato 11:00-21:30', undefined],
  ['Fr/Sa 11:00-21:30', 'Fr,Sa 11:00-21:30'],
  ['de domingo a domingo 7:00-20:00', undefined],
  ['Bank Holiday Mondays 10:00-13:00', undefined],
  ['Sat7-12', 'Sa 07:00-12:00'],
  ['周六日落-22:00', 'Sa sunset-22:00'],
  ['周日一楼9:00-17:00', undefined],

  // Closures
  ['周三公休', undefined],
  ['Closed Bank Holidays', undefined],
  ['closed', 'closed'],
  ['闭馆', 'off'],
  ['9:00-17:00，节假日休息', undefined],
  ['9:00-17:00，法定节假日休息', '09:00-17:00; PH off'],
  ['周一闭馆，9:00-17:00，法定节假日除外', '09:00-17:00; Mo off; PH off'],
  ['9:00-17:00，周一闭馆，法定节假日除外', undefined],
  ['9:00-18:00（12:00-13:00休息）', '09:00-12:00,13:00-18:00'],
  ['9:00-12:00（13:00-14:00休息）', undefined],
  ['9:00-17:00，春节期间休息', '09:00-17:00; PH unknown "春节期间休息"'],
  ['9:00-17:00，圣诞节休息', undefined],
  ['9:00-17:00，雨天不开放', undefined],
  ['9:00-17:00+', undefined],
  ['11:00-21:00; +', undefined],

  // Valid syntax, unless its times are loose
  ['Mo-Fr 09:00-17:00; PH off', 'Mo-Fr 09:00-17:00; PH off'],
  ['week 1-53/2 Fr 09:00-12:00', 'week 1-53/2 Fr 09:00-12:00'],
  ['Mo-Fr 9:00-17:00', 'Mo-Fr 9:00-17:00'],
  ['9:00-5:00', undefined],
  ['"8:00-20:00"', '08:00-20:00'],
];

describe('readHoursText', () => {
  it.each(table)('%j → %j', (text, hours) => {
    const reading = readHoursText(text);
    if (hours === undefined || reading.hours === undefined) {
      expect(reading.hours, reading.guess).toBe(hours);
    } else if (reading.hours !== hours) {
      expect(courseOf(reading.hours), `${reading.hours}: ${reading.doubts}`).toBe(courseOf(hours));
    }
  });

  it('tells what it left out, as it stands there, and why it is not sure', () => {
    const entry = readHoursText('營業時間：9:00~17:00（最後入場 16:30）');
    expect(entry).toEqual({
      hours: '09:00-17:00',
      guess: '09:00-17:00',
      confidence: 0.95,
      unused: ['營業時間', '最後入場 16:30'],
      doubts: ['a last entry before the end'],
    });
    const asked = readHoursText('周一至周五 9:00-17:00，周六 需预约');
    expect(asked.hours).toBeUndefined();
    expect(asked.guess).toBe('Mo-Fr 09:00-17:00');
    expect(asked.confidence).toBeLessThan(confidenceThreshold);
    expect(asked.unused).toEqual(['需预约']);
  });

  it('gives hours at the threshold and above, and only then', () => {
    for (const [text] of table) {
      const { hours, confidence, guess, doubts } = readHoursText(text);
      expect(hours !== undefined, text).toBe(confidence >= confidenceThreshold);
      if (hours !== undefined) expect(guess).toBe(hours);
      expect(doubts.length > 0, text).toBe(confidence < 1);
    }
  });

  it('throws for what is no text, and reads no text that is too long', () => {
    for (const value of [undefined, null, 900, {}, ['9:00-17:00']]) {
      expect(() => readHoursText(value as string)).toThrow(InvalidOptionError);
    }
    const long = readHoursText('9:00-17:00 '.repeat(100));
    expect(long).toEqual({ confidence: 0, unused: [], doubts: ['longer than 1000 characters'] });
  });

  it('writes valid syntax only, whatever it is given', () => {
    const words = table.flatMap(([text]) => text.split(/(?<=[，；。 ])/));
    const sentence = fc
      .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 4 })), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(sentence, (text) => {
        const { hours, confidence, unused } = readHoursText(text);
        if (hours !== undefined) expect(isOpeningHours(hours)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const part of unused) expect(text).toContain(part);
      }),
      { numRuns: 2_000, seed: 5 },
    );
  });

  it('is quick on text made to be slow', () => {
    const hostile = [
      '9'.repeat(1000),
      '9:'.repeat(500),
      '周一、'.repeat(333),
      '一'.repeat(1000),
      '至'.repeat(1000),
      '(((('.repeat(250),
      'Mo-'.repeat(333),
      '24 '.repeat(333),
      '9-17, '.repeat(166),
      '休'.repeat(1000),
      '除周一'.repeat(333),
      'a'.repeat(1000),
      '电话 1 '.repeat(166),
      `电话 ${'1 -'.repeat(320)}`,
      '地址'.repeat(500),
      `地址${'一'.repeat(998)}`,
      '第一、'.repeat(333),
      `每月${'第一、'.repeat(332)}`,
      'first and '.repeat(100),
      '周 '.repeat(500),
      '9 好 '.repeat(250),
      '早'.repeat(1000),
      '8点开门，'.repeat(200),
      `夜间${'请需要'.repeat(332)}`,
    ];
    for (const text of hostile) {
      const start = performance.now();
      readHoursText(text);
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(250);
    }
  });
});
