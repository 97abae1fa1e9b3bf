import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { dateOf, dayNumber } from '../../../src/dataset/hours/days';
import { sunMinutes } from '../../../src/dataset/hours/sun';
import { Random } from '../../support/random';

type Event = 'dawn' | 'sunrise' | 'sunset' | 'dusk';
type GetTimes = (date: Date, lat: number, lng: number) => Record<Event, Date | null>;

const events = ['dawn', 'sunrise', 'sunset', 'dusk'] as const;

/** The sun as the reference has it; it is a dependency of `opening_hours`, not of ours. */
const getTimes = (() => {
  try {
    const near = createRequire(import.meta.url).resolve('opening_hours');
    return (createRequire(near)('suncalc') as { getTimes: GetTimes }).getTimes;
  } catch {
    return undefined;
  }
})();

/** The reference's minutes after the local midnight of a day, with fractions. */
function reference(day: number, lng: number, lat: number, offset: number, event: Event) {
  const midnight = day * 1440 - offset;
  const noon = (((720 + offset - 4 * lng) % 1440) + 1440) % 1440;
  const earliest = event === 'dawn' || event === 'sunrise' ? noon - 740 : noon - 20;
  // It answers for a solar day near the date it is asked for: of three in a row, the one of this noon.
  for (const probe of [0, -1, 1]) {
    const at = getTimes!(new Date((midnight + noon + probe * 1440) * 60_000), lat, lng)[event];
    if (at === null) continue;
    const minutes = at.getTime() / 60_000 - midnight;
    if (minutes >= earliest && minutes < earliest + 760) return minutes;
  }
  return undefined;
}

describe('sunMinutes()', () => {
  it.skipIf(getTimes === undefined)(
    'agrees with suncalc within a minute, at 2,000 places between 60° S and 60° N',
    () => {
      const random = new Random(51);
      let same = 0;
      let all = 0;
      for (let i = 0; i < 2_000; i++) {
        const lng = random.between(-180, 180);
        const lat = random.between(-60, 60);
        const day = random.int(dayNumber(2000, 1, 1), dayNumber(2050, 12, 31));
        // Clocks within three hours of their meridian, as they are.
        const offset = Math.max(
          -720,
          Math.min(840, Math.round(lng / 15) * 60 + random.int(-6, 6) * 30),
        );
        const ours = sunMinutes(day, lng, lat, offset);
        for (const event of events) {
          const theirs = reference(day, lng, lat, offset, event);
          const where = `${event} at ${lng},${lat} on ${JSON.stringify(dateOf(day))} ${offset}`;
          if (theirs === undefined || ours[event] === undefined) {
            expect(ours[event], where).toBe(theirs);
            continue;
          }
          all++;
          if (ours[event] === Math.floor(theirs)) same++;
          // As instants too: the minute cut off is at most one away.
          expect(Math.abs(ours[event]! - Math.floor(theirs)), where).toBeLessThanOrEqual(1);
        }
      }
      console.log(`sun: ${same} of ${all} events in the same minute, the others in the next`);
      expect(same / all).toBeGreaterThan(0.99);
    },
  );

  it('has the times that observatories publish', () => {
    // Shanghai and London on the solstices: Hong Kong Observatory's and HM Nautical Almanac's method, ±1.
    const shanghai = sunMinutes(dayNumber(2026, 6, 21), 121.47, 31.23, 480);
    expect(shanghai.sunrise! / 60).toBeCloseTo(4 + 50 / 60, 1);
    expect(shanghai.sunset! / 60).toBeCloseTo(19 + 1 / 60, 1);
    const london = sunMinutes(dayNumber(2026, 12, 21), -0.1276, 51.5072, 0);
    expect(london.sunrise! / 60).toBeCloseTo(8 + 3 / 60, 1);
    expect(london.sunset! / 60).toBeCloseTo(15 + 53 / 60, 1);
  });

  it('says nothing where there is nothing to see', () => {
    const nothing = { dawn: undefined, sunrise: undefined, sunset: undefined, dusk: undefined };
    expect(sunMinutes(dayNumber(2026, 6, 21), 18.95, 69.65, 120)).toEqual(nothing);
    // Polar night, but a twilight at noon.
    const winter = sunMinutes(dayNumber(2026, 12, 21), 18.95, 69.65, 60);
    expect(winter.sunrise).toBeUndefined();
    expect(winter.sunset).toBeUndefined();
    expect(winter.dawn!).toBeLessThan(winter.dusk!);
    for (const lat of [-90, 90]) {
      for (const month of [1, 4, 7, 10]) {
        expect(sunMinutes(dayNumber(2026, month, 1), 0, lat, 0)).toEqual(nothing);
      }
    }
  });

  it('stays in order, also where dusk comes after midnight or the clock is beyond the date line', () => {
    const random = new Random(52);
    for (let i = 0; i < 5_000; i++) {
      const day = random.int(dayNumber(2020, 1, 1), dayNumber(2030, 12, 31));
      const offset = random.int(-24, 28) * 30;
      const sun = sunMinutes(day, random.between(-180, 180), random.between(-70, 70), offset);
      const there = events.map((event) => sun[event]).filter((minute) => minute !== undefined);
      expect(there).toEqual([...there].sort((a, b) => a - b));
      for (const minute of there) {
        expect(Number.isInteger(minute)).toBe(true);
        expect(minute).toBeGreaterThan(-740);
        expect(minute).toBeLessThan(2180);
      }
    }
    // Reykjavik at midsummer: the sun sets four minutes after midnight.
    expect(sunMinutes(dayNumber(2026, 6, 21), -21.94, 64.15, 0).sunset).toBeGreaterThanOrEqual(
      1440,
    );
  });
});
