import { publicKeyOf, sign } from '../../src/dataset/manifest/ed25519';
import { toHex } from '../../src/dataset/manifest/encodings';
import {
  type EnvelopeKind,
  type Signature,
  signedBytes,
  writeEnvelope,
} from '../../src/dataset/manifest/envelope';
import { type ManifestPayload, objectPath, writePayload } from '../../src/dataset/manifest/payload';
import { type KeysPayload, writeKeysPayload } from '../../src/dataset/manifest/rotation';
import { Random } from './random';

/* Keys and manifests to try things on. The keys are made from seeds and sign nothing else. */

export interface TestKey {
  readonly privateKey: Uint8Array;
  readonly publicKey: string;
}

export async function testKey(seed: number): Promise<TestKey> {
  const random = new Random(seed);
  const privateKey = Uint8Array.from({ length: 32 }, () => random.int(0, 255));
  return { privateKey, publicKey: toHex(await publicKeyOf(privateKey)) };
}

export function testKeys(...seeds: number[]): Promise<TestKey[]> {
  return Promise.all(seeds.map(testKey));
}

async function signatureOf(
  kind: EnvelopeKind,
  payload: Uint8Array,
  { privateKey, publicKey }: TestKey,
): Promise<Signature> {
  return { key: publicKey, signature: await sign(signedBytes({ kind, payload }), privateKey) };
}

/** An envelope of any bytes, signed by these keys. */
export async function signed(
  kind: EnvelopeKind,
  payload: Uint8Array,
  keys: readonly TestKey[],
): Promise<Uint8Array> {
  const signatures: Signature[] = [];
  for (const key of keys) signatures.push(await signatureOf(kind, payload, key));
  return writeEnvelope({ kind, payload, signatures });
}

export function manifestOf(
  payload: ManifestPayload,
  keys: readonly TestKey[],
): Promise<Uint8Array> {
  return signed('manifest-v1', writePayload(payload), keys);
}

export function statementOf(payload: KeysPayload, keys: readonly TestKey[]): Promise<Uint8Array> {
  return signed('keys-v1', writeKeysPayload(payload), keys);
}

const hash = (digit: string) => digit.repeat(64);

export const payload: ManifestPayload = {
  format: 1,
  dataset: 'shanghai',
  channel: 'stable',
  sequence: 7,
  publishedAt: '2026-11-24T08:00:00Z',
  expiresAt: '2026-12-24T08:00:00Z',
  minSdk: '0.0.1',
  packs: [
    {
      name: '310101',
      bounds: [121.46, 31.2, 121.51, 31.25],
      count: 412,
      snapshot: {
        path: objectPath('pack', hash('a')),
        packedBytes: 30_000,
        packedSha256: hash('a'),
        bytes: 90_000,
        sha256: hash('b'),
      },
      deltas: [
        {
          fromSha256: hash('c'),
          path: objectPath('delta', hash('d')),
          packedBytes: 900,
          packedSha256: hash('d'),
          bytes: 1800,
        },
      ],
    },
  ],
};

/** 24 November 2026, an hour after the manifest. */
export const now = Date.parse('2026-11-24T09:00:00Z');
