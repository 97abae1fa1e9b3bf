import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { StationClient } from 'yizhan';
import { colorOf, groupOf, groups } from '../kinds';
import { askForMap, widthMeters } from '../query';
import { lineFrom, route } from '../route';
import type { State } from '../state';
import { metersWide } from './drawn-style';

/* Stations and the route, above whatever map there is. */

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

const line = (coordinates: [number, number][]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }],
});

const byGroup = () =>
  ['match', ['get', 'group'], ...groups.flatMap((one) => [one, colorOf(one)]), '#888'] as never;

export function addLayers(map: MapLibre): void {
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  const halo = getComputedStyle(document.documentElement).getPropertyValue('--card').trim();
  map.addSource('route', { type: 'geojson', data: line(lineFrom(0)) });
  map.addSource('left', { type: 'geojson', data: nothing });
  map.addSource('corridor', { type: 'geojson', data: nothing });
  map.addSource('stations', {
    type: 'geojson',
    data: nothing,
    cluster: true,
    clusterRadius: 64,
    clusterMaxZoom: 15,
    clusterProperties: Object.fromEntries(
      groups.map((group) => [group, ['+', ['case', ['==', ['get', 'group'], group], 1, 0]]]),
    ),
  });
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  map.addLayer({
    id: 'corridor-area',
    type: 'line',
    source: 'left',
    layout: round,
    paint: {
      'line-color': accent,
      'line-opacity': 0.14,
      'line-width': metersWide(2 * widthMeters) as never,
    },
  });
  map.addLayer({
    id: 'route',
    type: 'line',
    source: 'route',
    layout: round,
    paint: { 'line-color': accent, 'line-opacity': 0.35, 'line-width': 4 },
  });
  map.addLayer({
    id: 'route-left',
    type: 'line',
    source: 'left',
    layout: round,
    paint: { 'line-color': accent, 'line-width': 5 },
  });
  map.addLayer({
    id: 'stations',
    type: 'circle',
    source: 'stations',
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': byGroup(),
      'circle-radius': 5,
      'circle-stroke-color': halo,
      'circle-stroke-width': 1.5,
    },
  });
  map.addLayer({
    id: 'corridor',
    type: 'circle',
    source: 'corridor',
    paint: {
      'circle-color': byGroup(),
      'circle-radius': 7,
      'circle-stroke-color': halo,
      'circle-stroke-width': 2,
    },
  });
}

/** What is left of the way. Stations that were passed pale. */
export function drawRide(map: MapLibre, { riddenMeters }: State): void {
  source(map, 'left')?.setData(line(lineFrom(riddenMeters)));
  const isPassed = ['<', ['get', 'along'], riddenMeters];
  if (map.getLayer('corridor') === undefined) return;
  for (const paint of ['circle-opacity', 'circle-stroke-opacity'] as const)
    map.setPaintProperty('corridor', paint, ['case', isPassed, 0.25, 1]);
}

export function drawStations(map: MapLibre, client: StationClient, state: State): void {
  const { stations, inCorridor } = askForMap(client, state);
  const features = stations.map(({ id, kind, position }) => ({
    type: 'Feature' as const,
    properties: { id, group: groupOf(kind), along: inCorridor.get(id) ?? -1 },
    geometry: { type: 'Point' as const, coordinates: [position.lng, position.lat] },
  }));
  const isIn = ({ properties }: (typeof features)[number]) => inCorridor.has(properties.id);
  source(map, 'corridor')?.setData({ ...nothing, features: features.filter(isIn) });
  source(map, 'stations')?.setData({ ...nothing, features: features.filter((one) => !isIn(one)) });
}

function source(map: MapLibre, id: string): GeoJSONSource | undefined {
  return map.getSource(id);
}

/** All of the route. */
export function routeBounds(): [number, number, number, number] {
  const lngs = route.positions.map(({ lng }) => lng);
  const lats = route.positions.map(({ lat }) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}
