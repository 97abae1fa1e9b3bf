import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';

const require = createRequire(import.meta.url);

let countries: readonly Feature[] | undefined;

/** The polygons of a country, by its numeric ISO code, in Natural Earth's finest grain. */
export function countryPolygons(id: string): Position[][][] {
  countries ??= readCountries();
  const geometry = countries.find((country) => country.id === id)!.geometry;
  const { type, coordinates } = geometry as Polygon | MultiPolygon;
  return type === 'Polygon' ? [coordinates] : coordinates;
}

function readCountries(): readonly Feature[] {
  const file = require.resolve('world-atlas/countries-10m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0];
  const collection = feature(topology, topology.objects['countries']!);
  return collection.type === 'FeatureCollection' ? collection.features : [collection];
}
