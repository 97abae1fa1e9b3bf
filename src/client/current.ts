import type { ManifestPayload } from '../dataset/manifest/payload';
import type { Crs } from '../geo/crs';
import { StationSet } from '../stations/station-set';
import { manifestOf } from './check';
import type { Generation } from './generation';

/** Where the stations that are served came from, this time. */
export type Source = 'network' | 'device' | 'previous' | 'bundled' | 'none';

/** What a client serves: whole, and replaced as a whole. */
export interface Current {
  readonly set: StationSet | undefined;
  readonly source: Source;
  /** `undefined` for what came with the app. */
  readonly generation: Generation | undefined;
  readonly payload: ManifestPayload | undefined;
}

export const nothing: Current = {
  set: undefined,
  source: 'none',
  generation: undefined,
  payload: undefined,
};

/** @throws InvalidPackError */
export function openGeneration(generation: Generation, source: Source, crs: Crs): Current {
  const set = StationSet.decode(generation.whole, { crs });
  return { set, source, generation, payload: manifestOf(generation) };
}
