import { InvalidManifestError } from '../../errors';
import { concatBytes } from '../bytes';
import { isPublicKey } from './ed25519';
import { fromHex } from './encodings';
import { type Envelope, mostEnvelopeBytes, readEnvelope, writeEnvelope } from './envelope';
import {
  at,
  fault,
  hashExpected,
  hashPattern,
  instant,
  list,
  member,
  nameExpected,
  namePattern,
  type Place,
  parseAscii,
  text,
  wholeNumber,
} from './json-reader';
import { type KeySet, mostKeys, readKeySet } from './keys';
import { asciiJson } from './payload';
import { checkSignatures, checkThreshold } from './signatures';
import type { SequenceFloor } from './verify-manifest';

/*
 * A statement of keys says who signs from now on. It is signed by the keys before and by the new ones: the old
 * ones say that the change is meant, the new ones that somebody holds them.
 */

/** What a statement of keys says. */
export interface KeysPayload extends KeySet {
  readonly format: 1;
  readonly dataset: string;
  /** 1 for the first change of the keys that apps were built with, then one more each time. */
  readonly version: number;
  /**
   * The lowest sequence number that a manifest may have from now on. It takes the place of what a device has seen:
   * a thief of the old keys who published 9007199254740991 has not locked out everything that comes after.
   */
  readonly sequenceFloor: number;
  readonly publishedAt: string;
}

/** The keys that hold now, and how they came about. */
export interface CurrentKeys extends KeySet {
  /** 0: the keys the app was built with. */
  readonly version: number;
  /** Of the last change; `undefined` when there was none. */
  readonly sequenceFloor: number | undefined;
  readonly publishedAt: string | undefined;
  /** As far as it is known. */
  readonly dataset: string | undefined;
}

export interface PinnedKeys extends KeySet {
  /** @default that of the first statement, which then is that of all */
  readonly dataset?: string | undefined;
  /** The version of the keys the app was built with: statements up to it say nothing new. @default 0 */
  readonly version?: number | undefined;
}

/** A change a year for a lifetime. */
const mostStatements = 64;
const top: Place = { code: 'KEYS_INVALID', path: '' };

/** The statements in the file `keys.json`, oldest first: one on each line. */
export function splitStatements(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const next = end === -1 ? bytes.length : end + 1;
    // Read no further than what could still be right.
    if (lines.length === mostStatements || next - from > mostEnvelopeBytes)
      throw new InvalidManifestError('NOT_KEYS', 'Not a file of keys: it is too long');
    lines.push(bytes.subarray(from, next));
    from = next;
  }
  return lines;
}

export function writeKeysPayload(payload: KeysPayload): Uint8Array {
  return asciiJson(payload);
}

/** @throws InvalidManifestError `KEYS_INVALID`, `UNSUPPORTED_FORMAT` */
export function readKeysPayload(bytes: Uint8Array): KeysPayload {
  const value = parseAscii(bytes, top);
  const get = (name: string): [unknown, Place] => [member(value, name, top), at(top, name)];
  const [format] = get('format');
  if (format !== 1)
    throw new InvalidManifestError(
      'UNSUPPORTED_FORMAT',
      'The statement of keys is in another format than 1: update the app',
    );
  const keys = list(...get('keys'), mostKeys, (key, place) =>
    text(key, place, hashPattern, hashExpected),
  );
  const threshold = wholeNumber(...get('threshold'), 1, mostKeys);
  return {
    format,
    dataset: text(...get('dataset'), namePattern, nameExpected),
    version: wholeNumber(...get('version'), 1, Number.MAX_SAFE_INTEGER),
    ...checkedKeys(keys, threshold),
    sequenceFloor: wholeNumber(...get('sequenceFloor'), 1, Number.MAX_SAFE_INTEGER),
    publishedAt: instant(...get('publishedAt')),
  };
}

function checkedKeys(keys: readonly string[], threshold: number): KeySet {
  const areUsable = keys.every((key) => isPublicKey(fromHex(key)));
  if (!areUsable || new Set(keys).size < keys.length || threshold > keys.length)
    throw fault(at(top, 'keys'), `distinct public keys, ${threshold} at least`, keys);
  return { keys, threshold };
}

/**
 * The keys that hold after these statements: each signed by the keys before it and by its own, one version after
 * another.
 *
 * @param statements all there are, from version 1 on, as `splitStatements` gives them; those up to the version
 *   that the app knows are passed over, unread
 * @throws InvalidManifestError `NOT_KEYS`, `KEYS_INVALID`, `KEYS_GAP`, `WRONG_DATASET`, and those of signatures
 */
export async function verifyRotation(
  statements: readonly Uint8Array[],
  pinned: PinnedKeys,
): Promise<CurrentKeys> {
  return keysAfter(statements.slice(pinned.version ?? 0), pinned);
}

/** The same of the statements after those that the app knows, as devices remember them. */
export async function keysAfter(
  statements: readonly Uint8Array[],
  pinned: PinnedKeys,
): Promise<CurrentKeys> {
  const { version = 0 } = pinned;
  let current: CurrentKeys = {
    ...readKeySet(pinned.keys, pinned.threshold),
    version,
    sequenceFloor: undefined,
    publishedAt: undefined,
    dataset: pinned.dataset,
  };
  for (const bytes of statements) {
    const envelope = readEnvelope(bytes, 'keys-v1');
    checkThreshold(envelope, current, 'old');
    await checkSignatures(envelope);
    const next = readKeysPayload(envelope.payload);
    checkThreshold(envelope, next, 'new');
    checkSuccession(next, current);
    const { format: _, ...known } = next;
    current = known;
  }
  return current;
}

function checkSuccession(next: KeysPayload, { version, dataset }: CurrentKeys): void {
  if (dataset !== undefined && next.dataset !== dataset)
    throw new InvalidManifestError(
      'WRONG_DATASET',
      `The statement of keys is of dataset ${next.dataset}, not of ${dataset}`,
    );
  if (next.version !== version + 1)
    throw new InvalidManifestError(
      'KEYS_GAP',
      `The statement of keys has version ${next.version}, the next is ${version + 1}`,
    );
}

/**
 * What a device remembers of sequence numbers after it has learnt of new keys: what they state, instead of what it
 * has seen under the old ones.
 */
export function floorAfterRotation(
  floor: SequenceFloor | undefined,
  { sequenceFloor, publishedAt }: CurrentKeys,
): SequenceFloor | undefined {
  if (sequenceFloor === undefined || publishedAt === undefined) return floor;
  // A time signed with a stolen key proves nothing either.
  return { sequence: sequenceFloor, signedTime: Date.parse(publishedAt) };
}

/** The file `keys.json` of these statements. */
export function joinStatements(statements: readonly Envelope[]): Uint8Array {
  return concatBytes(statements.map(writeEnvelope));
}
