import { gzip } from '../../dataset/gzip';
import { mostObjectBytes, objectPath, type SignedObject } from '../../dataset/manifest/payload';
import { PublishError } from '../site/publish-error';
import { sha256Hex } from '../site/site-folder';

/** A file of the site, and how the manifest states it. */
export interface PackedObject {
  readonly signed: SignedObject;
  readonly packed: Uint8Array;
}

/** @throws PublishError `SITE_TOO_LARGE` */
export function packObject(kind: 'pack' | 'delta', name: string, bytes: Uint8Array): PackedObject {
  if (bytes.length > mostObjectBytes)
    throw new PublishError(
      'SITE_TOO_LARGE',
      `The ${kind} of ${name} has ${bytes.length} bytes, ${mostObjectBytes} are allowed: divide it with --packs city or district`,
    );
  const packed = gzip(bytes);
  const packedSha256 = sha256Hex(packed);
  return {
    packed,
    signed: {
      path: objectPath(kind, packedSha256),
      packedBytes: packed.length,
      packedSha256,
      bytes: bytes.length,
    },
  };
}
