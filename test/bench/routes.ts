import type { LngLat } from '../../src/geo/position';
import { Random } from '../support/random';
import type { Data } from './data';
import { metersPerDegree } from './distance';
import { near } from './positions';

const vertices = 2000;
const lengthMeters = 20_000;

/** Seeded routes: 2,000 vertices, 20 km, zigzag from a start as streets do. */
function routesFrom(size: number, startOf: (random: Random) => LngLat): LngLat[][] {
  const random = new Random(20_000);
  return Array.from({ length: size }, () => zigzag(startOf(random), random));
}

/** From the centre of Shanghai. */
export function cityRoutes(size: number): LngLat[][] {
  return routesFrom(size, () => ({ lng: 121.469, lat: 31.232 }));
}

/** Each from near some station. */
export function stationRoutes({ stations }: Data, size: number): LngLat[][] {
  return routesFrom(size, (random) => near(random.pick(stations).position, 500, random));
}

/** Legs of 200 to 1,500 m, turning right and left by turns, each step a few degrees off its leg. */
function zigzag(start: LngLat, random: Random): LngLat[] {
  const step = lengthMeters / (vertices - 1);
  const heading = random.between(0, 2 * Math.PI);
  const route = [start];
  let turned = false;
  let legEnds = random.between(200, 1500);
  for (let i = 1; i < vertices; i++) {
    if (i * step > legEnds) {
      turned = !turned;
      legEnds += random.between(200, 1500);
    }
    const angle = heading + (turned ? Math.PI / 2 : 0) + random.between(-0.05, 0.05);
    const { lng, lat } = route[i - 1]!;
    const scale = metersPerDegree(lat);
    route.push({
      lng: lng + (step * Math.cos(angle)) / scale.lng,
      lat: lat + (step * Math.sin(angle)) / scale.lat,
    });
  }
  return route;
}
