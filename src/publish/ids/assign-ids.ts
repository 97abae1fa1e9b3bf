import type { FindingList } from '../import/finding-list';
import type { RowFacts } from '../import/row-facts';
import { TextPool } from '../import/text-pool';
import { idFrom, isNameless, keyOf, keyParts } from './derive';
import { matchPrevious } from './match-previous';
import type { PreviousStations } from './previous-stations';
import { reportGone } from './report-gone';

/**
 * Gives every station its id: the official code; else the id it had in the dataset before; else one made from what
 * it says. Re-ordered rows keep theirs, and so do renamed and moved ones where the dataset before is given.
 *
 * @returns by row
 */
export function assignIds(
  rows: RowFacts,
  tables: number,
  previous: PreviousStations | undefined,
  findings: FindingList,
): TextPool {
  const stations = rows.stations();
  const official = officialIds(rows, stations, findings);
  const ids = new Map<number, string>();
  const taken = new Set<string>(official.keys());
  for (const [id, at] of official) ids.set(at, id);
  if (previous !== undefined) keepPrevious(rows, stations, ids, taken, previous, findings);
  const open = stations.filter((at) => !ids.has(at));
  const isDerived = new Uint8Array(rows.size);
  for (const at of open) isDerived[at] = 1;
  deriveIds(
    rows,
    open,
    ids,
    new Set([...taken, ...(previous === undefined ? [] : named(previous))]),
  );
  if (previous !== undefined) reportGone(previous, new Set(ids.values()), findings);
  const nameless = new Uint32Array(tables);
  const pool = new TextPool();
  for (let at = 0; at < rows.size; at++) {
    pool.add(ids.get(at) ?? '');
    if (isDerived[at] === 1 && isNameless(rows, at)) nameless[rows.table[at]!]!++;
  }
  nameless.forEach((count, table) => {
    if (count === 0) return;
    findings.atTable(table, {
      severity: 'note',
      code: 'id-from-position',
      details: { rows: count },
    });
  });
  return pool;
}

/**
 * The ids of a dataset before that no other station may get, even when they are gone: a rider's bookmark must not
 * lead to another place. Those made from nothing but a position lead to that same position.
 */
function named({ ids, names, addresses }: PreviousStations): string[] {
  return ids.filter((_, number) => names[number] !== '' || addresses[number] !== '');
}

/** The official codes, each with its row. Of two rows with one code the one that says the lesser hash keeps it. */
function officialIds(
  rows: RowFacts,
  stations: Uint32Array,
  findings: FindingList,
): Map<string, number> {
  const owners = new Map<string, number>();
  const losers: number[] = [];
  for (const at of stations) {
    if (!rows.ids.has(at)) continue;
    const id = rows.ids.at(at);
    const other = owners.get(id);
    if (other === undefined) owners.set(id, at);
    else if (rows.isRepeat[at] === 0 && rows.content[at]! < rows.content[other]!) {
      owners.set(id, at);
      losers.push(other);
    } else losers.push(at);
  }
  for (const at of losers) {
    // That is said already.
    if (rows.isRepeat[at] === 1) continue;
    const id = rows.ids.at(at);
    findings.at(at, {
      severity: 'warning',
      code: 'id-duplicated',
      field: 'id',
      value: id,
      otherRow: owners.get(id),
      details: { id },
    });
  }
  return owners;
}

function keepPrevious(
  rows: RowFacts,
  stations: Uint32Array,
  ids: Map<number, string>,
  taken: Set<string>,
  previous: PreviousStations,
  findings: FindingList,
): void {
  const known = new Set(previous.ids);
  const open = stations.filter((at) => !known.has(ids.get(at) ?? ''));
  const left = previous.ids.flatMap((id, number) => (taken.has(id) ? [] : [number]));
  for (const [at, number] of matchPrevious(rows, open, previous, left)) {
    const previousId = previous.ids[number]!;
    const id = ids.get(at);
    taken.add(previousId);
    if (id === undefined) ids.set(at, previousId);
    else {
      const details = { id, previousId };
      findings.at(at, {
        severity: 'warning',
        code: 'id-unstable',
        field: 'id',
        value: id,
        details,
      });
    }
  }
}

/** As much of what they say as it takes to tell them apart; of rows that say all the same, their number. */
function deriveIds(
  rows: RowFacts,
  open: Uint32Array,
  ids: Map<number, string>,
  taken: Set<string>,
): void {
  let undecided = open.filter((at) => rows.isRepeat[at] === 0);
  for (let parts = 1; parts <= keyParts && undecided.length > 0; parts++) {
    const candidates = new TextPool();
    const counts = new Map<string, number>();
    undecided.forEach((at) => {
      const id = idFrom(keyOf(rows, at, parts));
      candidates.add(id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    });
    undecided = undecided.filter((at, i) => {
      const id = candidates.at(i);
      // One that is taken by a row with an official code, or by a station before that is another now.
      if (counts.get(id)! > 1 || taken.has(id)) return true;
      ids.set(at, id);
      return false;
    });
    for (const at of open) {
      const id = ids.get(at);
      if (id !== undefined) taken.add(id);
    }
  }
  for (const at of [...undecided, ...open.filter((at) => rows.isRepeat[at] === 1)]) {
    const key = keyOf(rows, at, keyParts);
    let number = 2;
    while (taken.has(idFrom(`${key}\n${number}`))) number++;
    const id = idFrom(`${key}\n${number}`);
    ids.set(at, id);
    taken.add(id);
  }
}
