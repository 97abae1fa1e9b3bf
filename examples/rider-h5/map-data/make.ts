/*
 * Makes what the map is drawn from: npx tsx examples/rider-h5/map-data/make.ts
 *
 * - land: Natural Earth at 1:10m (public domain, npm world-atlas) around Shanghai, moved from WGS-84 to GCJ-02
 * - lines: the Huangpu, which is where districts border on each other, and what is drawn by hand
 * - places: names and centres of the districts, subdistricts and towns, out of the sample
 *
 * The districts' outlines are in `districts.json` already; their source is in THIRD-PARTY.md. They do not state their
 * CRS. Read as GCJ-02, all 215 centres of the sample's towns lie in their district; as WGS-84 208 do, as BD-09 204.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bboxClip, pointOnFeature } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { readDistricts } from '../../../src/cli/sample/districts';
import { convert } from '../../../src/core';
import { drawnByHand } from './drawn-by-hand';

/** The map's edge: beyond it nothing is drawn, and the page lets nobody go. */
const bounds: [number, number, number, number] = [119.4, 29.9, 123.2, 32.6];

const folder = new URL('../src/map/data/', import.meta.url);
const districts = JSON.parse(
  readFileSync(new URL('districts.json', folder), 'utf8'),
) as FeatureCollection<Polygon | MultiPolygon, { code: string; zh: string; en: string }>;

const rounded = ([lng, lat]: Position): Position => [
  Math.round(lng! * 1e4) / 1e4,
  Math.round(lat! * 1e4) / 1e4,
];

function write(name: string, features: readonly Feature[]): void {
  const lines = features.map((one) => JSON.stringify(one)).join(',\n');
  writeFileSync(
    new URL(`${name}.json`, folder),
    `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`,
  );
}

const ringsOf = ({ geometry }: Feature<Polygon | MultiPolygon>): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

function makeLand(): Feature[] {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0];
  const land = feature(topology, topology.objects['land']!) as FeatureCollection<MultiPolygon>;
  const polygons = land.features.flatMap(({ geometry }) => geometry.coordinates);
  return polygons.flatMap((coordinates) => {
    const clipped = bboxClip({ type: 'Polygon', coordinates }, bounds) as Feature<Polygon>;
    const rings = clipped.geometry.coordinates.filter((ring) => ring.length > 3);
    if (rings.length === 0) return [];
    const moved = rings.map((ring) =>
      ring.map(([lng, lat]) => {
        const { lng: x, lat: y } = convert([lng!, lat!], 'wgs84', 'gcj02');
        return rounded([x, y]);
      }),
    );
    return [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: moved },
      } as Feature,
    ];
  });
}

/** A district's largest outline, from one place of it to another. */
function borderOf(code: string, from: string, to: string): Position[] {
  const district = districts.features.find(({ properties }) => properties.code === code)!;
  const ring = ringsOf(district).reduce((one, other) => (other.length > one.length ? other : one));
  const at = (place: string) => ring.findIndex((position) => position.join() === place);
  return ring.slice(at(from), at(to) + 1);
}

/** The Huangpu: where Fengxian and Pudong border on the districts across it; by hand in between. */
const river: Position[] = [
  ...[
    [121.235, 30.985],
    [121.31, 30.972],
  ],
  ...borderOf('310120', '121.3916,30.9883', '121.4717,31.0127'),
  ...[
    [121.4725, 31.045],
    [121.464, 31.08],
  ],
  ...borderOf('310115', '121.4658,31.1123', '121.5127,31.3867'),
  [121.52, 31.42],
];

/** Each corner cut twice (Chaikin), for what the outlines' grid of 1/1024° has made of a river. */
function smooth(line: Position[], times = 2): Position[] {
  if (times === 0) return line;
  const cut = line.flatMap((place, i) => {
    const next = line[i + 1];
    const between = (share: number) =>
      place.map((value, axis) => value + (next![axis]! - value) * share);
    return next === undefined ? [] : [between(0.25), between(0.75)];
  });
  return smooth([line[0]!, ...cut, line.at(-1)!], times - 1);
}

const lines = (): Feature[] =>
  [{ kind: 'river', line: river }, ...drawnByHand].map(({ kind, line }) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'LineString', coordinates: smooth(line).map(rounded) },
  }));

/** `size` 1: a district, 2: a town. */
function makePlaces(): Feature[] {
  const point = (coordinates: Position, properties: object): Feature => ({
    type: 'Feature',
    properties: { ...properties },
    geometry: { type: 'Point', coordinates: rounded(coordinates) },
  });
  const ofDistricts = districts.features.map((district) =>
    point(pointOnFeature(district).geometry.coordinates, { ...district.properties, size: 1 }),
  );
  const ofTowns = readDistricts().flatMap(({ towns }) =>
    towns.map(({ zh, en, lng, lat }) =>
      point([lng, lat], { zh: zh.replace(/街道$/, ''), en, size: 2 }),
    ),
  );
  return [...ofDistricts, ...ofTowns];
}

write('land', makeLand());
write('lines', lines());
write('places', makePlaces());
