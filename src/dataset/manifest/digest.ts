import { sha256 as sha256InJavaScript } from '@noble/hashes/sha2.js';

/**
 * SHA-256 of these bytes: by the platform where it has WebCrypto, which pages need https for, else in JavaScript,
 * which takes a few times as long.
 */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  // Not by `globalThis`, which some mini-programs lack.
  const subtle = typeof crypto === 'undefined' ? undefined : crypto.subtle;
  if (subtle === undefined) return sha256InJavaScript(bytes);
  return new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}
