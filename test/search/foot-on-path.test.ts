import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/core';
import { footOnPath } from '../../src/geo/closest-foot';
import { toVector, type Vector } from '../../src/geo/ellipsoid';
import { type Foot, footOn, isCloser } from '../../src/geo/foot';
import { type Path, pieceCount } from '../../src/geo/path';
import { Random } from '../support/random';
import { randomRoute, thereAndBack, windingRoute } from '../support/random-routes';
import { randomPosition } from '../support/stations';

/** Every piece tried, from the start on. */
function footOfAll(path: Path, place: Vector): Foot {
  let best = footOn(path, 0, place);
  for (let piece = 1; piece < pieceCount(path); piece++) {
    const foot = footOn(path, piece, place);
    if (isCloser(foot, best)) best = foot;
  }
  return best;
}

describe('footOnPath()', () => {
  const random = new Random(221);
  const places = [
    { lng: 121.47, lat: 31.23, spread: 0.05 },
    { lng: 180, lat: -16.8, spread: 0.5 },
    { lng: 12, lat: 89.99, spread: 0.01 },
    { lng: -0.1, lat: 51.5, spread: 3 },
  ];
  const beside = ({ positions }: Route) =>
    randomPosition(random, {
      ...random.pick(positions),
      spread: random.pick([0, 0.001, 0.05, 5, 60]),
    });

  it('gives what trying every piece gives, the earliest where several are as close', () => {
    for (let i = 0; i < 2_000; i++) {
      const make = random.pick([randomRoute, thereAndBack]);
      const route = make(random, random.pick(places), 'wgs84');
      const place = toVector(beside(route));
      expect(footOnPath(route.path, place)).toEqual(footOfAll(route.path, place));
    }
  });

  it('does so on long roads that wind', () => {
    for (let i = 0; i < 4; i++) {
      const road = windingRoute(random, random.pick(places), 10_000, 0.0003);
      for (let j = 0; j < 20; j++) {
        const place = toVector(beside(road));
        expect(footOnPath(road.path, place)).toEqual(footOfAll(road.path, place));
      }
    }
  });
});
