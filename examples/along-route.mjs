// Run: npm run build && node examples/along-route.mjs
import { readFileSync } from 'node:fs';
import { Route, StationSet } from 'yizhan/core';
import { readSample } from './sample.mjs';

const set = StationSet.fromGeoJson(readSample(), { crs: 'gcj02' });
const route = Route.decode(readFileSync(new URL('route.geojson', import.meta.url), 'utf8'), {
  format: 'geojson',
  crs: 'gcj02',
});

// A courier has come this far, and wants to swap the battery without leaving the route by much.
const ahead = set.along(route, {
  from: { lng: 121.4589, lat: 31.2287 },
  widthMeters: 250,
  services: ['battery-swap'],
});

for (const { station, aheadMeters, offsetMeters, side, detourMeters } of ahead) {
  const where = `in ${Math.round(aheadMeters)} m, ${Math.round(offsetMeters)} m to the ${side}`;
  console.log(`${where} (detour ${Math.round(detourMeters)} m): ${station.name ?? station.id}`);
}
