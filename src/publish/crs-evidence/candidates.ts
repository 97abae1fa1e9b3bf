import { type Crs, convertChecked } from '../../geo/crs';
import type { LngLat } from '../../geo/position';

export const candidates: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];

/** Where a position would be in WGS-84, if it were in each of the candidates. */
export function readings(lng: number, lat: number): LngLat[] {
  return candidates.map((crs) => convertChecked({ lng, lat }, crs, 'wgs84'));
}

/** Outside mainland China all three agree. */
export function agree(lng: number, lat: number): boolean {
  return readings(lng, lat).every((place) => place.lng === lng && place.lat === lat);
}
