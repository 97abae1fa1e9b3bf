import { describe, expect, it } from 'vitest';
import { type StationRecord, StationSet, YizhanError } from '../../../src/core';
import { applyDelta } from '../../../src/dataset/delta/apply-delta';
import { writeDelta } from '../../../src/dataset/delta/write-delta';
import { encodePack } from '../../../src/stations/encode-pack';
import { edited } from '../../support/edited';
import { Random } from '../../support/random';
import { randomId, randomRecord } from '../../support/random-stations';
import { rounds } from '../../support/rounds';

/*
 * Packs and deltas with bytes flipped, cut, doubled or swapped, as an enemy or a broken phone would make them. Each gives a
 * typed error, or a set that answers. All 200,000: `npm run test:mutations`
 */
const times = rounds(4_000, 200_000, 'PACK_CAMPAIGN');

function mutated(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = Math.floor(random.next() * bytes.length);
  const kind = Math.floor(random.next() * 6);
  if (kind === 0) return copy.subarray(0, at);
  if (kind === 1) {
    // A count or length of almost 2³², in place of what was there.
    copy.set([0xff, 0xff, 0xff, 0xff, 0x0f].slice(0, bytes.length - at), at);
  } else if (kind === 2) copy[at] = Math.floor(random.next() * 256);
  else if (kind === 3) {
    const length = 1 + Math.floor(random.next() * 20);
    return Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + length)]);
  } else if (kind === 4) {
    const end = at + 1 + Math.floor(random.next() * 20);
    return Uint8Array.from([...copy.subarray(0, end), ...copy.subarray(at)]);
  } else copy[at] = copy[at]! ^ (1 << Math.floor(random.next() * 8));
  return copy;
}

/** Looks at everything that a set has. */
function useAll(set: StationSet): void {
  for (const station of set.filter()) {
    set.openingAt(station, 1_790_000_000_000);
    JSON.stringify(station);
  }
  set.nearest([121.4, 31.2], { limit: 5, services: ['toilet'], offer: 'medical' });
  set.count();
}

function outcome(act: () => unknown): 'fine' | 'refused' {
  try {
    act();
    return 'fine';
  } catch (error) {
    if (error instanceof YizhanError && error.code === 'INVALID_PACK') return 'refused';
    throw error;
  }
}

const prototypes = () =>
  [Object.prototype, Array.prototype, Map.prototype].map((one) => Object.getOwnPropertyNames(one));

describe('broken packs', () => {
  const random = new Random(2026);
  const ids = [...new Set(Array.from({ length: 40 }, (_, i) => randomId(i, random)))];
  const records: StationRecord[] = ids.map((id) => randomRecord(id, random));
  const pack = encodePack(StationSet.from(records, { crs: 'gcj02' }));
  const next = encodePack(StationSet.from(edited(records, 0.4, random), { crs: 'gcj02' }));
  const delta = writeDelta(pack, next);

  it('are refused by a typed error, or answer', () => {
    const before = prototypes();
    const counts = { fine: 0, refused: 0 };
    for (let i = 0; i < times / 2; i++) {
      const bytes = mutated(pack, random);
      counts[outcome(() => useAll(StationSet.decode(bytes, { crs: 'gcj02' })))]++;
    }
    expect(prototypes()).toEqual(before);
    expect(counts.refused).toBeGreaterThan(times / 10);
  }, 3_600_000);

  it('come of no broken delta: it is refused, or makes a pack', () => {
    const before = prototypes();
    const counts = { fine: 0, refused: 0 };
    for (let i = 0; i < times / 2; i++) {
      const bytes = mutated(delta, random);
      counts[
        outcome(() => {
          const made = applyDelta(pack, bytes);
          useAll(StationSet.decode(made, { crs: 'gcj02' }));
        })
      ]++;
    }
    expect(prototypes()).toEqual(before);
    expect(counts.refused).toBeGreaterThan(times / 10);
  }, 3_600_000);
});
