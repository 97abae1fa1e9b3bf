import { readFileSync } from 'node:fs';
import { Route } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { isMissing, sharedData } from './shared-data';

const drive = 'routes/mapbox-directions/route1.geojson';
const buses = 'routes/echarts-cn-lines/lines-bus.json';
const rides = 'routes/echarts-cn-lines/hangzhou-tracks.json';

export const recordedRoutesAreMissing = [drive, buses, rides].some(isMissing);

function read(file: string): string {
  return readFileSync(sharedData(file), 'utf8');
}

/** From San Francisco to Washington, 28,458 vertices. */
export function recordedDrive(): Route {
  return Route.decode(read(drive), { format: 'geojson', crs: 'wgs84' });
}

/** 1,543 bus lines of Beijing. */
export function busLines(): Route[] {
  const lines = JSON.parse(read(buses)) as number[][];
  return lines.map((line) => Route.from(busLine(line), { crs: 'bd09' }));
}

/** 25 rides in Hangzhou, as recorded by GPS. */
export function recordedRides(): Route[] {
  const tracks = JSON.parse(read(rides)) as { coord: [number, number] }[][];
  return tracks.map((track) =>
    Route.from(
      track.map(({ coord }) => coord),
      { crs: 'bd09' },
    ),
  );
}

/** Ten-thousandths of a degree, each from the one before. */
export function busLine(deltas: readonly number[]): LngLat[] {
  let lng = 0;
  let lat = 0;
  const points: LngLat[] = [];
  for (let i = 0; i < deltas.length; i += 2) {
    lng += deltas[i]! / 1e4;
    lat += deltas[i + 1]! / 1e4;
    points.push({ lng, lat });
  }
  return points;
}
