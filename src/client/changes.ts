import type { PackContent, PackRow } from '../dataset/pack/content';

/** What one generation has that the one before it had not, by id, in the order of the ids. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Compares two packs, station by station: everything a station says, where it is, and its hours. */
export function changesBetween(before: PackContent | undefined, after: PackContent): Changes {
  const added: string[] = [];
  const changed: string[] = [];
  const old = new Map((before?.rows ?? []).map((row) => [row.station.id, row]));
  for (const row of after.rows) {
    const { id } = row.station;
    const earlier = old.get(id);
    if (earlier === undefined) added.push(id);
    else if (textOf(earlier) !== textOf(row)) changed.push(id);
    old.delete(id);
  }
  return { added, removed: [...old.keys()], changed };
}

function textOf({ station, lng, lat, schedule, offerSchedules }: PackRow): string {
  return JSON.stringify([station, lng, lat, schedule, [...offerSchedules.values()]]);
}
