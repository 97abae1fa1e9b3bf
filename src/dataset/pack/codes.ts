import { InvalidPackError } from '../../errors';
import type { Station } from '../station';
import { codesOf } from '../vocabulary';
import { readMessage, utf8Of, WireWriter } from './wire';

/** Lists of codes that stations have several of; `kinds` they have one of. In the order of their bits. */
export const codeLists = ['audiences', 'services', 'access'] as const;
type CodeList = (typeof codeLists)[number];
type CodeName = CodeList | 'kinds';

/** The fields of the message Codes in docs/station-pack.proto. */
const tags: Readonly<Record<CodeName, number>> = { services: 1, audiences: 2, access: 3, kinds: 4 };

/** The codes that stations of a pack have, ours first and in our order, then the dataset's own. */
export type Codes = { readonly [name in CodeName]: readonly string[] };

export function codesIn(stations: readonly Omit<Station, 'position'>[]): Codes {
  const pick = (
    name: CodeName,
    listed: (station: Omit<Station, 'position'>) => readonly string[],
  ) => {
    const used = new Set(stations.flatMap(listed));
    const ours = codesOf(name).filter((code) => used.has(code));
    return [...ours, ...[...used].filter((code) => !ours.includes(code)).sort()];
  };
  return {
    services: pick('services', ({ services }) => services),
    audiences: pick('audiences', ({ audiences }) => audiences),
    access: pick('access', ({ access }) => access),
    kinds: pick('kinds', ({ kind }) => [kind]),
  };
}

/** The bit of those who list no audience: they welcome everyone. */
export const everyoneBit = 0;

/** How many bits a station has: that, and one for each code that is in a list. */
export function bitCount(codes: Codes): number {
  return codeLists.reduce((sum, name) => sum + codes[name].length, everyoneBit + 1);
}

/** The bytes of bits that so many stations have, all first ones before all second ones. */
export function planeCount(codes: Codes): number {
  return Math.ceil(bitCount(codes) / 8);
}

export function writeCodes(codes: Codes): Uint8Array {
  const writer = new WireWriter();
  for (const name of Object.keys(tags) as CodeName[]) {
    for (const code of codes[name]) writer.writeBytesField(tags[name], utf8Of(code));
  }
  return writer.finish();
}

/** @throws InvalidPackError when one is there twice */
export function readCodes(bytes: Uint8Array): Codes {
  const codes: Record<CodeName, string[]> = { services: [], audiences: [], access: [], kinds: [] };
  readMessage(bytes, (field, value) => {
    for (const name of Object.keys(tags) as CodeName[]) {
      if (tags[name] === field) codes[name].push(value.text());
    }
  });
  for (const list of Object.values(codes)) {
    if (new Set(list).size < list.length) throw new InvalidPackError('a code that is there twice');
  }
  return codes;
}

/** The bits of stations, in the order given: the first eight of all, then the next eight of all. */
export function writeBits(
  stations: readonly Omit<Station, 'position'>[],
  codes: Codes,
): Uint8Array {
  const size = stations.length;
  const planes = new Uint8Array(planeCount(codes) * size);
  const set = (bit: number, i: number) => {
    const at = (bit >> 3) * size + i;
    planes[at] = planes[at]! | (1 << (bit & 7));
  };
  stations.forEach(({ audiences }, i) => {
    if (audiences.length === 0) set(everyoneBit, i);
  });
  let first = everyoneBit + 1;
  for (const name of codeLists) {
    const bits = new Map(codes[name].map((code, i) => [code, first + i]));
    stations.forEach((station, i) => {
      for (const code of station[name]) set(bits.get(code)!, i);
    });
    first += codes[name].length;
  }
  return planes;
}
