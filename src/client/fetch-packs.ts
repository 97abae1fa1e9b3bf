import { applyDelta } from '../dataset/delta/apply-delta';
import { gunzip } from '../dataset/gzip';
import { sha256 } from '../dataset/manifest/digest';
import { toHex } from '../dataset/manifest/encodings';
import type { Delta, ManifestPack, SignedObject } from '../dataset/manifest/payload';
import { InvalidPackError, isYizhanError, UpdateError } from '../errors';
import { besides } from './address';
import { type DownloadOptions, download, Partial } from './download';
import type { HeldPack } from './generation';
import type { Transport } from './transport';
import { abortError } from './waiting';

export interface FetchOptions {
  readonly transport: Transport;
  /** In the order in which they are asked: the one that had the manifest first. */
  readonly sources: readonly string[];
  /** Packs that are here, by their SHA-256: what has not changed is not fetched, and deltas begin with them. */
  readonly held: ReadonlyMap<string, Uint8Array>;
  /** What is here of files that broke off, by their SHA-256. */
  readonly partials: Map<string, Partial>;
  readonly download: Omit<DownloadOptions, 'mostBytes' | 'partial' | 'onBytes'>;
  readonly onBytes: (received: number, total: number) => void;
}

/**
 * The packs of a manifest, each with the bytes that it signs: those that are here, those that a delta leads to, and
 * the others whole.
 *
 * @throws UpdateError, InvalidPackError
 */
export async function fetchPacks(
  packs: readonly ManifestPack[],
  options: FetchOptions,
): Promise<HeldPack[]> {
  forgetOthers(packs, options);
  const tally = new Tally(
    packs.filter((pack) => !options.held.has(pack.snapshot.sha256)),
    options,
  );
  const fetched: HeldPack[] = [];
  for (const pack of packs) {
    const { sha256: hash } = pack.snapshot;
    const bytes = options.held.get(hash) ?? (await fetchPack(pack, options, tally));
    fetched.push({ name: pack.name, sha256: hash, bytes });
  }
  return fetched;
}

/** Halves of files that no manifest names any more. */
function forgetOthers(packs: readonly ManifestPack[], { partials }: FetchOptions): void {
  const objects = packs.flatMap(({ snapshot, deltas }) => [snapshot, ...deltas]);
  const named = new Set(objects.map(({ packedSha256 }) => packedSha256));
  for (const hash of [...partials.keys()]) if (!named.has(hash)) partials.delete(hash);
}

/** The delta that begins with what is here, if there is one. */
function deltaFor(pack: ManifestPack, { held }: Pick<FetchOptions, 'held'>): Delta | undefined {
  return pack.deltas.find(({ fromSha256 }) => held.has(fromSha256));
}

async function fetchPack(
  pack: ManifestPack,
  options: FetchOptions,
  tally: Tally,
): Promise<Uint8Array> {
  const { signal } = options.download;
  const { name, snapshot } = pack;
  const delta = deltaFor(pack, options);
  if (delta !== undefined) {
    try {
      const base = options.held.get(delta.fromSha256)!;
      const bytes = applyDelta(base, await fetchObject(delta, options, tally));
      if (await hasHash(bytes, snapshot.sha256)) return bytes;
    } catch (error) {
      // A shortcut that does not lead there. The pack itself does, unless the server wants to be left alone.
      const isBusy = error instanceof UpdateError && error.code === 'SERVER_BUSY';
      if (!isYizhanError(error) || isBusy || signal.aborted) throw error;
    }
    tally.expect(snapshot);
  }
  const bytes = await fetchObject(snapshot, options, tally);
  if (await hasHash(bytes, snapshot.sha256)) return bytes;
  throw new UpdateError('WRONG_HASH', `Pack ${name} is not the one that the manifest states`);
}

/** A file of the site, unpacked, from the first source that has it as the manifest states it. */
async function fetchObject(
  object: SignedObject,
  options: FetchOptions,
  tally: Tally,
): Promise<Uint8Array> {
  let first: unknown;
  for (const source of options.sources) {
    try {
      return await fetchFrom(source, object, options, tally);
    } catch (error) {
      if (!isYizhanError(error)) throw error;
      if (options.download.signal.aborted) throw abortError(options.download.signal);
      first ??= error;
    }
  }
  throw first;
}

async function fetchFrom(
  source: string,
  { path, packedBytes, packedSha256, bytes: unpackedBytes }: SignedObject,
  options: FetchOptions,
  tally: Tally,
): Promise<Uint8Array> {
  const url = besides(source, path);
  const partial = options.partials.get(packedSha256) ?? new Partial();
  options.partials.set(packedSha256, partial);
  let isResumed = partial.length > 0;
  for (let isFresh = false; ; isFresh = true) {
    const found = await download(options.transport, url, {
      ...options.download,
      mostBytes: packedBytes,
      exactBytes: packedBytes,
      partial,
      isFresh,
      onBytes: (received) => tally.have(packedSha256, received),
    });
    if (found.kind !== 'bytes')
      throw new UpdateError('HTTP_STATUS', `Cannot fetch ${url}: the server answers 404`, {
        status: 404,
      });
    options.partials.delete(packedSha256);
    if (await hasHash(found.bytes, packedSha256)) {
      const unpacked = gunzip(found.bytes, unpackedBytes);
      if (unpacked.length === unpackedBytes) return unpacked;
      throw new InvalidPackError(`${unpacked.length} bytes, where ${unpackedBytes} are signed`);
    }
    partial.clear();
    // Two halves of different files, or a cache that has something else: once more from the start, past it.
    if (isFresh && !isResumed)
      throw new UpdateError(
        'WRONG_HASH',
        `Cannot fetch ${url}: it is not the file that the manifest states`,
      );
    isResumed = false;
  }
}

async function hasHash(bytes: Uint8Array, hash: string): Promise<boolean> {
  return toHex(await sha256(bytes)) === hash;
}

/** How much has come of how much. */
class Tally {
  private total = 0;
  private readonly received = new Map<string, number>();

  constructor(
    packs: readonly ManifestPack[],
    private readonly options: FetchOptions,
  ) {
    for (const pack of packs) this.expect(deltaFor(pack, options) ?? pack.snapshot);
  }

  expect({ packedBytes }: SignedObject): void {
    this.total += packedBytes;
    this.tell();
  }

  have(hash: string, received: number): void {
    this.received.set(hash, received);
    this.tell();
  }

  private tell(): void {
    const sum = [...this.received.values()].reduce((total, bytes) => total + bytes, 0);
    this.options.onBytes(sum, Math.max(this.total, sum));
  }
}
