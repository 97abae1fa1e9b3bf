import { type Station, type StationRecord, StationSet } from '../../src/core';

/** One station at People's Square, Shanghai, in GCJ-02, with whatever else is said of it. */
export function stationOf(fields: Partial<StationRecord> = {}): Station {
  const record = { id: 'a', position: [121.475137, 31.232781], ...fields } as StationRecord;
  return StationSet.from([record], { crs: 'gcj02' }).get('a')!;
}

/** The same with fields that no check has seen, as a hand-made object may have them. */
export function unchecked(fields: Record<string, unknown>): Station {
  return { ...stationOf(), ...fields } as Station;
}
