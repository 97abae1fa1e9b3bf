import {
  createPrivateKey,
  createPublicKey,
  sign as nodeSign,
  verify as nodeVerify,
} from 'node:crypto';
import { Point } from '@noble/ed25519';
import { describe, expect, it } from 'vitest';
import * as noble from '../../../src/dataset/manifest/ed25519';
import * as tweetnacl from '../../../src/dataset/manifest/ed25519-without-bigint';
import { fromHex, toHex } from '../../../src/dataset/manifest/encodings';
import { testKey } from '../../support/manifests';
import { Random } from '../../support/random';

/* Node's OpenSSL is the oracle, and RFC 8032 has vectors. */

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');

const openSslKey = (privateKey: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([pkcs8, privateKey]), format: 'der', type: 'pkcs8' });

function openSslSays(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  const key = Buffer.concat([spki, publicKey]);
  try {
    return nodeVerify(
      null,
      message,
      createPublicKey({ key, format: 'der', type: 'spki' }),
      signature,
    );
  } catch {
    return false;
  }
}

/** The group's order, little-endian arithmetic by hand so that the test shares no code with the subject. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const toNumber = (bytes: Uint8Array) => BigInt(`0x${toHex(bytes.slice().reverse())}`);
const toBytes = (value: bigint) => fromHex(value.toString(16).padStart(64, '0')).reverse();

const { publicKeyOf, sign } = noble;

describe.each([
  ['with BigInt', noble],
  ['without BigInt', tweetnacl],
])('Ed25519 %s', (_, { isPublicKey, isSigned }) => {
  it('has the vectors of RFC 8032, 7.1', async () => {
    const secret = fromHex('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7');
    const key = fromHex('fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025');
    const message = fromHex('af82');
    const signature = fromHex(
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    );
    expect(await publicKeyOf(secret)).toEqual(key);
    expect(await sign(message, secret)).toEqual(signature);
    expect(await isSigned(message, signature, key)).toBe(true);
  });

  it('signs and verifies as OpenSSL does', async () => {
    const random = new Random(5);
    for (let round = 0; round < 40; round++) {
      const { privateKey, publicKey } = await testKey(round);
      const message = Uint8Array.from({ length: random.int(0, 300) }, () => random.int(0, 255));
      const signature = await sign(message, privateKey);
      expect(toHex(signature)).toBe(toHex(nodeSign(null, message, openSslKey(privateKey))));
      expect(await isSigned(message, signature, fromHex(publicKey))).toBe(true);
      signature[random.int(0, 63)]! ^= 1 << random.int(0, 7);
      expect(await isSigned(message, signature, fromHex(publicKey))).toBe(false);
    }
  });

  it('F80: refuses S + L, which is the same signature written otherwise', async () => {
    const { privateKey, publicKey } = await testKey(9);
    const message = Uint8Array.of(1, 2, 3);
    const signature = await sign(message, privateKey);
    for (let s = toNumber(signature.subarray(32)) + order; s < 2n ** 256n; s += order) {
      const other = Uint8Array.from([...signature.subarray(0, 32), ...toBytes(s)]);
      expect(await isSigned(message, other, fromHex(publicKey))).toBe(false);
    }
  });

  it('F80: refuses every key of small order, however it is written', async () => {
    const p = 2n ** 255n - 19n;
    // The eight points of order 1, 2, 4 and 8, by their y, with either sign, and y + p where it fits.
    const y8 = 2707385501144840649318225287225658788936804267575313519463743609750303021285n;
    const ys = [
      0n,
      1n,
      p - 1n,
      y8,
      p - y8,
      39161799157786332785860063018225446846487428690764402525929051189698671832432n,
    ];
    let tried = 0;
    for (const y of ys)
      for (const value of [y, y + p])
        for (const sign of [0n, 1n]) {
          if (value >= 2n ** 255n) continue;
          const key = toBytes(value + (sign << 255n));
          tried++;
          expect(isPublicKey(key), toHex(key)).toBe(false);
          // R = the key, S = 0 verifies under such keys for one message in eight, or all.
          const signature = Uint8Array.from([...key, ...new Uint8Array(32)]);
          for (let message = 0; message < 16; message++)
            expect(await isSigned(Uint8Array.of(message), signature, key)).toBe(false);
        }
    expect(tried).toBeGreaterThan(12);
  });

  it('refuses keys and R with a part of small order, on which implementations differ', async () => {
    const { privateKey, publicKey } = await testKey(10);
    // A point of order 8: what is left of any point times the order.
    let torsion: Point | undefined;
    for (let y = 2n; torsion === undefined; y++) {
      try {
        const left = Point.fromBytes(toBytes(y)).multiply(order - 1n);
        const point = left.add(Point.fromBytes(toBytes(y)));
        if (!point.is0() && !point.double().double().is0()) torsion = point;
      } catch {
        // Not on the curve.
      }
    }
    expect(torsion.isSmallOrder()).toBe(true);
    const mixed = Point.fromHex(publicKey).add(torsion).toBytes();
    expect(isPublicKey(mixed)).toBe(false);
    const message = Uint8Array.of(1);
    const signature = await sign(message, privateKey);
    const r = Point.fromBytes(signature.subarray(0, 32)).add(torsion).toBytes();
    const other = Uint8Array.from([...r, ...signature.subarray(32)]);
    expect(await isSigned(message, other, fromHex(publicKey))).toBe(false);
    expect(openSslSays(message, other, fromHex(publicKey))).toBe(false);
  });

  it('says what OpenSSL says of damaged signatures and keys', async () => {
    const random = new Random(6);
    const { privateKey, publicKey } = await testKey(11);
    const message = Uint8Array.of(7);
    const good = await sign(message, privateKey);
    for (let round = 0; round < 150; round++) {
      const signature = good.slice();
      const key = fromHex(publicKey);
      const target = random.chance(0.5) ? signature : key;
      target[random.int(0, target.length - 1)] = random.int(0, 255);
      expect(await isSigned(message, signature, key)).toBe(openSslSays(message, signature, key));
    }
  });

  it('takes no other length', async () => {
    const { privateKey, publicKey } = await testKey(12);
    const message = Uint8Array.of(7);
    const signature = await sign(message, privateKey);
    expect(await isSigned(message, signature.subarray(0, 63), fromHex(publicKey))).toBe(false);
    expect(await isSigned(message, Uint8Array.from([...signature, 0]), fromHex(publicKey))).toBe(
      false,
    );
    expect(await isSigned(message, signature, new Uint8Array(31))).toBe(false);
    expect(await isSigned(message, signature, new Uint8Array(0))).toBe(false);
  });
});
