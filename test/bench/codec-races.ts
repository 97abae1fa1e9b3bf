import * as flexible from '@here/flexpolyline';
import * as polyline from '@mapbox/polyline';
import { Route } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { wholeText } from '../../src/geo/route-formats/encoded';
import { decodeFlexible } from '../../src/geo/route-formats/flexible';
import { decodePolyline, encodePolyline } from '../../src/geo/route-formats/polyline';
import { cities, cityRoute } from '../support/city-routes';
import { Random } from '../support/random';
import { type Contestant, isOurs, measure, perThing } from './measure';
import type { Answered, Race } from './report';

const rounds = 9;
const pace = { turnMs: 20, warmUpMs: 100 };

/** A route as the contestants want it. */
interface Line {
  readonly places: readonly LngLat[];
  readonly pairs: readonly (readonly [lat: number, lng: number])[];
  readonly route: Route;
  readonly text: string;
}

type Pairs = readonly (readonly number[])[];

/** One way of reading or writing a line, and what came out of it for comparison. */
interface Coder<Result> {
  readonly name: string;
  readonly code: (line: Line) => Result;
}

/** How far HERE's decoder drifts, as it adds up degrees; ours adds whole numbers. */
const driftDegrees = 1e-9;

const crs = 'wgs84';
const verticesPerLine = 500;

/*
 * "Bare" is the decoder by itself, from a text to an array of degrees, as the peers are. `Route.decode`
 * also finds out whether it was given a response, freezes every vertex, and measures the route on the
 * ellipsoid: it has no peer.
 */
export function* codecRaces(): Generator<Race> {
  for (const precision of [5, 6] as const) {
    const format = `polyline${precision}` as const;
    const lines = makeLines((pairs) => polyline.encode(pairs, precision));
    yield raceDecoders(`${format} decode, a vertex`, lines, 0, [
      bare(({ text }) => decodePolyline(wholeText(text), precision)),
      { name: '@mapbox/polyline', code: ({ text }) => polyline.decode(text, precision) },
      whole(({ text }) => Route.decode(text, { format, crs })),
    ]);
    yield raceEncoders(`${format} encode, a vertex`, lines, [
      { name: 'yizhan, bare', code: ({ places }) => encodePolyline(places, precision) },
      { name: '@mapbox/polyline', code: ({ pairs }) => polyline.encode(pairs, precision) },
      { name: 'yizhan, Route.encode', code: ({ route }) => route.encode({ format }) },
    ]);
  }
  const lines = makeLines((pairs) => flexible.encode({ precision: 5, polyline: pairs as never }));
  yield raceDecoders('flexible decode, a vertex', lines, driftDegrees, [
    bare(({ text }) => decodeFlexible(wholeText(text))),
    { name: '@here/flexpolyline', code: ({ text }) => flexible.decode(text).polyline },
    whole(({ text }) => Route.decode(text, { format: 'flexible', crs })),
  ]);
}

/** Different lines: 30,000 vertices, steps of 5 to 200 m through cities. */
function makeLines(encode: (pairs: Pairs) => string): Line[] {
  const random = new Random(60);
  return Array.from({ length: 60 }, () => {
    const places = cityRoute(random, random.pick(cities), verticesPerLine);
    const pairs = places.map(({ lng, lat }) => [lat, lng] as const);
    return { places, pairs, route: Route.from(places, { crs }), text: encode(pairs) };
  });
}

function bare(decode: (line: Line) => readonly LngLat[]): Coder<readonly LngLat[]> {
  return { name: 'yizhan, bare', code: decode };
}

function whole(decode: (line: Line) => Route): Coder<readonly LngLat[]> {
  return { name: 'yizhan, Route.decode', code: (line) => decode(line).positions };
}

function raceDecoders(
  title: string,
  lines: readonly Line[],
  mostDegrees: number,
  coders: readonly Coder<readonly LngLat[] | Pairs>[],
): Race {
  const theirs = coders.find(({ name }) => !isOurs(name))!;
  const answers = coders.map(({ name, code }): Answered => {
    const degrees = Math.max(
      ...lines.map((line) => farthest(numbersOf(code(line)), numbersOf(theirs.code(line)))),
    );
    if (!(degrees <= mostDegrees)) throw new Error(`${name} reads ${degrees}° off ${theirs.name}`);
    return { name, words: degrees === 0 ? 'the same' : `within ${degrees.toPrecision(1)}°` };
  });
  return race(title, lines, coders, answers);
}

function raceEncoders(
  title: string,
  lines: readonly Line[],
  coders: readonly Coder<string>[],
): Race {
  const answers = coders.map(({ name, code }): Answered => {
    const other = lines.find((line) => code(line) !== line.text);
    if (other !== undefined) throw new Error(`${name} writes another text than ${other.text}`);
    return { name, words: 'the same' };
  });
  return race(title, lines, coders, answers);
}

function race(
  title: string,
  lines: readonly Line[],
  coders: readonly Coder<{ readonly length: number }>[],
  answers: readonly Answered[],
): Race {
  const contestants = coders.map(
    ({ name, code }): Contestant<Line> => ({ name, run: (line) => code(line).length }),
  );
  const results = measure(contestants, lines, rounds, pace);
  return { title, answers, results: perThing(results, verticesPerLine) };
}

/** Latitude, longitude, latitude, longitude, … */
function numbersOf(vertices: readonly LngLat[] | Pairs): number[] {
  return (vertices as readonly (LngLat | readonly number[])[]).flatMap((vertex) =>
    'lng' in vertex ? [vertex.lat, vertex.lng] : [vertex[0]!, vertex[1]!],
  );
}

/** Infinite when one has more numbers than the other. */
function farthest(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  return ours.reduce((most, value, i) => Math.max(most, Math.abs(value - theirs[i]!)), 0);
}
