import type { FeatureCollection } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import { locale } from '../locale';
import districts from './data/districts.json';
import land from './data/land.json';
import lines from './data/lines.json';
import places from './data/places.json';
import { labelImage } from './labels';

/** Of a colour for each theme. */
const colors = {
  light: {
    water: '#cfe3ea',
    land: '#eef1ee',
    city: '#f8f9f6',
    border: '#c9d3cd',
    road: '#ffffff',
    roadEdge: '#dfe5e0',
  },
  dark: {
    water: '#0c2027',
    land: '#141d1a',
    city: '#1a2421',
    border: '#34433d',
    road: '#2b3833',
    roadEdge: '#222d29',
  },
};

const geojson = (data: unknown) =>
  ({ type: 'geojson', data: data as FeatureCollection, tolerance: 0.2 }) as const;

/** So many metres wide on the ground: MapLibre's tiles have 512 pixels, and the map's width doubles with each zoom. */
export function metersWide(meters: number, latitude = 31.23): [...unknown[]] {
  const atZero = (meters * 512) / (40_075_016.686 * Math.cos((latitude * Math.PI) / 180));
  return ['interpolate', ['exponential', 2], ['zoom'], 0, atZero, 22, atZero * 2 ** 22];
}

const wide = (low: number, high: number) =>
  ['interpolate', ['exponential', 1.6], ['zoom'], 9, low, 16, high] as never;
const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Water, land, the districts of Shanghai, two rivers, a few roads, names. No tiles, no fonts. */
export function drawnStyle(theme: 'light' | 'dark'): StyleSpecification {
  const color = colors[theme];
  const ofKind = (...kinds: string[]) => ['match', ['get', 'kind'], kinds, true, false] as never;
  return {
    version: 8,
    sources: {
      land: geojson(land),
      districts: geojson(districts),
      lines: geojson(lines),
      places: geojson(places),
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': color.water } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': color.land } },
      { id: 'city', type: 'fill', source: 'districts', paint: { 'fill-color': color.city } },
      {
        id: 'borders',
        type: 'line',
        source: 'districts',
        paint: { 'line-color': color.border, 'line-width': 1, 'line-dasharray': [3, 2] },
      },
      ...(['road-edge', 'road'] as const).map((id) => ({
        id,
        type: 'line' as const,
        source: 'lines',
        minzoom: 10,
        filter: ofKind('ring', 'street'),
        layout: round,
        paint: {
          'line-color': id === 'road' ? color.road : color.roadEdge,
          'line-width': id === 'road' ? wide(1, 14) : wide(1.6, 17),
        },
      })),
      {
        id: 'river',
        type: 'line',
        source: 'lines',
        filter: ofKind('river'),
        layout: round,
        paint: { 'line-color': color.water, 'line-width': metersWide(480) as never },
      },
      {
        id: 'creek',
        type: 'line',
        source: 'lines',
        filter: ofKind('creek'),
        layout: round,
        paint: { 'line-color': color.water, 'line-width': metersWide(70) as never },
      },
      ...([1, 2] as const).map((size) => ({
        id: `names-${size}`,
        type: 'symbol' as const,
        source: 'places',
        minzoom: size === 1 ? 7 : 11.5,
        maxzoom: size === 1 ? 13 : 24,
        filter: ['==', ['get', 'size'], size] as never,
        layout: {
          'icon-image': labelImage(theme, size, ['get', locale]) as never,
          'icon-padding': 6,
        },
      })),
    ],
  };
}
