/**
 * A hash of 53 bits, for finding what may be equal; whoever relies on it compares what was hashed. 0 is kept
 * for "nothing to hash", as an empty text is.
 */
export function hash53(text: string): number {
  if (text === '') return 0;
  // Two multiplicative hashes side by side: odd constants near 2³² over the golden ratio, and over its square.
  let high = 0x9e3779b1;
  let low = 0x85ebca77;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x85ebca77);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 16), 0x85ebca77);
  low = Math.imul(low ^ (high >>> 13), 0x9e3779b1);
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0) + 1;
}
