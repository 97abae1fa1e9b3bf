import type { Bounds } from '../../geo/bounds';

/** The version of the payload's form. Another one needs a newer SDK. */
export const payloadFormat = 1;

export const defaultChannel = 'stable';

/** More are refused: what a device is asked to look through stays small. */
export const mostPacks = 64;
/** From one version to the current one, so as many versions back. */
export const mostDeltas = 8;
/** Of a pack or delta, unpacked. Shanghai's 7,395 stations take about 1. */
export const mostObjectBytes = 64 * 2 ** 20;

/** A file of the site as the manifest states it: named by its hash, gzipped by us. */
export interface SignedObject {
  /** Relative to the manifest. */
  readonly path: string;
  /** As served. */
  readonly packedBytes: number;
  readonly packedSha256: string;
  /** After `gunzip`. */
  readonly bytes: number;
}

export interface Snapshot extends SignedObject {
  /** Of the unpacked pack: also what every delta to it has to give. */
  readonly sha256: string;
}

/** The way from an earlier pack to the current one. */
export interface Delta extends SignedObject {
  /** Of the unpacked pack it begins with. */
  readonly fromSha256: string;
}

/** One area's stations. */
export interface ManifestPack {
  /** A district's or city's six-digit code, `all`, or `other` for what has no district. */
  readonly name: string;
  /** Of its positions, in WGS-84 whatever the CRS of the source. */
  readonly bounds: Bounds;
  /** How many stations it has. */
  readonly count: number;
  readonly snapshot: Snapshot;
  /** Newest first. */
  readonly deltas: readonly Delta[];
}

/** What a manifest says, once its signatures are verified. */
export interface ManifestPayload {
  readonly format: typeof payloadFormat;
  readonly dataset: string;
  readonly channel: string;
  /** Higher is newer. Content is withdrawn by a higher number that carries the old content. */
  readonly sequence: number;
  /** UTC: `2026-11-24T08:00:00Z`. */
  readonly publishedAt: string;
  /** From then on it is served as stale. */
  readonly expiresAt: string;
  /** The oldest version of this package that can read the packs. */
  readonly minSdk: string;
  /**
   * The latest sequence number at which many stations were gone and the publisher meant it. It stays for all that come
   * after, so that a device which was away for that one is not surprised.
   */
  readonly shrunkAt?: number | undefined;
  /** In the order of their names. */
  readonly packs: readonly ManifestPack[];
}

/** By the device's clock, or by the latest time that was signed: the clock may have been put back. */
export function isExpired(
  { expiresAt }: Pick<ManifestPayload, 'expiresAt'>,
  signedTime: number,
  now: number,
): boolean {
  return Math.max(now, signedTime) >= Date.parse(expiresAt);
}

/** Where a pack or delta lies: by what it holds, so that a name never means two things. */
export function objectPath(kind: 'pack' | 'delta', packedSha256: string): string {
  return `${kind}s/${packedSha256.slice(0, 32)}.${kind}.gz`;
}

/**
 * The payload's bytes: JSON in ASCII, members in one order, so that the same content has the same bytes.
 */
export function writePayload(payload: ManifestPayload): Uint8Array {
  const { shrunkAt, packs, ...head } = payload;
  return asciiJson({ ...head, shrunkAt, packs });
}

/** JSON in ASCII. */
export function asciiJson(value: unknown): Uint8Array {
  const text = JSON.stringify(value).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
