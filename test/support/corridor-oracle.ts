import { expect } from 'vitest';
import {
  type AlongOptions,
  convert,
  type Filter,
  type Route,
  type StationSet,
} from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { closestOnGeodesic, geodesicMeters } from './geodesic';
import { type Places, placesPassing } from './nearest-oracle';

/** Metres of offset and along by which we may differ from geodesics. */
const tolerance = 0.05;

/** One vertex to the next, as a geodesic. */
interface Segment {
  readonly from: LngLat;
  readonly to: LngLat;
  /** Metres from the start of the route. */
  readonly start: number;
  readonly meters: number;
  /** How far the geodesic may be from the straight line through the Earth. */
  readonly dip: number;
}

/** Neighbouring segments in a ball, so that stations far away need not look at each. */
interface Run {
  readonly first: number;
  readonly end: number;
  readonly centre: Vector;
  readonly radius: number;
}

interface Line {
  readonly segments: readonly Segment[];
  readonly vertices: readonly Vector[];
  readonly runs: readonly Run[];
}

type Vector = readonly [number, number, number];

/** From the Earth's centre, in metres (WGS-84). */
function vectorOf({ lng, lat }: LngLat): Vector {
  const radians = Math.PI / 180;
  const flattening = 1 / 298.257223563;
  const e2 = flattening * (2 - flattening);
  const normal = 6_378_137 / Math.sqrt(1 - e2 * Math.sin(lat * radians) ** 2);
  return [
    normal * Math.cos(lat * radians) * Math.cos(lng * radians),
    normal * Math.cos(lat * radians) * Math.sin(lng * radians),
    normal * (1 - e2) * Math.sin(lat * radians),
  ];
}

const vectors = new WeakMap<Places, readonly Vector[]>();

function vectorsOf(places: Places): readonly Vector[] {
  let found = vectors.get(places);
  if (found === undefined) {
    found = places.positions.map(vectorOf);
    vectors.set(places, found);
  }
  return found;
}

const lines = new WeakMap<Route, Line>();

/** A route as geodesics: no pieces, no boxes, no frames. */
function lineOf(route: Route): Line {
  let line = lines.get(route);
  if (line === undefined) {
    line = measure(route.positions.map((position) => convert(position, route.crs, 'wgs84')));
    lines.set(route, line);
  }
  return line;
}

function measure(positions: readonly LngLat[]): Line {
  let start = 0;
  const segments = positions.slice(1).map((to, i) => {
    const from = positions[i]!;
    const meters = geodesicMeters(from, to);
    const segment = { from, to, start, meters, dip: meters ** 2 / 5e7 + 0.001 };
    start += meters;
    return segment;
  });
  const vertices = positions.map(vectorOf);
  const runs: Run[] = [];
  for (let first = 0; first < segments.length; first += 64) {
    const end = Math.min(first + 64, segments.length);
    const centre = vertices[(first + end) >> 1]!;
    const corners = vertices.slice(first, end + 1).map((vertex) => apart(vertex, centre));
    const dips = segments.slice(first, end).map(({ dip }) => dip);
    runs.push({ first, end, centre, radius: Math.max(...corners) + Math.max(...dips) });
  }
  return { segments, vertices, runs };
}

function apart(a: Vector, b: Vector): number {
  const x = a[0] - b[0];
  const y = a[1] - b[1];
  const z = a[2] - b[2];
  return Math.sqrt(x * x + y * y + z * z);
}

/** From a place to the straight line between two others, and at which share of it that is. */
function apartFromLine(place: Vector, from: Vector, to: Vector): { straight: number; t: number } {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length2 = dx * dx + dy * dy + dz * dz;
  if (length2 === 0) return { straight: apart(place, from), t: 0 };
  const [px, py, pz] = [place[0] - from[0], place[1] - from[1], place[2] - from[2]];
  const t = Math.max(0, Math.min(1, (px * dx + py * dy + pz * dz) / length2));
  return { straight: apart(place, [from[0] + t * dx, from[1] + t * dy, from[2] + t * dz]), t };
}

/**
 * The closest place of a route to a position, if it is within a reach: every segment tried that could
 * matter. The straight line through the Earth says which those are.
 */
function bruteForce(
  { segments, vertices, runs }: Line,
  position: LngLat,
  place: Vector,
  reach: number,
) {
  const possible: { i: number; t: number; least: number }[] = [];
  let enough = reach + 1;
  for (const { first, end, centre, radius } of runs) {
    if (apart(place, centre) > enough + radius) continue;
    for (let i = first; i < end; i++) {
      const { straight, t } = apartFromLine(place, vertices[i]!, vertices[i + 1]!);
      const { dip } = segments[i]!;
      if (straight - dip > enough) continue;
      possible.push({ i, t, least: straight - dip });
      // On the ground it is farther than straight: a thousandth over 1,000 km.
      enough = Math.min(enough, (straight + dip) * 1.002);
    }
  }
  let best = { along: 0, offset: Number.POSITIVE_INFINITY };
  possible.sort((a, b) => a.least - b.least);
  for (const { i, t, least } of possible) {
    const { from, to, start, meters } = segments[i]!;
    if (least > Math.min(enough, best.offset)) continue;
    const found =
      meters === 0
        ? { along: 0, offset: geodesicMeters(from, position) }
        : closestOnGeodesic(from, to, position, t * meters);
    if (found.offset < best.offset) best = { along: start + found.along, offset: found.offset };
  }
  return best;
}

/**
 * Compares one query with trying every segment for every station: the same stations, as far from the
 * route and as far along it. Where several stretches are equally close, ours must be one of them.
 *
 * @param places those that pass the filter
 * @returns how many hits there were
 */
export function expectAlongLikeBruteForce(
  set: StationSet,
  route: Route,
  options: AlongOptions,
  places: Places = placesPassing(set, options as Filter),
): number {
  const width = options.widthMeters ?? 300;
  const line = lineOf(route);
  const hits = new Map(set.along(route, options).map((hit) => [hit.station, hit]));
  const placeVectors = vectorsOf(places);
  let inside = 0;
  places.stations.forEach((station, i) => {
    const position = places.positions[i]!;
    const expected = bruteForce(line, position, placeVectors[i]!, width);
    const hit = hits.get(station);
    const asked = () =>
      `${station.id}, ${expected.offset} m off, ${expected.along} m along; got ${JSON.stringify(hit)}`;
    if (hit !== undefined) inside++;
    // At the very edge a station may count as in or out.
    if (
      Math.abs(expected.offset - width) > tolerance &&
      (hit !== undefined) !== expected.offset <= width
    )
      expect.fail(asked());
    if (hit === undefined || expected.offset > width) return;
    if (!(Math.abs(hit.offsetMeters - expected.offset) < tolerance)) expect.fail(asked());
    if (Math.abs(hit.alongMeters - expected.along) > tolerance) {
      const join = convert(hit.joinAt, set.crs, 'wgs84');
      expect(Math.abs(geodesicMeters(position, join) - expected.offset), asked()).toBeLessThan(
        0.001,
      );
      expect(
        Math.abs(alongOf(line, join, hit.alongMeters) - hit.alongMeters),
        asked(),
      ).toBeLessThan(tolerance);
    }
  });
  expect(inside, 'all hits pass the filter').toBe(hits.size);
  return hits.size;
}

/** Where on the route a place of it is, nearest to a guess. */
function alongOf({ segments }: Line, place: LngLat, guess: number): number {
  const candidates = segments
    .filter(({ start, meters }) => start - 1 <= guess && guess <= start + meters + 1 && meters > 0)
    .map(({ from, to, start }) => start + closestOnGeodesic(from, to, place).along);
  return candidates.reduce((best, along) =>
    Math.abs(along - guess) < Math.abs(best - guess) ? along : best,
  );
}
