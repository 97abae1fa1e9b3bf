import { expect } from 'vitest';
import type { Filter, NearestOptions, Station, StationSet } from '../../src/core';
import { convert } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { geodesicMeters, sphereMeters } from './geodesic';
import { passesFilter } from './stations';

/** Some stations of a set, and where they are in WGS-84. */
export interface Places {
  readonly stations: readonly Station[];
  readonly positions: readonly LngLat[];
  /** On the unit sphere: x, y, z of each. */
  readonly vectors: Float64Array;
}

/** Every station of a set, worked out once. */
const everyPlace = new WeakMap<StationSet, Places>();

function everyPlaceOf(set: StationSet): Places {
  let places = everyPlace.get(set);
  if (places === undefined) {
    const stations = set.filter();
    const positions = stations.map(({ position }) => convert(position, set.crs, 'wgs84'));
    places = { stations, positions, vectors: Float64Array.from(positions.flatMap(onSphere)) };
    everyPlace.set(set, places);
  }
  return places;
}

function onSphere({ lng, lat }: LngLat): [number, number, number] {
  const radians = Math.PI / 180;
  const fromAxis = Math.cos(lat * radians);
  return [
    fromAxis * Math.cos(lng * radians),
    fromAxis * Math.sin(lng * radians),
    Math.sin(lat * radians),
  ];
}

/** The stations that pass a filter, tried one by one. Who asks many questions with one filter keeps them. */
export function placesPassing(set: StationSet, filter: Filter): Places {
  const { stations, positions, vectors } = everyPlaceOf(set);
  const chosen: number[] = [];
  stations.forEach((station, i) => {
    if (passesFilter(station, filter)) chosen.push(i);
  });
  const chosenVectors = new Float64Array(3 * chosen.length);
  chosen.forEach((i, j) => {
    chosenVectors[3 * j] = vectors[3 * i]!;
    chosenVectors[3 * j + 1] = vectors[3 * i + 1]!;
    chosenVectors[3 * j + 2] = vectors[3 * i + 2]!;
  });
  return {
    stations: chosen.map((i) => stations[i]!),
    positions: chosen.map((i) => positions[i]!),
    vectors: chosenVectors,
  };
}

/** By how much a distance may differ from the geodesic: the documented bounds. */
function allowedError(meters: number): number {
  if (meters <= 95_000) return 0.01;
  if (meters <= 100_000) return 0.012;
  if (meters <= 1_000_000) return meters * 12e-6;
  return meters * (meters <= 5_000_000 ? 3e-4 : 0.04);
}

/**
 * How near two geodesics must be for their order to be in doubt: turning a chord into an arc of the mean
 * radius is off by the chord's cube over 24 R², times the 1.5 % by which R² differs from the curvature
 * there. That is 15 nm at 1 km and 15 µm at 10 km.
 */
function orderDoubt(meters: number): number {
  return meters > 100_000
    ? 2 * allowedError(meters)
    : 1e-6 + (2 * 0.015 * meters ** 3) / (24 * 6371008.8 ** 2);
}

/** Of each place the square of its chord on the unit sphere, in a buffer that the next question takes over. */
function chords2({ vectors }: Places, from: LngLat): Float64Array {
  const [x, y, z] = onSphere(from);
  const count = vectors.length / 3;
  if (buffer.length < count) buffer = new Float64Array(count);
  for (let i = 0, j = 0; i < count; i++, j += 3) {
    const dx = vectors[j]! - x;
    const dy = vectors[j + 1]! - y;
    const dz = vectors[j + 2]! - z;
    buffer[i] = dx * dx + dy * dy + dz * dz;
  }
  return buffer.subarray(0, count);
}

let buffer = new Float64Array(0);

/** Which of the places are no farther on the sphere than this. */
function within(chords: Float64Array, meters: number): number[] {
  const chord = 2 * Math.sin(Math.min(Math.PI / 2, meters / (2 * 6371008.8)));
  // A hair more: rounding must not lose the place at this very distance.
  const reach2 = chord * chord * (1 + 1e-9) + 1e-15;
  const found: number[] = [];
  for (let i = 0; i < chords.length; i++) if (chords[i]! <= reach2) found.push(i);
  return found;
}

/** How far on the sphere one must look so as to see so many places; twice round the Earth when there are none. */
function metersToSee(
  { positions }: Places,
  chords: Float64Array,
  from: LngLat,
  count: number,
): number {
  if (count === 0) return 0;
  const everywhere = 8e7;
  if (count > positions.length) return everywhere;
  for (let meters = 2_000; meters < everywhere; meters *= 2) {
    const seen = within(chords, meters);
    if (seen.length < count) continue;
    const all = seen.map((i) => sphereMeters(from, positions[i]!));
    return all.sort((a, b) => a - b)[count - 1]!;
  }
  return everywhere;
}

/**
 * Compares one query with trying every station: the same ids in the same order, distances within the
 * documented bounds. Distances on the sphere say which stations could be among the results, with twice
 * their greatest error to spare; those are measured by geodesics.
 *
 * @param places those that pass the filter
 */
export function expectNearestLikeBruteForce(
  set: StationSet,
  from: LngLat,
  options: NearestOptions,
  places: Places = placesPassing(set, options),
): void {
  const { limit = Number.POSITIVE_INFINITY, maxDistanceMeters: most = Number.POSITIVE_INFINITY } =
    options;
  const origin = convert(from, set.crs, 'wgs84');
  const edge = Number.isFinite(most) ? allowedError(most) : 0;
  const chords = chords2(places, origin);
  const seen = Math.min(metersToSee(places, chords, origin, limit), most) * 1.025 + 1;
  const expected = (limit === 0 ? [] : within(chords, seen))
    .map((i) => ({
      id: places.stations[i]!.id,
      meters: geodesicMeters(origin, places.positions[i]!),
    }))
    .filter(({ meters }) => meters <= most + edge)
    .sort((a, b) => a.meters - b.meters || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
  const hits = set.nearest(from, options);
  const asked = () => `from ${JSON.stringify(from)} with ${JSON.stringify(options)}`;
  if (hits.length > expected.length) expect.fail(`${hits.length} hits are too many, ${asked()}`);
  // At the very edge a station may count as in or out.
  for (const { id, meters } of expected.slice(hits.length)) {
    if (meters < most - edge) expect.fail(`${id} at ${meters} m is missing, ${asked()}`);
  }
  expect(new Set(hits.map((hit) => hit.station.id)).size).toBe(hits.length);
  hits.forEach(({ station, distanceMeters }, i) => {
    const { id, meters } = expected[i]!;
    const before = hits[i - 1];
    const found = () =>
      `${station.id} at ${distanceMeters} m, for ${id} at ${meters} m, ${asked()}`;
    if (distanceMeters > most) expect.fail(`too far: ${found()}`);
    if (Math.abs(distanceMeters - meters) > allowedError(meters)) expect.fail(found());
    if (
      before !== undefined &&
      before.distanceMeters === distanceMeters &&
      before.station.id > station.id
    )
      expect.fail(`a tie out of order: ${found()}`);
    if (station.id === id) return;
    const measured = geodesicMeters(origin, convert(station.position, set.crs, 'wgs84'));
    if (Math.abs(measured - meters) > orderDoubt(meters)) expect.fail(found());
    if (!passesFilter(station, options)) expect.fail(`does not pass: ${found()}`);
  });
}
