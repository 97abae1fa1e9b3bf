/** SHA-256 of these bytes, by the platform: WebCrypto, which pages need https for. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', bytes));
}
