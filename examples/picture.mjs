// Run: npm run build && node examples/picture.mjs > docs/corridor.svg
// Draws the made-up stations around a route, and what lies along it.
import { readFileSync } from 'node:fs';
import { Route, StationSet } from 'yizhan/core';
import { readSample } from './sample.mjs';

const set = StationSet.fromGeoJson(readSample(), { crs: 'gcj02' });
const text = readFileSync(new URL('route.geojson', import.meta.url), 'utf8');
const route = Route.decode(text, { format: 'geojson', crs: 'gcj02' });
const widthMeters = 300;
const rider = { lng: 121.4589, lat: 31.2287 };
const hits = set.along(route, { widthMeters, from: rider, services: ['toilet'] });

const [west, south, east, north] = [121.435, 31.2185, 121.4985, 31.2665];
const width = 960;
const metersPerDegree = 111_320;
const squeeze = Math.cos((31.24 * Math.PI) / 180);
const scale = width / ((east - west) * squeeze * metersPerDegree);
const height = Math.round((north - south) * metersPerDegree * scale);
const x = (lng) => ((lng - west) * squeeze * metersPerDegree * scale).toFixed(1);
const y = (lat) => ((north - lat) * metersPerDegree * scale).toFixed(1);
const at = ({ lng, lat }) => `${x(lng)},${y(lat)}`;
const dot = (position, radius, style) => {
  return `<circle cx="${x(position.lng)}" cy="${y(position.lat)}" r="${radius}" ${style}/>`;
};

const line = route.positions.map(at).join(' ');
const near = set.inBounds([west, south, east, north]);
const found = new Set(hits.map((hit) => hit.station));

console.log(
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif">`,
    `<title>Stations of the made-up sample along a route in Shanghai</title>`,
    `<rect width="${width}" height="${height}" fill="#f7f5f0"/>`,
    `<polyline points="${line}" fill="none" stroke="#ffd27d" stroke-opacity="0.6" stroke-width="${(2 * widthMeters * scale).toFixed(1)}" stroke-linecap="round" stroke-linejoin="round"/>`,
    ...near.filter((s) => !found.has(s)).map((s) => dot(s.position, 3, 'fill="#b9b4a8"')),
    `<polyline points="${line}" fill="none" stroke="#2b6cb0" stroke-width="4" stroke-linejoin="round"/>`,
    ...hits.map(
      ({ station, joinAt }) =>
        `<polyline points="${at(station.position)} ${at(joinAt)}" stroke="#c05621" stroke-width="1.2"/>`,
    ),
    ...hits.map(({ station }) => dot(station.position, 6, 'fill="#c05621" stroke="#fff"')),
    dot(rider, 9, 'fill="#2b6cb0" stroke="#fff" stroke-width="3"'),
    `<rect x="24" y="20" width="470" height="84" rx="10" fill="#fff" fill-opacity="0.92"/>`,
    `<text x="42" y="54" font-size="22" font-weight="600">${hits.length} toilets ahead, within ${widthMeters} m</text>`,
    `<text x="42" y="84" font-size="16" fill="#555">of ${set.size.toLocaleString('en')} stations (made up), found on the device</text>`,
    '</svg>',
  ].join('\n'),
);
