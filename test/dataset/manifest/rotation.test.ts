import { beforeAll, describe, expect, it } from 'vitest';
import { toAscii } from '../../../src/dataset/manifest/encodings';
import { readEnvelope } from '../../../src/dataset/manifest/envelope';
import {
  floorAfterRotation,
  joinStatements,
  type KeysPayload,
  type PinnedKeys,
  splitStatements,
  verifyRotation,
} from '../../../src/dataset/manifest/rotation';
import { type VerifyOptions, verifyManifest } from '../../../src/dataset/manifest/verify-manifest';
import { isYizhanError } from '../../../src/errors';
import {
  manifestOf,
  payload as manifestPayload,
  now,
  statementOf,
  type TestKey,
  testKeys,
} from '../../support/manifests';
import { isFull } from '../../support/rounds';

let old: TestKey[];
let next: TestKey[];
let pinned: PinnedKeys;
let payload: KeysPayload;

beforeAll(async () => {
  old = await testKeys(1, 2, 3);
  next = await testKeys(4, 5, 6);
  pinned = { keys: publicOf(old), threshold: 2, dataset: 'shanghai' };
  payload = {
    format: 1,
    dataset: 'shanghai',
    version: 1,
    keys: publicOf(next),
    threshold: 2,
    sequenceFloor: 8,
    publishedAt: '2026-11-24T08:00:00Z',
  };
});

const publicOf = (keys: readonly TestKey[]) => keys.map(({ publicKey }) => publicKey);

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (isYizhanError(error)) return error.code;
    throw error;
  }
  return 'accepted';
}

const rotated = async (keys: readonly TestKey[], change: Partial<KeysPayload> = {}) =>
  codeOf(verifyRotation([await statementOf({ ...payload, ...change }, keys)], pinned));

describe('a change of keys', () => {
  it('takes the old keys and the new', async () => {
    const statement = await statementOf(payload, [old[0]!, old[2]!, next[1]!, next[2]!]);
    expect(await verifyRotation([statement], pinned)).toEqual({
      keys: payload.keys,
      threshold: 2,
      version: 1,
      sequenceFloor: 8,
      publishedAt: payload.publishedAt,
      dataset: payload.dataset,
    });
    expect(await verifyRotation([], pinned)).toMatchObject({ version: 0, keys: pinned.keys });
  });

  it('F39: is refused without enough of the old, or of the new', async () => {
    expect(await rotated([])).toBe('UNSIGNED');
    expect(await rotated(next)).toBe('UNKNOWN_KEY');
    expect(await rotated([old[0]!, ...next])).toBe('THRESHOLD_NOT_MET');
    expect(await rotated(old)).toBe('UNKNOWN_KEY');
    expect(await rotated([...old, next[0]!])).toBe('THRESHOLD_NOT_MET');
    expect(await rotated([...old, ...next])).toBe('accepted');
  });

  it('may keep some of the keys', async () => {
    const kept = { keys: publicOf([old[0]!, old[1]!, next[0]!]) };
    expect(await rotated([old[0]!, old[1]!], kept)).toBe('accepted');
  });

  it('comes one version after another', async () => {
    expect(await rotated([...old, ...next], { version: 2 })).toBe('KEYS_GAP');
    const third = await testKeys(7);
    const first = await statementOf(payload, [...old, ...next]);
    const second = await statementOf(
      { ...payload, version: 2, keys: publicOf(third), threshold: 1, sequenceFloor: 9 },
      [...next, ...third],
    );
    const current = await verifyRotation([first, second], pinned);
    expect(current).toMatchObject({ version: 2, keys: publicOf(third), sequenceFloor: 9 });
    // The second alone, in the wrong order, or twice, does not do.
    expect(await codeOf(verifyRotation([second], pinned))).toBe('UNKNOWN_KEY');
    expect(await codeOf(verifyRotation([second, first], pinned))).toBe('UNKNOWN_KEY');
    expect(await codeOf(verifyRotation([first, first], pinned))).toBe('KEYS_GAP');
    // An app that was built after the first change, or a device that knows of it.
    const later = { dataset: 'shanghai', keys: payload.keys, threshold: 2, version: 1 };
    expect(await verifyRotation([first, second], later)).toMatchObject({ version: 2 });
    expect(await verifyRotation([first], later)).toMatchObject({ version: 1 });
  });

  it('F41: is refused for another dataset', async () => {
    expect(await rotated([...old, ...next], { dataset: 'beijing' })).toBe('WRONG_DATASET');
  });

  it('is refused when it says what cannot be', async () => {
    const all = [...old, ...next];
    const zero = { keys: ['00'.repeat(32)], threshold: 1 };
    expect(await rotated(all, zero)).toBe('KEYS_INVALID');
    expect(await rotated(all, { threshold: 4 })).toBe('KEYS_INVALID');
    expect(await rotated(all, { threshold: 0 })).toBe('KEYS_INVALID');
    expect(await rotated(all, { keys: [] })).toBe('KEYS_INVALID');
    expect(await rotated(all, { keys: [payload.keys[0]!, payload.keys[0]!] })).toBe('KEYS_INVALID');
    expect(await rotated(all, { sequenceFloor: 0 })).toBe('KEYS_INVALID');
    expect(await rotated(all, { format: 2 as 1 })).toBe('UNSUPPORTED_FORMAT');
    const manifest = await manifestOf(manifestPayload, old);
    expect(await codeOf(verifyRotation([manifest], pinned))).toBe('NOT_KEYS');
    expect(await codeOf(verifyRotation([toAscii('<html>')], pinned))).toBe('NOT_KEYS');
  });

  it('F33: flipped bits are refused, as in a manifest', async () => {
    const statement = await statementOf({ ...payload, keys: [next[0]!.publicKey], threshold: 1 }, [
      old[0]!,
      old[1]!,
      next[0]!,
    ]);
    expect(await codeOf(verifyRotation([statement], pinned))).toBe('accepted');
    // One bit of a byte: all of a manifest's are tried elsewhere, and the envelope is the same.
    for (let at = 0; at < statement.length; at += isFull('MANIFEST_CAMPAIGN') ? 1 : 3) {
      const bit = at * 8 + (at % 7);
      const flipped = statement.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(await codeOf(verifyRotation([flipped], pinned))).not.toBe('accepted');
    }
  });
});

describe('the file of statements', () => {
  it('has one on each line', async () => {
    const first = await statementOf(payload, [...old, ...next]);
    const file = joinStatements([readEnvelope(first, 'keys-v1'), readEnvelope(first, 'keys-v1')]);
    expect(splitStatements(file)).toEqual([first, first]);
    expect(splitStatements(new Uint8Array(0))).toEqual([]);
  });

  it('is bounded', () => {
    expect(() => splitStatements(toAscii('\n'.repeat(65)))).toThrow('too long');
    expect(() => splitStatements(new Uint8Array(128 * 1024 + 1))).toThrow('too long');
  });
});

describe('after a change of keys', () => {
  const options = (keys: { keys: readonly string[]; threshold: number }): VerifyOptions => ({
    ...keys,
    dataset: 'shanghai',
    now,
    sdkVersion: '1.0.0',
  });

  it('F38: a sequence number that ran ahead is forgotten, but none goes below the stated floor', async () => {
    const thief = await manifestOf({ ...manifestPayload, sequence: Number.MAX_SAFE_INTEGER }, old);
    const { floor } = await verifyManifest(thief, options(pinned));
    const good = await manifestOf({ ...manifestPayload, sequence: 8 }, next);
    const current = await verifyRotation([await statementOf(payload, [...old, ...next])], pinned);
    expect(await codeOf(verifyManifest(good, { ...options(current), floor }))).toBe('ROLLBACK');
    const reset = floorAfterRotation(floor, current);
    expect(await codeOf(verifyManifest(good, { ...options(current), floor: reset }))).toBe(
      'accepted',
    );
    const before = await manifestOf({ ...manifestPayload, sequence: 7 }, next);
    expect(await codeOf(verifyManifest(before, { ...options(current), floor: reset }))).toBe(
      'ROLLBACK',
    );
  });

  it('F40: the old keys sign nothing any more', async () => {
    const current = await verifyRotation([await statementOf(payload, [...old, ...next])], pinned);
    const replay = await manifestOf({ ...manifestPayload, sequence: 100 }, old);
    expect(await codeOf(verifyManifest(replay, options(current)))).toBe('UNKNOWN_KEY');
  });

  it('the floor stays when nothing changed', async () => {
    const floor = { sequence: 7, payloadSha256: 'a'.repeat(64), signedTime: 5 };
    expect(floorAfterRotation(floor, await verifyRotation([], pinned))).toBe(floor);
  });
});
