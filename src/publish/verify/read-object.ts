import { gunzip } from '../../dataset/gzip';
import type { SignedObject } from '../../dataset/manifest/payload';
import { PublishError } from '../site/publish-error';
import { sha256Hex } from '../site/site-folder';
import type { SiteReader } from './site-reader';

/**
 * A file of the site, unpacked, after everything the manifest states of it was found true.
 *
 * @throws PublishError, InvalidPackError, and what the reader throws
 */
export async function readSignedObject(
  reader: SiteReader,
  { path, packedBytes, packedSha256, bytes }: SignedObject,
): Promise<Uint8Array> {
  const packed = await reader.read(path, packedBytes);
  if (packed === undefined) throw wrong('it is missing');
  if (packed.length !== packedBytes)
    throw wrong(`it has ${packed.length} bytes, the manifest states ${packedBytes}`);
  if (sha256Hex(packed) !== packedSha256)
    throw wrong('its SHA-256 is not what the manifest states');
  const unpacked = gunzip(packed, bytes);
  if (unpacked.length !== bytes)
    throw wrong(`unpacked it has ${unpacked.length} bytes, the manifest states ${bytes}`);
  return unpacked;
}

function wrong(reason: string): PublishError {
  return new PublishError('SITE_UNREADABLE', reason);
}
