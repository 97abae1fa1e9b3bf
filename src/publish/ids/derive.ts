import { createHash } from 'node:crypto';
import { plainName } from '../check/names';
import type { RowFacts } from '../import/row-facts';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
/** 60 bits: among a million stations two agree by chance once in two million datasets. */
const length = 12;

/** An id from what a station says, such as `yz-3kqx7m2a5bcd`. */
export function idFrom(key: string): string {
  const digest = createHash('sha256').update(key).digest();
  return `yz-${Array.from(digest.subarray(0, length), (byte) => letters[byte & 31]).join('')}`;
}

/**
 * What a station without an official code is told by, from the most lasting to all there is: its district and name;
 * its address, too; its telephone; its position; everything. Never its place in the sheet.
 */
export const keyParts = 5;

export function keyOf(rows: RowFacts, at: number, parts: number): string {
  const name = plainName(rows.names.at(at));
  const address = plainName(rows.addresses.at(at));
  const position = `${rows.lng[at]!.toFixed(5)},${rows.lat[at]!.toFixed(5)}`;
  const first = name !== '' ? `n ${name}` : address !== '' ? `a ${address}` : `p ${position}`;
  const all = [
    `${rows.district[at]} ${first}`,
    address,
    String(rows.phone[at]),
    position,
    String(rows.content[at]),
  ];
  return all.slice(0, parts).join('\n');
}

/** Whether a row has nothing but its position to be told by. */
export function isNameless(rows: RowFacts, at: number): boolean {
  return plainName(rows.names.at(at)) === '' && plainName(rows.addresses.at(at)) === '';
}
