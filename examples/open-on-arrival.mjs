// Run: npm run build && node examples/open-on-arrival.mjs
import { readFileSync } from 'node:fs';
import { Route, StationSet } from 'yizhan/core';
import { readSample } from './sample.mjs';

const set = StationSet.fromGeoJson(readSample(), { crs: 'gcj02' });
const route = Route.decode(readFileSync(new URL('route.geojson', import.meta.url), 'utf8'), {
  format: 'geojson',
  crs: 'gcj02',
});

// It is late. What is still open for a quarter of an hour when the rider gets there?
const departAt = new Date('2026-11-23T20:50:00+08:00');
const hits = set.along(route, {
  departAt,
  speedKmh: 18,
  openFor: 15,
  services: ['meals'],
  limit: 5,
});

for (const { station, aheadMeters, arriveAt, opening } of hits) {
  const words = set.describeOpening(station, { at: arriveAt, locale: 'en' });
  console.log(
    `${Math.round(aheadMeters)} m, ${opening.state}: ${station.name ?? station.id}: ${words}`,
  );
}
