import type { Crs } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { checkAbroad, checkBack, checkForward, isForward } from './conversion-check';
import type { ConversionPlaces } from './conversion-places';
import {
  type Batch,
  batchOf,
  type Converter,
  converters,
  ourConverters,
  placesOf,
} from './converters';
import { type Contestant, measure, perThing } from './measure';
import type { Answered, Race } from './report';

const rounds = 7;

/** A pass through 20,000 places takes milliseconds, and the code is compiled in the first. */
const pace = { turnMs: 8, warmUpMs: 30 };

const directions: readonly (readonly [Crs, Crs])[] = [
  ['wgs84', 'gcj02'],
  ['gcj02', 'bd09'],
  ['wgs84', 'bd09'],
  ['gcj02', 'wgs84'],
  ['bd09', 'gcj02'],
  ['bd09', 'wgs84'],
];

const kinds: readonly (readonly [Exclude<keyof ConversionPlaces, 'fading'>, string])[] = [
  ['mainland', 'mainland'],
  ['shanghai', 'Shanghai'],
  ['shenzhen', 'Shenzhen'],
  ['abroad', 'abroad'],
];

/** All of them in one process: apps convert to and fro, and the engine has to have seen it all. */
export function* conversionRaces(places: ConversionPlaces): Generator<Race> {
  for (const [kind, title] of kinds) {
    for (const [from, to] of directions) {
      const answers = answersOn(kind, from, to, places[kind]);
      const batch = inSystem(places[kind], from);
      yield race(`${title}, ${from} to ${to}`, converters(from, to), batch, answers);
    }
  }
  for (const [from, to] of directions) {
    const batch = inSystem(places.fading, from);
    yield race(`where it fades, ${from} to ${to}`, ourConverters(from, to), batch, []);
  }
}

function answersOn(kind: string, from: Crs, to: Crs, places: readonly LngLat[]): Answered[] {
  if (kind === 'abroad') return checkAbroad(from, to, batchOf(places));
  if (isForward(from, to)) return checkForward(from, to, inSystem(places, from));
  return checkBack(from, to, inSystem(places, to));
}

function inSystem(places: readonly LngLat[], crs: Crs): Batch {
  const batch = batchOf(places);
  if (crs === 'wgs84') return batch;
  const moved = new Float64Array(batch.flat.length);
  ourConverters('wgs84', crs)[0]!.write(batch, moved);
  return batchOf(placesOf(moved));
}

function race(
  title: string,
  all: readonly Converter[],
  batch: Batch,
  answers: readonly Answered[],
): Race {
  const into = new Float64Array(batch.flat.length);
  const contestants = all.map(
    ({ write, ...converter }): Contestant<Batch> => ({
      ...converter,
      run: (given) => {
        write(given, into);
        return into[0]!;
      },
    }),
  );
  const results = measure(contestants, [batch], rounds, pace);
  return { title, answers, results: perThing(results, batch.places.length) };
}
