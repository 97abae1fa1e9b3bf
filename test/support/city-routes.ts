import type { LngLat } from '../../src/geo/position';
import type { Random } from './random';

/** Centres of cities in which riders ride. */
export const cities: readonly LngLat[] = [
  { lng: 121.47, lat: 31.23 },
  { lng: 116.4, lat: 39.9 },
  { lng: 113.26, lat: 23.13 },
  { lng: 104.07, lat: 30.66 },
  { lng: 87.62, lat: 43.83 },
  { lng: 126.53, lat: 45.8 },
  { lng: 110.33, lat: 20.03 },
  { lng: 91.13, lat: 29.65 },
];

/** A way through streets: straight for some corners, then a turn; steps of 5 to 200 m. */
export function cityRoute(random: Random, { lng, lat }: LngLat, vertices: number): LngLat[] {
  let heading = random.between(0, 2 * Math.PI);
  let at = { lng: lng + random.between(-0.1, 0.1), lat: lat + random.between(-0.1, 0.1) };
  const points = [at];
  while (points.length < vertices) {
    heading += random.chance(0.2)
      ? random.pick([-1, 1]) * (Math.PI / 2)
      : random.between(-0.1, 0.1);
    const step = random.between(5, 200) / 111_195;
    at = {
      lng: at.lng + (step * Math.cos(heading)) / Math.cos((at.lat * Math.PI) / 180),
      lat: at.lat + step * Math.sin(heading),
    };
    points.push(at);
  }
  return points;
}
