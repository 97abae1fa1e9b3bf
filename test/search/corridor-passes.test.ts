import { describe, expect, it } from 'vitest';
import { convert, type Route, StationSet } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { sphereMeters } from '../support/geodesic';
import { Random } from '../support/random';
import { randomRoute, thereAndBack } from '../support/random-routes';
import { rounds } from '../support/rounds';
import { randomRecords } from '../support/stations';

const here = { lng: 121.47, lat: 31.23, spread: 0.008 };

/** A place of the route about every metre, with metres from its start. */
function samplesOf({ positions, crs }: Route): { at: LngLat; along: number }[] {
  const wgs = positions.map((position) => convert(position, crs, 'wgs84'));
  const samples = [{ at: wgs[0]!, along: 0 }];
  let along = 0;
  wgs.slice(1).forEach((to, i) => {
    const from = wgs[i]!;
    const meters = sphereMeters(from, to);
    const steps = Math.max(1, Math.ceil(meters));
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      samples.push({
        at: {
          lng: from.lng + share * (to.lng - from.lng),
          lat: from.lat + share * (to.lat - from.lat),
        },
        along: along + share * meters,
      });
    }
    along += meters;
  });
  return samples;
}

/**
 * The stretches of samples within the width, and where each comes closest; nothing where one metre more or
 * less would make another number of them.
 */
function stretches(
  samples: readonly { at: LngLat; along: number }[],
  position: LngLat,
  width: number,
): { along: number; offset: number }[] | undefined {
  const found: { along: number; offset: number }[] = [];
  let inside = false;
  let before = Number.POSITIVE_INFINITY;
  let falling = true;
  const slack = 1 + 0.006 * width;
  const isDoubtful = (offset: number) => Math.abs(offset - width) < slack;
  for (const { at, along } of samples) {
    const offset = sphereMeters(at, position);
    const falls = offset < before;
    if (falls !== falling && isDoubtful(before)) return undefined;
    falling = falls;
    before = offset;
    if (offset > width) inside = false;
    else if (!inside) found.push({ along, offset });
    const stretch = found[found.length - 1];
    if (offset <= width && stretch !== undefined && offset < stretch.offset) {
      stretch.along = along;
      stretch.offset = offset;
    }
    inside = offset <= width;
  }
  return isDoubtful(before) ? undefined : found;
}

describe('passes: all', () => {
  it('gives one hit for each stretch of a finely sampled route that is within the width', () => {
    const random = new Random(241);
    let hits = 0;
    let several = 0;
    for (let i = 0; i < rounds(60, 150); i++) {
      const set = StationSet.from(randomRecords(random, 20, here), { crs: 'wgs84' });
      const route = (random.chance(0.4) ? thereAndBack : randomRoute)(random, here, 'wgs84');
      const widthMeters = random.between(20, 500);
      const samples = samplesOf(route);
      const given = set.along(route, { widthMeters, passes: 'all' });
      for (const station of set.filter()) {
        const expected = stretches(samples, station.position, widthMeters);
        if (expected === undefined) continue;
        const passes = given.filter((hit) => hit.station === station);
        expect(passes).toHaveLength(expected.length);
        passes.forEach(({ offsetMeters }, j) => {
          const { offset } = expected[j]!;
          expect(Math.abs(offsetMeters - offset)).toBeLessThan(0.006 * offset + 1);
        });
        hits += passes.length;
        if (passes.length > 1) several++;
      }
    }
    expect(hits).toBeGreaterThan(rounds(600, 1_500));
    expect(several).toBeGreaterThan(rounds(120, 300));
  });
});
