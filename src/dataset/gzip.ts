import { Gunzip, gzipSync } from 'fflate';
import { InvalidPackError } from '../errors';
import { crc32 } from './crc32';

/*
 * gzip, for packs and deltas. This is the only file that knows fflate: it is JavaScript, so that the
 * same bytes come out on every machine, where zlib's differ with its version and build.
 */

/** Ten bytes before the data: no name, no time, no system of ours to tell machines apart. */
const headerLength = 10;
/** The checksum and the length after it. */
const trailerLength = 8;

/** DEFLATE cannot expand more: a run of 258 bytes takes two bits at least. */
const mostExpansion = 1032;

/**
 * How much is unpacked at a time. A slice of a bomb becomes at most 8.3 MB before it is noticed; smaller
 * slices cost more (4 KiB take 1.2 times as long).
 */
const sliceLength = 8192;

/** A whole, empty file: where the unpacker finds it tells where the data before it ended. */
const sentinel = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0);

/** These bytes packed: as small as fflate can, the same on every machine. */
export function gzip(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes, { level: 9, mtime: 0 });
}

/**
 * What was packed. No length is believed: memory is bounded by `mostBytes` and one slice.
 *
 * @param mostBytes more than these are an error, as soon as they come out
 * @throws InvalidPackError when it is not gzip, cut short, longer than allowed, followed by anything, or
 *   does not have its own checksum and length
 */
export function gunzip(packed: Uint8Array, mostBytes: number): Uint8Array {
  const stated = readStatedLength(packed, mostBytes);
  const bytes = new Uint8Array(stated);
  let length = 0;
  let memberAt = -1;
  const unpacker = new Gunzip((chunk) => {
    if (length + chunk.length > stated)
      throw new InvalidPackError(
        `more coming out of the gzip data than the ${stated} bytes stated`,
      );
    bytes.set(chunk, length);
    length += chunk.length;
  });
  unpacker.onmember = (offset) => {
    // Only the sentinel may follow, and only where the packed bytes end.
    if (memberAt !== -1 || offset !== packed.length) throw trailing();
    memberAt = offset;
  };
  try {
    for (let at = 0; at < packed.length; at += sliceLength)
      unpacker.push(packed.subarray(at, at + sliceLength));
    unpacker.push(sentinel, true);
  } catch (cause) {
    if (cause instanceof InvalidPackError) throw cause;
    throw new InvalidPackError(`bad gzip data (${(cause as Error).message})`, { cause });
  }
  if (memberAt === -1) throw new InvalidPackError('gzip data cut short');
  if (length !== stated)
    throw new InvalidPackError(`${length} bytes in gzip data that stated ${stated}`);
  if (crc32(bytes) !== readUint32(packed, packed.length - trailerLength))
    throw new InvalidPackError('gzip data without the checksum it stated');
  return bytes;
}

/** The length that the trailer states, if it can be true. */
function readStatedLength(packed: Uint8Array, mostBytes: number): number {
  if (packed[0] !== 31 || packed[1] !== 139 || packed[2] !== 8)
    throw new InvalidPackError(packed.length < 3 ? 'gzip data cut short' : 'no gzip data');
  // Names, comments and extra fields are for files on disks; two spellings of one pack are one too many.
  if (packed[3] !== 0) throw new InvalidPackError('a gzip header with fields of its own');
  if (packed.length < headerLength + trailerLength + 2)
    throw new InvalidPackError('gzip data cut short');
  const stated = readUint32(packed, packed.length - 4);
  if (stated > mostBytes)
    throw new InvalidPackError(`gzip data of ${stated} bytes, ${mostBytes} allowed`);
  if (stated > packed.length * mostExpansion)
    throw new InvalidPackError(
      `${packed.length} bytes of gzip data, which cannot become the ${stated} stated`,
    );
  return stated;
}

function readUint32(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  );
}

function trailing(): InvalidPackError {
  return new InvalidPackError('something after the gzip data');
}

/** What a file may hold where nobody signed how much: ten times the country's stations. */
const mostUnsigned = 512 * 2 ** 20;

/** The same bytes, unpacked if they are gzip. @throws InvalidPackError */
export function unpacked(bytes: Uint8Array): Uint8Array {
  const isGzip = bytes instanceof Uint8Array && bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzip(bytes, mostUnsigned) : bytes;
}
