import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleRecords } from '../../../src/cli/sample';
import { compileHours, type Schedule } from '../../../src/core';
import { realHours, realHoursAreMissing } from '../../support/hours-values';
import { readSchedules, writeSchedules } from '../../support/schedule-bytes';

function schedulesOf(hours: Iterable<string>): Schedule[] {
  return [...new Set(hours)].flatMap((one) => {
    try {
      return [compileHours(one).schedule];
    } catch {
      return [];
    }
  });
}

function bytesOf(schedules: readonly Schedule[]): number {
  const { bytes, comments } = writeSchedules(schedules);
  const again = readSchedules(bytes, comments, schedules[0]!.offsets);
  const texts = (list: readonly Schedule[]) => new Set(list.map((one) => JSON.stringify(one)));
  expect(texts(again)).toEqual(texts(schedules));
  return bytes.length + comments.join('').length;
}

describe('the schedules of a pack', () => {
  it('take little for the 7,395 stations of the sample', () => {
    const records = sampleRecords();
    const hours = records.flatMap(({ hours: own, offers = [] }) =>
      [own, ...offers.map((offer) => offer.hours)].filter((text) => text !== undefined),
    );
    const schedules = schedulesOf(hours);
    expect(records).toHaveLength(7395);
    expect(schedules.length).toBeGreaterThan(20);
    expect(schedules.length).toBeLessThan(300);
    // 1,022 when this was written.
    expect(bytesOf(schedules)).toBeLessThan(2_000);
  });

  it.skipIf(realHoursAreMissing)(
    'take little for the hundreds of real ones that need no sun',
    () => {
      const schedules = schedulesOf(realHours().filter((hours) => !/sun|dawn|dusk/.test(hours)));
      const bytes = bytesOf(schedules);
      const { bytes: plain } = writeSchedules(schedules);
      console.log(
        `${schedules.length} real schedules: ${bytes} bytes, ${gzipSync(Uint8Array.from(plain)).length} gzipped`,
      );
      expect(schedules.length).toBeGreaterThan(300);
      expect(bytes).toBeLessThan(24_000);
    },
  );
});
