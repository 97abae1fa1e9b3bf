import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toHex } from '../../dataset/manifest/encodings';
import {
  type Envelope,
  type EnvelopeKind,
  mostEnvelopeBytes,
  readEnvelope,
  writeEnvelope,
} from '../../dataset/manifest/envelope';
import { type ManifestPayload, mostObjectBytes } from '../../dataset/manifest/payload';
import { readPayload } from '../../dataset/manifest/read-payload';
import { splitStatements } from '../../dataset/manifest/rotation';
import { readFileIfAny } from '../files/read-file';
import { writeOurFile } from '../files/write-file';

/*
 * A site: the folder that is served.
 *
 *   manifest.json           what devices ask for first, signed
 *   manifest.payload.json   what the newest build wants signed
 *   manifest.partial.json   the same with signatures, too few yet
 *   keys.json               changes of keys, one on each line; absent when there was none
 *   keys.partial.json       a change of keys with signatures, too few yet
 *   packs/, deltas/         files by their hash, which never change
 *   history/7.json          payloads of earlier manifests: which packs to make deltas from, which files to keep
 */

export const manifestFile = 'manifest.json';
export const payloadFile = 'manifest.payload.json';
export const partialManifestFile = 'manifest.partial.json';
export const keysFile = 'keys.json';
export const partialKeysFile = 'keys.partial.json';

export function historyFile(sequence: number): string {
  return `history/${sequence}.json`;
}

/** Base64 and signatures make an envelope a third larger. */
export const mostPayloadBytes = Math.floor((mostEnvelopeBytes - 16 * 256) * 0.75);
/** A change of keys a year, for longer than anybody will ask. */
export const mostKeysBytes = 512 * 1024;

export function sha256Hex(bytes: Uint8Array): string {
  return toHex(createHash('sha256').update(bytes).digest());
}

export async function readPayloadFile(folder: string): Promise<Uint8Array | undefined> {
  return readFileIfAny(join(folder, payloadFile), mostPayloadBytes);
}

export async function readEnvelopeFile(
  folder: string,
  name: string,
  kind: EnvelopeKind,
): Promise<Envelope | undefined> {
  const bytes = await readFileIfAny(join(folder, name), mostEnvelopeBytes);
  return bytes && readEnvelope(bytes, kind);
}

export function writeEnvelopeFile(folder: string, name: string, envelope: Envelope): Promise<void> {
  return writeOurFile(join(folder, name), writeEnvelope(envelope));
}

/** The changes of keys there have been, oldest first. */
export async function readStatements(folder: string): Promise<Uint8Array[]> {
  const bytes = await readFileIfAny(join(folder, keysFile), mostKeysBytes);
  return bytes === undefined ? [] : splitStatements(bytes);
}

/** The payload that devices have now; else, where nothing was ever signed, the one that was built last. */
export async function readLivePayload(folder: string): Promise<Uint8Array | undefined> {
  const envelope = await readEnvelopeFile(folder, manifestFile, 'manifest-v1');
  return envelope === undefined ? readPayloadFile(folder) : envelope.payload;
}

/** Payloads of earlier manifests, newest first. What somebody else put there is passed over. */
export async function readHistory(folder: string): Promise<ManifestPayload[]> {
  const names = await readdir(join(folder, 'history')).catch(() => []);
  const sequences = names
    .map((name) => Number(/^(\d{1,16})\.json$/.exec(name)?.[1]))
    .filter((sequence) => Number.isSafeInteger(sequence))
    .sort((a, b) => b - a);
  const payloads: ManifestPayload[] = [];
  for (const sequence of sequences) {
    const bytes = await readFileIfAny(join(folder, historyFile(sequence)), mostPayloadBytes);
    if (bytes !== undefined) payloads.push(readPayload(bytes));
  }
  return payloads;
}

/** A pack or delta; `undefined` when it is missing. */
export function readObject(folder: string, path: string): Promise<Uint8Array | undefined> {
  return readFileIfAny(join(folder, path), mostObjectBytes);
}

/** Puts a file under the name its content has, unless it is there. */
export async function putObject(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const there = await readObject(folder, path).catch(() => undefined);
  // One that rotted, or was cut short by a crash of another program, is written again.
  if (there !== undefined && sha256Hex(there) === sha256Hex(bytes)) return;
  await writeOurFile(join(folder, path), bytes);
}

/** Every file that these manifests name. */
export function objectPaths(payloads: readonly ManifestPayload[]): string[] {
  const paths = payloads.flatMap(({ packs }) =>
    packs.flatMap(({ snapshot, deltas }) => [snapshot, ...deltas].map(({ path }) => path)),
  );
  return [...new Set(paths)];
}

/**
 * Removes packs, deltas and earlier payloads that nobody needs any more. Only what has a name of ours goes.
 *
 * @returns how many files went
 */
export async function pruneSite(
  folder: string,
  neededPaths: readonly string[],
  neededSequences: readonly number[],
): Promise<number> {
  const needed = new Set([...neededPaths, ...neededSequences.map(historyFile)]);
  const ours =
    /^(packs\/[0-9a-f]{32}\.pack\.gz|deltas\/[0-9a-f]{32}\.delta\.gz|history\/\d+\.json)$/;
  let removed = 0;
  for (const part of ['packs', 'deltas', 'history']) {
    for (const name of await readdir(join(folder, part)).catch(() => [])) {
      const path = `${part}/${name}`;
      if (!ours.test(path) || needed.has(path)) continue;
      await rm(join(folder, path), { force: true });
      removed++;
    }
  }
  return removed;
}
