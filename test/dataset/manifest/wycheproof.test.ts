import { describe, expect, it, onTestFinished } from 'vitest';
import { isSigned } from '../../../src/dataset/manifest/ed25519';
import { isSigned as isSignedWithoutBigInt } from '../../../src/dataset/manifest/ed25519-without-bigint';
import { fromHex } from '../../../src/dataset/manifest/encodings';
import { tests } from './wycheproof-ed25519.json';

/* Project Wycheproof's vectors, on every path a device can take, and on the platform's own Ed25519 beside them. */

type Vector = [number, string, string, string, string, string];

async function webCryptoSays(message: Uint8Array, signature: Uint8Array, key: Uint8Array) {
  try {
    const { subtle } = globalThis.crypto;
    const publicKey = await subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
    return await subtle.verify({ name: 'Ed25519' }, publicKey, signature, message);
  } catch {
    return false;
  }
}

async function verdicts(ask: typeof isSigned): Promise<string[]> {
  const all: string[] = [];
  for (const [id, comment, key, message, signature] of tests as Vector[]) {
    const isGood = await ask(fromHex(message), fromHex(signature), fromHex(key));
    all.push(`${id} ${comment}: ${isGood ? 'valid' : 'invalid'}`);
  }
  return all;
}

describe('Wycheproof’s Ed25519', () => {
  const expected = (tests as Vector[]).map(
    ([id, comment, , , , result]) => `${id} ${comment}: ${result}`,
  );

  it('has them all', () => expect(tests).toHaveLength(151));

  it('with SHA-512 by WebCrypto', async () => {
    expect(await verdicts(isSigned)).toEqual(expected);
  });

  it('with SHA-512 in JavaScript', async () => {
    const { crypto } = globalThis;
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    onTestFinished(() => {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
    });
    expect(await verdicts(isSigned)).toEqual(expected);
  });

  it('without BigInt', async () => {
    expect(await verdicts(isSignedWithoutBigInt)).toEqual(expected);
  });

  it('and WebCrypto’s own Ed25519 says the same', async () => {
    expect(
      await verdicts((message, signature, key) => webCryptoSays(message, signature, key)),
    ).toEqual(expected);
  });
});
