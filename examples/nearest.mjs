// Run: npm run build && node examples/nearest.mjs
import { StationSet } from 'yizhan/core';
import { readSample } from './sample.mjs';

const set = StationSet.fromGeoJson(readSample(), { crs: 'gcj02' });

const hits = set.nearest(
  { lng: 121.4737, lat: 31.2304 },
  { limit: 3, services: ['toilet', 'phone-charging'], audience: 'food-rider' },
);

for (const { station, distanceMeters, bearingDegrees } of hits) {
  const name = station.name ?? station.address ?? station.id;
  console.log(`${Math.round(distanceMeters)} m at ${Math.round(bearingDegrees)}°: ${name}`);
}
