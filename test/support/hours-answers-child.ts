import { createHash } from 'node:crypto';
import { chinaHolidays } from '../../src/dataset/hours/china-holidays';
import { compileHours } from '../../src/dataset/hours/compile';
import { openingAt } from '../../src/dataset/schedule/opening';
import { offsetsOf } from '../../src/publish/time-zone';
import { generatedHours } from './hours-grammar';
import { Random } from './random';

/*
 * As a process, in the time zone that it was given: prints how far its own clock is ahead of UTC, in winter
 * and in summer, and a hash of many answers, which must not depend on that.
 */

const clocks = {
  'Asia/Shanghai': [121.4737, 31.2304],
  'America/New_York': [-74.006, 40.7128],
  'Pacific/Apia': [-171.76, -13.83],
} as const;

const random = new Random(8);
const values = generatedHours(random, 150);
const first = Date.UTC(2025, 0, 1);
const instants = Array.from({ length: 60 }, () => first + 60_000 * random.int(0, 730 * 1440));
const hash = createHash('sha256');

for (const [timeZone, position] of Object.entries(clocks)) {
  const utcOffsetMinutes = offsetsOf(timeZone, '2025-01-01', '2026-12-31');
  for (const hours of values) {
    const { schedule, problems } = compileHours(hours, {
      utcOffsetMinutes,
      holidays: chinaHolidays,
      position,
      from: '2025-01-01',
      until: '2026-12-31',
    });
    hash.update(JSON.stringify([schedule, problems]));
    for (const instant of instants) hash.update(JSON.stringify(openingAt(schedule, instant)));
  }
}

const ahead = [0, 6].map((month) => -new Date(2026, month, 1).getTimezoneOffset());
process.stdout.write(JSON.stringify({ ahead, hash: hash.digest('hex') }));
