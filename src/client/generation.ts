import { concatBytes } from '../dataset/bytes';
import { fromAscii } from '../dataset/manifest/encodings';
import { asciiJson } from '../dataset/manifest/payload';
import { seal, unseal } from './seal';
import type { Trust } from './trust';

/*
 * What a device holds after one update, as one piece of bytes: the lengths, a head in JSON, the manifest, the packs,
 * and a checksum over it all. The checksum finds what storage has lost; whoever can write to storage can write a
 * checksum, too.
 */

/** Where stations come from. */
export type Origin = 'manifest' | 'geojson';

/** One pack of a generation, unpacked. */
export interface HeldPack {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

export interface Generation {
  /** How many there have been on this device; 1 is the first. */
  readonly number: number;
  readonly origin: Origin;
  /** The manifest's envelope as it came; empty for GeoJSON. */
  readonly manifest: Uint8Array;
  /** The SHA-256 of its payload, or of the GeoJSON file: what the generation is known by. */
  readonly sha256: string;
  /** Milliseconds since 1970, by the device's clock. */
  readonly storedAt: number;
  /** Records of a GeoJSON file that were no stations. */
  readonly skipped: number;
  /** Whom the device believed when it came, so that nothing of that is lost with the state. */
  readonly trust: Trust;
  /** As the manifest names them; of a GeoJSON file one. */
  readonly packs: readonly HeldPack[];
  /** All packs in one, where there are several: what is opened when the app starts. */
  readonly whole: Uint8Array;
}

const format = 1;

interface Head {
  readonly format: number;
  readonly number: number;
  readonly origin: Origin;
  readonly sha256: string;
  readonly storedAt: number;
  readonly skipped: number;
  readonly trust: Trust;
  readonly manifest: number;
  readonly packs: readonly { name: string; sha256: string; bytes: number }[];
  readonly whole: number;
}

export function writeGeneration(generation: Generation): Uint8Array {
  const { manifest, packs, whole, ...facts } = generation;
  const isOne = packs.length === 1;
  const head = asciiJson({
    format,
    ...facts,
    manifest: manifest.length,
    packs: packs.map(({ name, sha256, bytes }) => ({ name, sha256, bytes: bytes.length })),
    whole: isOne ? 0 : whole.length,
  });
  const headLength = new Uint8Array(4);
  new DataView(headLength.buffer).setUint32(0, head.length);
  const held = packs.map(({ bytes }) => bytes);
  return seal(concatBytes([headLength, head, manifest, ...held, ...(isOne ? [] : [whole])]));
}

/** The generation in these bytes; `undefined` when they are no longer what was written, or of another version. */
export function readGeneration(bytes: Uint8Array): Generation | undefined {
  const content = unseal(bytes);
  if (content === undefined || content.length < 4) return undefined;
  const headLength = new DataView(content.buffer, content.byteOffset).getUint32(0);
  // From here on it is what some version of this package wrote.
  const text = fromAscii(content.subarray(4, 4 + headLength));
  const head: Head | null = JSON.parse(text ?? 'null');
  if (head?.format !== format) return undefined;
  let at = 4 + headLength;
  const take = (length: number) => {
    at += length;
    return content.subarray(at - length, at);
  };
  const { number, origin, sha256, storedAt, skipped, trust } = head;
  const manifest = take(head.manifest);
  const packs = head.packs.map((pack) => ({ ...pack, bytes: take(pack.bytes) }));
  const whole = packs.length === 1 ? packs[0]!.bytes : take(head.whole);
  if (at !== content.length) return undefined;
  return { number, origin, manifest, sha256, storedAt, skipped, trust, packs, whole };
}
