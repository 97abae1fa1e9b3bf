import { type Crs, Route } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import type { Random } from './random';
import { type Cluster, randomPosition } from './stations';

/** Straight from one seeded place around another to the next; some vertices are repeated. */
export function randomRoute(random: Random, around: Cluster, crs: Crs): Route {
  const points = Array.from({ length: random.int(2, 12) }, () => randomPosition(random, around));
  if (random.chance(0.2)) points.splice(1, 0, points[0]!);
  return Route.from(points, { crs });
}

/** The same streets there and back again. */
export function thereAndBack(random: Random, around: Cluster, crs: Crs): Route {
  const there = Array.from({ length: random.int(2, 8) }, () => randomPosition(random, around));
  return Route.from([...there, ...there.slice(0, -1).reverse()], { crs });
}

/** A road that winds its way in small steps, so many degrees long each. */
export function windingRoute(
  random: Random,
  { lng, lat }: LngLat,
  vertices: number,
  degrees: number,
): Route {
  let heading = random.between(0, 2 * Math.PI);
  let at = { lng, lat };
  const points = [at];
  while (points.length < vertices) {
    heading += random.between(-0.2, 0.2);
    at = {
      lng: ((at.lng + degrees * Math.cos(heading) + 540) % 360) - 180,
      lat: Math.max(-89, Math.min(89, at.lat + degrees * Math.sin(heading))),
    };
    points.push(at);
  }
  return Route.from(points, { crs: 'wgs84' });
}
