import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gzip } from '../../src/dataset/gzip';
import { sha256 } from '../../src/dataset/manifest/digest';
import { toHex } from '../../src/dataset/manifest/encodings';
import { readEnvelope, writeEnvelope } from '../../src/dataset/manifest/envelope';
import { type ManifestPayload, objectPath } from '../../src/dataset/manifest/payload';
import { readPayload } from '../../src/dataset/manifest/read-payload';
import type { KeysPayload } from '../../src/dataset/manifest/rotation';
import { codeOf, makeRig, type Rig, versions } from '../support/device';
import { manifestOf, signed, statementOf, type TestKey, testKey } from '../support/manifests';
import { dayOne } from '../support/sites';

/* What a publisher, a thief or a broken mirror can sign and send. KEEP, unless said otherwise. */

const manifestIn = (rig: Rig) => join(rig.site, 'manifest.json');
const envelopeIn = (rig: Rig) => readEnvelope(readFileSync(manifestIn(rig)), 'manifest-v1');
const payloadIn = (rig: Rig) => readPayload(envelopeIn(rig).payload);

/** Publishes something else over the second version, signed by these keys. */
async function publish(
  rig: Rig,
  change: (payload: ManifestPayload) => object,
  keys?: readonly TestKey[],
): Promise<void> {
  const payload = change(payloadIn(rig)) as ManifestPayload;
  writeFileSync(manifestIn(rig), await manifestOf(payload, keys ?? [await testKey(1)]));
}

/** Puts a file into the site, and says what a manifest says of it. */
async function putPack(rig: Rig, bytes: Uint8Array, kind: 'pack' | 'delta' = 'pack') {
  const packed = gzip(bytes);
  const packedSha256 = toHex(await sha256(packed));
  const path = objectPath(kind, packedSha256);
  writeFileSync(join(rig.site, path), packed);
  const sha = toHex(await sha256(bytes));
  return { path, packedBytes: packed.length, packedSha256, bytes: bytes.length, sha256: sha };
}

const onlyPack = (payload: ManifestPayload) => payload.packs[0]!;

/** Whose change, and what a device says to it. */
const refused: readonly [string, string, (payload: ManifestPayload) => object][] = [
  ['F41 another dataset', 'WRONG_DATASET', (payload) => ({ ...payload, dataset: 'beijing' })],
  ['F41 another channel', 'WRONG_CHANNEL', (payload) => ({ ...payload, channel: 'beta' })],
  ['F45 a format of the future', 'UNSUPPORTED_FORMAT', (payload) => ({ ...payload, format: 2 })],
  ['F46 minSdk too high', 'SDK_TOO_OLD', (payload) => ({ ...payload, minSdk: '999.0.0' })],
  ['F47 no packs at all', 'NO_STATIONS', (payload) => ({ ...payload, packs: [] })],
  [
    'F35 the same number, something else',
    'EQUIVOCATION',
    (payload) => ({ ...payload, sequence: 1 }),
  ],
  [
    'F79 a path that leads out',
    'MANIFEST_INVALID',
    (payload) => ({
      ...payload,
      packs: [
        { ...onlyPack(payload), snapshot: { ...onlyPack(payload).snapshot, path: '../../x' } },
      ],
    }),
  ],
  [
    'F79 another host',
    'MANIFEST_INVALID',
    (payload) => ({
      ...payload,
      packs: [
        { ...onlyPack(payload), snapshot: { ...onlyPack(payload).snapshot, path: 'http://evil/' } },
      ],
    }),
  ],
];

describe('trust', () => {
  it.each(refused)('%s: KEEP %s', async (_, code, change) => {
    const rig = await makeRig();
    await publish(rig, change);
    await rig.keeps(code);
  });

  it('F30 unsigned: KEEP', async () => {
    const rig = await makeRig();
    await publish(rig, (payload) => payload, []);
    await rig.keeps('UNSIGNED');
  });

  it('F31 a key nobody knows: KEEP', async () => {
    const rig = await makeRig();
    await publish(rig, (payload) => payload, [await testKey(99)]);
    await rig.keeps('UNKNOWN_KEY');
  });

  it('F32 one key twice is one key: KEEP', async () => {
    const rig = await makeRig({
      isNew: true,
      keys: [(await testKey(1)).publicKey, (await testKey(2)).publicKey],
      threshold: 2,
    });
    const { payload, signatures } = envelopeIn(rig);
    writeFileSync(
      manifestIn(rig),
      writeEnvelope({ kind: 'manifest-v1', payload, signatures: [signatures[0]!, signatures[0]!] }),
    );
    expect(await codeOf(rig.client.refresh())).toBe('NOT_MANIFEST');
    writeFileSync(manifestIn(rig), writeEnvelope({ kind: 'manifest-v1', payload, signatures }));
    expect(await codeOf(rig.client.refresh())).toBe('THRESHOLD_NOT_MET');
    await publish(rig, (same) => same, [await testKey(1), await testKey(2)]);
    expect(await rig.client.refresh()).toBe(true);
  });

  it('F33 a bit flipped: KEEP', async () => {
    const rig = await makeRig();
    const bytes = readFileSync(manifestIn(rig));
    // Every bit of a manifest is tried beside the verification itself; here a few all the way through.
    for (const at of [5, 60, bytes.length >> 1, bytes.length - 30]) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      writeFileSync(manifestIn(rig), flipped);
      expect(await codeOf(rig.client.refresh())).not.toBe('no error');
      expect(rig.client.status().sequence).toBe(1);
    }
    writeFileSync(manifestIn(rig), bytes);
    await rig.arrives();
  });

  it('F34 rollback: KEEP', async () => {
    const rig = await makeRig();
    const { first } = await versions();
    await rig.client.refresh();
    writeFileSync(manifestIn(rig), readFileSync(join(first, 'manifest.json')));
    await rig.keeps('ROLLBACK');
  });

  it('F36 expired: served, and said to be stale', async () => {
    let now = dayOne;
    const rig = await makeRig({ host: { now: () => now } });
    expect(rig.client.status().stale).toBe(false);
    now = dayOne + 31 * 864e5;
    expect(rig.client.status().stale).toBe(true);
    expect(rig.client.nearest([121.47, 31.23], { limit: 1 })).toHaveLength(1);
    // A new manifest that has expired as well is newer all the same.
    await rig.arrives();
    expect(rig.client.status().stale).toBe(true);
  });

  it('F37 a delta of one version with the pack of another: the pack decides', async () => {
    const rig = await makeRig();
    const wrong = await putPack(rig, new Uint8Array(50), 'delta');
    const { fromSha256 } = onlyPack(payloadIn(rig)).deltas[0]!;
    const { sha256: _, ...object } = wrong;
    await publish(rig, (payload) => ({
      ...payload,
      packs: [{ ...onlyPack(payload), deltas: [{ fromSha256, ...object }] }],
    }));
    await rig.arrives();
  });

  it('F38 the highest number there is: a change of keys leads back', async () => {
    const rig = await makeRig();
    const thief = await testKey(1);
    await publish(rig, (payload) => ({ ...payload, sequence: Number.MAX_SAFE_INTEGER }));
    await rig.client.refresh();
    const { second } = await versions();
    const fresh = await testKey(7);
    await rotate(rig, [thief, fresh], { keys: [fresh.publicKey], sequenceFloor: 2 });
    writeFileSync(manifestIn(rig), readFileSync(join(second, 'manifest.json')));
    await publish(rig, (payload) => payload, [fresh]);
    await rig.client.refresh();
    expect(rig.client.status().sequence).toBe(2);
    // What the thief signed counts for nothing any more: F40.
    await publish(rig, (payload) => ({ ...payload, sequence: 9 }), [thief]);
    await rig.keeps('UNKNOWN_KEY');
  });

  it('F39 a change of keys without the old ones, or the new: KEEP', async () => {
    const rig = await makeRig();
    const [old, fresh] = [await testKey(1), await testKey(7)];
    await rotate(rig, [fresh], { keys: [fresh.publicKey] });
    await rig.keeps('UNKNOWN_KEY');
    await rotate(rig, [old], { keys: [fresh.publicKey] });
    await rig.keeps('UNKNOWN_KEY');
    writeFileSync(join(rig.site, 'keys.json'), '<html>');
    await rig.keeps('NOT_KEYS');
  });

  it('keys that changed are remembered, whatever a mirror hides', async () => {
    const rig = await makeRig();
    const [old, fresh] = [await testKey(1), await testKey(7)];
    await rotate(rig, [old, fresh], { keys: [fresh.publicKey], sequenceFloor: 1 });
    await publish(rig, (payload) => payload, [old, fresh]);
    await rig.arrives();
    writeFileSync(join(rig.site, 'keys.json'), '');
    await publish(rig, (payload) => ({ ...payload, sequence: 5 }), [old]);
    await rig.keeps('UNKNOWN_KEY');
    // Nor can it tell another story of them.
    const third = await testKey(8);
    await rotate(rig, [old, third], { keys: [third.publicKey] });
    await rig.keeps('EQUIVOCATION');
  });

  it('a change of keys holds even when nothing else arrives', async () => {
    const rig = await makeRig();
    const [old, fresh] = [await testKey(1), await testKey(7)];
    await rotate(rig, [old, fresh], { keys: [fresh.publicKey], sequenceFloor: 1 });
    // The manifest is still the old key's.
    expect(await codeOf(rig.client.refresh())).toBe('UNKNOWN_KEY');
    writeFileSync(join(rig.site, 'keys.json'), '');
    expect(await codeOf((await rig.open()).refresh())).toBe('UNKNOWN_KEY');
  });

  it('an app that comes with other keys begins anew with them, and keeps its stations', async () => {
    const rig = await makeRig();
    const fresh = await testKey(7);
    await publish(rig, (payload) => payload, [fresh]);
    const client = await rig.open({ keys: [fresh.publicKey] });
    expect(client.status().source).toBe('device');
    expect(await client.refresh()).toBe(true);
  });

  it('F42 a delta that starts elsewhere: the whole pack', async () => {
    const rig = await makeRig();
    await publish(rig, (payload) => ({
      ...payload,
      packs: [
        {
          ...onlyPack(payload),
          deltas: onlyPack(payload).deltas.map((delta) => ({
            ...delta,
            fromSha256: 'e'.repeat(64),
          })),
        },
      ],
    }));
    await rig.arrives();
  });

  it('F43 a delta that leads elsewhere, F44 that leads to where it starts: the whole pack, or refused', async () => {
    const rig = await makeRig();
    const { sha256: hash } = onlyPack(payloadIn(rig)).snapshot;
    await publish(rig, (payload) => ({
      ...payload,
      packs: [
        {
          ...onlyPack(payload),
          deltas: onlyPack(payload).deltas.map((delta) => ({ ...delta, fromSha256: hash })),
        },
      ],
    }));
    await rig.keeps('MANIFEST_INVALID');
  });

  it('F47 half of the stations gone: KEEP, unless it is meant', async () => {
    const rig = await makeRig();
    const halved = (payload: ManifestPayload) => ({
      ...payload,
      packs: [{ ...onlyPack(payload), count: Math.floor(onlyPack(payload).count / 2) }],
    });
    await publish(rig, halved);
    await rig.keeps('SHRUNK');
  });

  it('a count that is not the pack’s: KEEP', async () => {
    const rig = await makeRig();
    await publish(rig, (payload) => ({
      ...payload,
      packs: [{ ...onlyPack(payload), count: onlyPack(payload).count - 1 }],
    }));
    await rig.keeps('INVALID_PACK');
  });

  it.each([
    ['F48 bytes that are no pack', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 85)],
    [
      'F64 a pack of a later format',
      (bytes: Uint8Array) => Uint8Array.of(8, 9, ...bytes.subarray(2)),
    ],
    ['F85 counts beyond all measure', () => Uint8Array.of(8, 1, 16, 255, 255, 255, 255, 15)],
    ['F84 a pack of nothing but zeros', () => new Uint8Array(10_000)],
  ])('%s, signed: KEEP', async (_, change) => {
    const rig = await makeRig();
    const { first } = await versions();
    const { snapshot } = readPayload(
      readEnvelope(readFileSync(join(first, 'manifest.json')), 'manifest-v1').payload,
    ).packs[0]!;
    const { gunzip } = await import('../../src/dataset/gzip');
    const bytes = gunzip(readFileSync(join(first, snapshot.path)), snapshot.bytes);
    const bad = await putPack(rig, change(bytes));
    await publish(rig, (payload) => ({
      ...payload,
      packs: [{ ...onlyPack(payload), snapshot: bad, deltas: [] }],
    }));
    await rig.keeps('INVALID_PACK');
  });

  it('F83 a bomb: given up at the size that is signed', async () => {
    const rig = await makeRig();
    const bomb = await putPack(rig, new Uint8Array(5_000_000));
    await publish(rig, (payload) => ({
      ...payload,
      packs: [{ ...onlyPack(payload), snapshot: { ...bomb, bytes: 1000 }, deltas: [] }],
    }));
    await rig.keeps('INVALID_PACK');
  });

  it('F84 a payload nested without end: KEEP', async () => {
    const rig = await makeRig();
    const deep = new TextEncoder().encode(`${'['.repeat(40_000)}`);
    writeFileSync(manifestIn(rig), await signed('manifest-v1', deep, [await testKey(1)]));
    await rig.keeps('MANIFEST_INVALID');
  });

  it('F71, F72 clocks of 1970 and of 2036: the same stations; only `stale` differs', async () => {
    const rig = await makeRig();
    for (const [now, stale] of [
      [0, false],
      [dayOne + 3.2e11, true],
    ] as const) {
      const client = await rig.open({}, { now: () => now });
      expect(client.status().stale).toBe(stale);
      expect(client.stations.size).toBe(rig.client.stations.size);
    }
    const client = await rig.open({}, { now: () => 0 });
    expect(await client.refresh()).toBe(true);
  });

  it('F74 a Date header that lies changes nothing', async () => {
    const rig = await makeRig();
    rig.server.answer = async (request) => {
      const { parts, ...rest } = await rig.right(request);
      const [headers, body] = parts as [string, Buffer];
      const date = 'Date: Thu, 01 Jan 2099 00:00:00 GMT';
      return { ...rest, parts: [headers.replace('\r\n', `\r\n${date}\r\n`), body] };
    };
    await rig.arrives();
    expect(rig.client.status().stale).toBe(false);
  });

  it('takes the packs it was told to take, and says which there are', async () => {
    const rig = await makeRig({ isNew: true });
    const wrong = await rig.open({ packs: ['310000'], ready: 'now' });
    await expect(wrong.refresh()).rejects.toThrow('The manifest has no pack 310000; it has all');
  });
});

async function rotate(rig: Rig, keys: readonly TestKey[], change: Partial<KeysPayload>) {
  const payload: KeysPayload = {
    format: 1,
    dataset: 'shanghai',
    version: 1,
    keys: [],
    threshold: 1,
    sequenceFloor: 1,
    publishedAt: new Date(dayOne).toISOString(),
    ...change,
  };
  writeFileSync(join(rig.site, 'keys.json'), await statementOf(payload, keys));
}
