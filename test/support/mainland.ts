import { iso1A2Code } from '@rapideditor/country-coder';
import gcoord from 'gcoord';
import type { Crs, LngLat } from '../../src/core';
import { inRings } from '../outline/in-rings';
import { countryPolygons } from '../outline/natural-earth';
import type { Random } from './random';

export const anyCrs: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];

const theirs = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** The oracle for the forward formulas. It hangs for some places on the way back; do not ask it for those. */
export function gcoordTransform({ lng, lat }: LngLat, from: Crs, to: Crs): LngLat {
  const [x, y] = gcoord.transform([lng, lat], theirs[from], theirs[to]) as [number, number];
  return { lng: x, lat: y };
}

const china = countryPolygons('156');

/** Natural Earth is off by up to a kilometre around Hong Kong and Macau; another map has a finer line there. */
export function isInHongKongOrMacau(place: LngLat): boolean {
  return ['HK', 'MO'].includes(territoryAt(place) ?? '');
}

/** Whose a place is by country-coder, Hong Kong and Macau told apart; far out at sea nobody's. */
export function territoryAt({ lng, lat }: LngLat): string | null {
  return iso1A2Code([lng, lat], { level: 'territory' });
}

/** Anywhere in mainland China, up to Natural Earth's border and coast. */
export function mainlandPlace(random: Random): LngLat {
  for (;;) {
    const place = { lng: random.between(73, 136), lat: random.between(18, 54) };
    if (isInMainland(place)) return place;
  }
}

export function isInMainland(place: LngLat): boolean {
  return inRings(place, china) && !isInHongKongOrMacau(place);
}
