import nacl from 'tweetnacl';

/*
 * What `ed25519.ts` says of signatures and keys, for engines that may have no BigInt: the build for mini-programs
 * takes this file in its place. This is the only file that knows tweetnacl, whose own check is that of the equation
 * without a cofactor and with R in its only encoding. What RFC 8032 leaves open beyond that is decided here: S below the
 * group's order, and a key of the group of prime order, written in its only encoding. Then R is of that group as well.
 */

/** An element of the field of 2^255 - 19, in 16 limbs. */
type Element = Float64Array;
/** Homogeneous coordinates X, Y, Z and T. */
type Point = [Element, Element, Element, Element];

/** What tweetnacl's types leave out. */
interface Arithmetic {
  /** The group's order, little-endian. */
  readonly L: Float64Array;
  readonly D: Element;
  gf(init?: readonly number[]): Element;
  /** Each writes its first argument. */
  A(sum: Element, a: Element, b: Element): void;
  Z(difference: Element, a: Element, b: Element): void;
  M(product: Element, a: Element, b: Element): void;
  S(square: Element, a: Element): void;
  /** To the power of 2^252 - 3, which is (p - 5) / 8. */
  pow2523(power: Element, a: Element): void;
  unpack25519(element: Element, bytes: Uint8Array): void;
  pack25519(bytes: Uint8Array, element: Element): void;
  scalarmult(product: Point, point: Point, scalar: Float64Array): void;
}

/** The same verdict as that of the file this stands in for. */
export async function isSigned(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): Promise<boolean> {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  if (!isBelowOrder(signature.subarray(32)) || isNeutral(signature)) return false;
  return isPublicKey(publicKey) && nacl.sign.detached.verify(message, signature, publicKey);
}

/** Whether these bytes are a public key that somebody can hold the private one of. */
export function isPublicKey(bytes: Uint8Array): boolean {
  if (bytes.length !== 32 || isNeutral(bytes)) return false;
  const point = decompress(bytes);
  return point !== undefined && isOfPrimeOrder(point);
}

function arithmetic(): Arithmetic {
  return (nacl as unknown as { lowlevel: Arithmetic }).lowlevel;
}

/** Whether the first 32 bytes are the point that adds nothing: y = 1, and no sign. */
function isNeutral(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 32).every((byte, at) => byte === (at === 0 ? 1 : 0));
}

function isBelowOrder(scalar: Uint8Array): boolean {
  const { L } = arithmetic();
  for (let at = 31; at >= 0; at--) if (scalar[at] !== L[at]) return scalar[at]! < L[at]!;
  return false;
}

/** RFC 8032, 5.1.3; `undefined` when the bytes are no point, or not the encoding of one. */
function decompress(bytes: Uint8Array): Point | undefined {
  const { gf, D, A, Z, M, S, pow2523, unpack25519 } = arithmetic();
  const y = gf();
  unpack25519(y, bytes);
  const sign = bytes[31]! >> 7;
  const written = bytesOf(y);
  written[31]! |= sign << 7;
  if (!written.every((byte, at) => byte === bytes[at])) return undefined;
  const one = gf([1]);
  const u = gf();
  const v = gf();
  S(u, y);
  M(v, u, D);
  Z(u, u, one);
  A(v, v, one);
  // x = u v^3 (u v^7)^((p - 5) / 8)
  const v3 = gf();
  const x = gf();
  S(v3, v);
  M(v3, v3, v);
  S(x, v3);
  M(x, x, v);
  M(x, x, u);
  pow2523(x, x);
  M(x, x, v3);
  M(x, x, u);
  const found = gf();
  const isRoot = () => {
    S(found, x);
    M(found, found, v);
    return isSame(found, u);
  };
  if (!isRoot()) {
    M(x, x, rootOfMinusOne());
    if (!isRoot()) return undefined;
  }
  const isZero = isSame(x, gf());
  if (isZero && sign === 1) return undefined;
  if ((bytesOf(x)[0]! & 1) !== sign) Z(x, gf(), x);
  const t = gf();
  M(t, x, y);
  return [x, y, one, t];
}

/** 2^((p - 1) / 4). */
function rootOfMinusOne(): Element {
  const { gf, M, S, pow2523 } = arithmetic();
  const two = gf([2]);
  const root = gf();
  pow2523(root, two);
  S(root, root);
  M(root, root, two);
  return root;
}

/** Whether the order times the point is the neutral one: X = 0 and Y = Z. */
function isOfPrimeOrder(point: Point): boolean {
  const { gf, L, scalarmult } = arithmetic();
  const product: Point = [gf(), gf(), gf(), gf()];
  scalarmult(product, point, L);
  const [x, y, z] = product;
  return isSame(x, gf()) && isSame(y, z);
}

function isSame(a: Element, b: Element): boolean {
  const left = bytesOf(a);
  return bytesOf(b).every((byte, at) => byte === left[at]);
}

function bytesOf(element: Element): Uint8Array {
  const bytes = new Uint8Array(32);
  arithmetic().pack25519(bytes, element);
  return bytes;
}
