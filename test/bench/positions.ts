import type { LngLat } from '../../src/geo/position';
import type { Random } from '../support/random';
import { metersPerDegree } from './distance';

/** A place in the square of this half-width, in metres, around a centre; round the Earth if need be. */
export function near(centre: LngLat, meters: number, random: Random): LngLat {
  const scale = metersPerDegree(centre.lat);
  const lng = centre.lng + random.between(-meters, meters) / scale.lng;
  const lat = centre.lat + random.between(-meters, meters) / scale.lat;
  return {
    lng: lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng,
    lat: Math.max(-90, Math.min(90, lat)),
  };
}
