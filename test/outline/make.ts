import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buffer, lineString, multiPolygon, simplify } from '@turf/turf';
import type { Position } from 'geojson';
import type { LngLat } from '../../src/geo/position';
import { encodePolyline } from '../../src/geo/route-formats/polyline';
import { growLine } from './grow-line';
import { countryPolygons } from './natural-earth';
import { outlinePicture } from './picture';
import { seaLine } from './sea-line';

/*
 * `npm run outline` writes src/geo/outline-ring.ts, and draws docs/outline.svg: where GCJ-02 applies, as one ring. Along the land
 * border it runs 5 to 23 km outside Natural Earth's line, which itself is good to a few kilometres; at sea
 * it is drawn by hand. It is a technical limit of a formula and says nothing about territory.
 */

/** Small bends are filled this far out before the corners are thinned. */
const marginKilometers = 8;
const bendKilometers = 3;
const mostKilometers = 15;

/** Where the land border begins and ends: the mouths of the Yalu and of the Beilun. */
const yalu = { lng: 124.3, lat: 39.75 };
const beilun = { lng: 108.05, lat: 21.48 };

function ringAround(): LngLat[] {
  const land = ['156', '344', '446'].flatMap(countryPolygons).map((polygon) => [polygon[0]!]);
  land.push(...beyond.map(([lng, lat]) => [triangleAround(lng, lat)]));
  const grown = buffer(multiPolygon(land), marginKilometers, { steps: 4 })!.geometry;
  const rings = (grown.type === 'Polygon' ? [grown.coordinates] : grown.coordinates).map(
    (polygon) => polygon[0]!,
  );
  const largest = rings.reduce((a, b) => (a.length > b.length ? a : b));
  const options = { tolerance: bendKilometers / 111.2, highQuality: true };
  const { coordinates } = simplify(lineString(largest), options).geometry;
  const corners = coordinates.slice(0, -1).map(([lng, lat]) => ({ lng: lng!, lat: lat! }));
  return area(coordinates) < 0 ? corners.reverse() : corners;
}

/** Where the border is farther out than in Natural Earth. */
const beyond: readonly (readonly [number, number])[] = [
  // Fangchuan on the Tumen, and the Chinese half of Heixiazi in the Amur.
  [130.62, 42.42],
  [130.65, 42.42],
  [134.7, 48.37],
  // Alxa; Bortala, Tacheng, Kizilsu.
  [103.74, 41.825],
  [82.085, 45.25],
  [82.365, 45.95],
  [78.155, 41.37],
];

function triangleAround(lng: number, lat: number): Position[] {
  const first = [lng, lat + 0.01];
  return [first, [lng - 0.01, lat - 0.01], [lng + 0.01, lat - 0.01], first];
}

function area(ring: readonly Position[]): number {
  return ring.reduce((sum, [lng, lat], i) => {
    const [nextLng, nextLat] = ring[(i + 1) % ring.length]!;
    return sum + lng! * nextLat! - nextLng! * lat!;
  }, 0);
}

function nearest(corners: readonly LngLat[], { lng, lat }: LngLat): number {
  const away = corners.map((corner) => Math.hypot(corner.lng - lng, corner.lat - lat));
  return away.indexOf(Math.min(...away));
}

const corners = ringAround();
const begin = nearest(corners, yalu);
const turned = [...corners.slice(begin), ...corners.slice(0, begin)];
const border = growLine(turned.slice(0, nearest(turned, beilun) + 1), mostKilometers);
const ring = [...border, ...seaLine];
const text = encodePolyline(
  ring.map(({ lng, lat }) => ({ lng: lng / 1000, lat: lat / 1000 })),
  5,
);
writeFileSync(
  fileURLToPath(new URL('../../src/geo/outline-ring.ts', import.meta.url)),
  `/*
 * Written by \`npm run outline\` from Natural Earth's 1:10m countries (public domain; world-atlas 2.0.2)
 * and a line at sea. ${ring.length} corners, counter-clockwise from the mouth of the Yalu, as polyline5 of
 * thousandths of degrees: to 0.01°.
 */
export const outlineRing =
  ${JSON.stringify(text).replace(/'/g, "\\'").replace(/^"|"$/g, "'").replace(/\\"/g, '"')};
`,
);
writeFileSync(
  fileURLToPath(new URL('../../docs/outline.svg', import.meta.url)),
  outlinePicture(ring),
);
console.log(`${ring.length} corners, ${text.length} characters`);
