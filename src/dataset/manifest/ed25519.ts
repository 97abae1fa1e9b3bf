import { getPublicKeyAsync, hashes, Point, signAsync, utils, verifyAsync } from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

/*
 * Ed25519 (RFC 8032). This is the only file that knows @noble/ed25519. The curve is always its own, so that every
 * device says the same of a signature; SHA-512 is WebCrypto's, or JavaScript where there is none (pages without
 * https, React Native).
 */

const byPlatform = hashes.sha512Async;
hashes.sha512Async = async (message) =>
  globalThis.crypto?.subtle === undefined ? sha512(message) : byPlatform(message);

/**
 * Whether the signature is this key's over this message, by the strictest reading of RFC 8032: R and the key
 * in their only encodings, S below the group's order, a key that is not of small order, and nothing but the
 * group of prime order. Then every implementation says the same, with or without the cofactor.
 */
export async function isSigned(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  if (!(await verifyAsync(signature, message, publicKey, { zip215: false }))) return false;
  // noble multiplies by the cofactor. With R and key in the group of prime order it makes no difference.
  return isPublicKey(publicKey) && isInPrimeOrderGroup(signature.subarray(0, 32));
}

/** Whether these bytes are a public key that somebody can hold the private one of. */
export function isPublicKey(bytes: Uint8Array): boolean {
  return bytes.length === 32 && isInPrimeOrderGroup(bytes);
}

function isInPrimeOrderGroup(bytes: Uint8Array): boolean {
  try {
    const point = Point.fromBytes(bytes, false);
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** The signature of 64 bytes over a message: the same each time, as RFC 8032 has it. */
export function sign(message: Uint8Array, privateKey: Uint8Array): Promise<Uint8Array> {
  return signAsync(message, privateKey);
}

export function publicKeyOf(privateKey: Uint8Array): Promise<Uint8Array> {
  return getPublicKeyAsync(privateKey);
}

/** 32 bytes from the platform's source of randomness. */
export function newPrivateKey(): Uint8Array {
  return utils.randomSecretKey();
}
