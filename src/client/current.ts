import { readEnvelope } from '../dataset/manifest/envelope';
import type { ManifestPayload } from '../dataset/manifest/payload';
import { readPayload } from '../dataset/manifest/read-payload';
import { InvalidManifestError } from '../errors';
import type { Crs } from '../geo/crs';
import { StationSet } from '../stations/station-set';
import type { Generation } from './generation';

/** Where the stations that are served came from, this time. */
export type Source = 'network' | 'device' | 'previous' | 'bundled' | 'none';

/** What a client serves: whole, and replaced as a whole. */
export interface Current {
  readonly set: StationSet | undefined;
  /** The pack that the set was opened from. */
  readonly whole: Uint8Array | undefined;
  readonly source: Source;
  /** `undefined` for what came with the app. */
  readonly generation: Generation | undefined;
  /** Whether whoever the app believes made it; not, when it was kept under keys that the app no longer has. */
  readonly isTrusted: boolean;
  /** What its manifest says, if it came with one that this version can read. */
  readonly payload: ManifestPayload | undefined;
}

export const nothing: Current = {
  set: undefined,
  whole: undefined,
  source: 'none',
  generation: undefined,
  isTrusted: true,
  payload: undefined,
};

/** @throws InvalidPackError */
export function openGeneration(
  generation: Generation,
  { source, isTrusted }: Pick<Current, 'source' | 'isTrusted'>,
  crs: Crs,
): Current {
  const { whole } = generation;
  const set = StationSet.decode(whole, { crs });
  let payload: ManifestPayload | undefined;
  return {
    set,
    whole,
    source,
    generation,
    isTrusted,
    // Read when somebody asks: no answer waits for it.
    get payload() {
      payload ??= readManifest(generation);
      return payload;
    },
  };
}

/** A later version of this package may have kept one of a later form. Its stations are as good as any. */
function readManifest({ origin, manifest }: Generation): ManifestPayload | undefined {
  if (origin !== 'manifest') return undefined;
  try {
    return readPayload(readEnvelope(manifest, 'manifest-v1').payload);
  } catch (error) {
    if (error instanceof InvalidManifestError) return undefined;
    throw error;
  }
}
