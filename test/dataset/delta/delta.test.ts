import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleCrs, sampleRecords } from '../../../src/cli/sample';
import { type StationRecord, StationSet } from '../../../src/core';
import { applyDelta } from '../../../src/dataset/delta/apply-delta';
import { writeDelta } from '../../../src/dataset/delta/write-delta';
import { encodePack } from '../../../src/stations/encode-pack';
import { edited } from '../../support/edited';
import { Random } from '../../support/random';
import { randomId, randomRecord } from '../../support/random-stations';

const packOf = (records: readonly StationRecord[]) =>
  encodePack(StationSet.from(records, { crs: 'gcj02' }));

describe('a delta', () => {
  it('makes the new pack of the old one, byte for byte, whatever was edited', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = new Random(seed);
      const size = [0, 1, 5, 17, 60, 200][seed % 6]!;
      const ids = [...new Set(Array.from({ length: size }, (_, i) => randomId(i, random)))];
      const records = ids.map((id) => randomRecord(id, random));
      const base = packOf(records);
      const next = packOf(edited(records, [0, 0.02, 0.3, 1][seed % 4]!, random));
      const made = applyDelta(base, writeDelta(base, next));
      expect(Buffer.compare(made, next), `seed ${seed}`).toBe(0);
    }
  });

  it('of another order of the same stations changes nothing, and takes next to nothing', () => {
    const records = sampleRecords();
    const base = packOf(records);
    const next = packOf([...records].reverse());
    expect(Buffer.compare(base, next)).toBe(0);
    expect(writeDelta(base, next).length).toBeLessThan(100);
  });

  it('carries new words, and a dataset that is emptied or begun', () => {
    const one = [
      { id: 'a', position: [121.4, 31.2], services: ['x-foot-bath'] },
    ] as StationRecord[];
    const head = { services: { 'x-foot-bath': { zh: '足浴', en: 'foot bath' } } } as const;
    const base = encodePack(StationSet.from([], { crs: 'gcj02' }));
    const next = encodePack(StationSet.from(one, { crs: 'gcj02', terms: head }));
    expect(Buffer.compare(applyDelta(base, writeDelta(base, next)), next)).toBe(0);
    expect(Buffer.compare(applyDelta(next, writeDelta(next, base)), base)).toBe(0);
    expect(StationSet.decode(next, { crs: 'gcj02' }).terms).toEqual(head);
  });

  it('for 1 % changed records takes at most 3 % of the pack', () => {
    const records = sampleRecords();
    const base = encodePack(StationSet.from(records, { crs: sampleCrs }));
    // Everything that comes about: other hours, closed for now, seen again, renamed, moved, gone, new.
    const changed = records.flatMap((record, i): StationRecord[] => {
      if (i % 100 !== 50) return [record];
      const other = records[(i + 1234) % records.length]!;
      switch (Math.floor(i / 100) % 7) {
        case 0:
          return [{ ...record, hours: 'Mo-Su 08:00-20:00' }];
        case 1:
          return [{ ...record, status: 'suspended' }];
        case 2:
          return [{ ...record, verifiedAt: '2026-11-20' }];
        case 3:
          return [{ ...record, name: `${record.name ?? ''}（新址）` }];
        case 4:
          return [{ ...record, position: other.position, address: other.address! }];
        case 5:
          return [];
        default:
          return [record, { ...other, id: `${record.id}-b` }];
      }
    });
    const next = encodePack(StationSet.from(changed, { crs: sampleCrs }));
    const delta = writeDelta(base, next);
    expect(Buffer.compare(applyDelta(base, delta), next)).toBe(0);
    const share = gzipSync(delta, { level: 9 }).length / gzipSync(next, { level: 9 }).length;
    expect(share).toBeLessThan(0.03);
  });
});
