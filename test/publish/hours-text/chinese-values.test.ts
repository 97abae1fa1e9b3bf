import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHoursText } from '../../../src/publish/hours-text';
import { isMissing, sharedData } from '../../support/shared-data';

const path = 'opening-hours/osm-chinese-values.txt';

/**
 * What the values say, by the line that they stand on: they are not ours to republish. `undefined`: two
 * readings, a length of time, an end that is missing, or closures that are too short to be clear.
 */
const expected: readonly (string | undefined)[] = [
  '09:00-18:00',
  'Su-Th 10:00-22:00; Fr,Sa 10:00-22:30',
  '10:00-14:00,17:30-22:00',
  '10:00-16:00',
  undefined,
  'Tu-Su 11:00-14:00,17:00-21:00',
  'Mo-We,Fr-Su 11:00-20:30',
  '11:30-14:30,17:30-22:00',
  '11:00-20:00',
  undefined,
  'Tu-Su 14:00-22:00',
  undefined,
  '14:00-22:00',
  undefined,
  undefined,
  '24/7',
  '24/7',
  '24/7',
  '24/7',
  '06:00-12:00',
  '06:00-14:00',
  undefined,
  undefined,
  'Mo-Fr 10:00-22:00; Sa,Su 09:00-21:00',
  'Tu-Fr 17:30-21:00; Sa,Su 12:00-14:00,17:30-21:00',
  undefined,
  'Mo-Sa 11:00-20:30',
  undefined,
  '11:00-14:00,16:00-20:00',
  '11:00-14:00,17:00-21:00',
  undefined,
  undefined,
  '16:30-02:00',
  '17:00-02:00',
  '12:00-14:30,19:00-22:00',
  'Sep-May 09:00-19:00',
  '24/7',
  undefined,
  'Tu-Sa 07:00-19:30; Su 07:00-16:00',
  '10:00-22:00',
  '11:30-23:00',
  '10:00-22:00',
  '10:00-22:00',
  '09:00-11:30,13:30-16:30',
  'Tu-Su 08:30-16:30',
  'Tu-Su 09:00-17:30',
];

describe.skipIf(isMissing(path))('the Chinese values of OpenStreetMap', () => {
  const lines = isMissing(path)
    ? []
    : readFileSync(sharedData(path), 'utf8')
        .split('\n')
        .filter((line) => line !== '');

  it('are those that were looked at', () => {
    expect(lines.length).toBe(expected.length);
  });

  it.each(expected.map((hours, index) => [index + 1, hours] as const))(
    'line %i: %s',
    (line, hours) => {
      const reading = readHoursText(lines[line - 1]!);
      expect(reading.hours, reading.doubts.join()).toBe(hours);
    },
  );
});
