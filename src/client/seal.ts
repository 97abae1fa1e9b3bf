import { concatBytes } from '../dataset/bytes';
import { crc32 } from '../dataset/crc32';

/* Bytes with their CRC-32 behind them, for storage: whoever reads them knows whether they are what was written. */

export function seal(bytes: Uint8Array): Uint8Array {
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(bytes));
  return concatBytes([bytes, sum]);
}

/** What was sealed; `undefined` when it no longer is. */
export function unseal(bytes: Uint8Array): Uint8Array | undefined {
  const end = bytes.length - 4;
  if (end < 0) return undefined;
  const sum = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(end);
  const content = bytes.subarray(0, end);
  return crc32(content) === sum ? content : undefined;
}
