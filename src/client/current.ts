import type { ManifestPayload } from '../dataset/manifest/payload';
import { InvalidManifestError } from '../errors';
import type { Crs } from '../geo/crs';
import { StationSet } from '../stations/station-set';
import type { Generation } from './generation';
import { payloadOf } from './keeper';

/** Where the stations that are served came from, this time. */
export type Source = 'network' | 'device' | 'previous' | 'bundled' | 'none';

/** What a client serves: whole, and replaced as a whole. */
export interface Current {
  readonly set: StationSet | undefined;
  readonly source: Source;
  /** `undefined` for what came with the app. */
  readonly generation: Generation | undefined;
  /** What its manifest says, if it came with one that this version can read. */
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
  let payload: ManifestPayload | undefined;
  return {
    set,
    source,
    generation,
    // Read when somebody asks: no answer waits for it.
    get payload() {
      payload ??= readManifest(generation);
      return payload;
    },
  };
}

/** A later version of this package may have kept one of a later form. Its stations are as good as any. */
function readManifest(generation: Generation): ManifestPayload | undefined {
  if (generation.origin !== 'manifest') return undefined;
  try {
    return payloadOf(generation);
  } catch (error) {
    if (error instanceof InvalidManifestError) return undefined;
    throw error;
  }
}
