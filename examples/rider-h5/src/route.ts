import { type LngLat, Route } from 'yizhan';
import drawn from '../../route.geojson?raw';

/** The way that the planner of the app has given. */
export const route = Route.decode(drawn, { format: 'geojson', crs: 'gcj02' });

const radians = Math.PI / 180;
const { positions, lengthMeters } = route;

/** Metres from the start to each vertex: on a plane, which within a city is off by centimetres, scaled to fit. */
const starts = positions.reduce<number[]>((sums, { lng, lat }, i) => {
  const before = positions[i - 1];
  if (before === undefined) return [0];
  const east = (lng - before.lng) * Math.cos(lat * radians);
  sums.push(sums[i - 1]! + Math.hypot(east, lat - before.lat));
  return sums;
}, []);
const scale = lengthMeters / starts.at(-1)!;

/** The place so far along the route, and the vertex before it. */
export function placeAt(meters: number): { place: LngLat; vertex: number } {
  const units = Math.min(Math.max(meters, 0), lengthMeters) / scale;
  const next = Math.max(1, starts.findIndex((start) => start >= units) || 1);
  const vertex = next - 1;
  const [from, to] = [positions[vertex]!, positions[next]!];
  const share = (units - starts[vertex]!) / (starts[next]! - starts[vertex]!);
  return {
    vertex,
    place: {
      lng: from.lng + (to.lng - from.lng) * share,
      lat: from.lat + (to.lat - from.lat) * share,
    },
  };
}

/** What is left of it, as GeoJSON coordinates. */
export function lineFrom(meters: number): [number, number][] {
  const { place, vertex } = placeAt(meters);
  return [place, ...positions.slice(vertex + 1)].map(({ lng, lat }) => [lng, lat]);
}
