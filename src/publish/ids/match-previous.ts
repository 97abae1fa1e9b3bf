import { plainName } from '../check/names';
import { Neighbours } from '../check/neighbours';
import { metersFrom } from '../check/spread';
import { hash53 } from '../import/hash';
import type { RowFacts } from '../import/row-facts';
import type { PreviousStations } from './previous-stations';
import { inPlace, resemblance, sameStation, surelySame, type Traits } from './resemblance';

/** What more stations than that have in common is no lead. */
const mostOfOneKind = 20;
/** Renamed and moved a little at once. */
const nearMeters = 200;
const mostNear = 8;
/** One point, whatever CRS it went through; a building, or a repeated row, may have many. */
const samePointMeters = 1.5;
const mostOnPoint = 128;

interface Pair {
  readonly row: number;
  readonly before: number;
  readonly score: number;
}

/**
 * Which rows are which stations of the dataset before, by what they say rather than by id: the best pairs first,
 * each row and each station once. The order of rows makes no difference, save between rows that are alike in all.
 *
 * @returns by row, the number of the station before
 */
export function matchPrevious(
  rows: RowFacts,
  open: ArrayLike<number>,
  previous: PreviousStations,
  left: readonly number[],
): Map<number, number> {
  const before = (number: number): Traits => ({
    name: previous.names[number]!,
    address: previous.addresses[number]!,
    phone: previous.phone[number]!,
    kind: previous.kind[number]!,
    district: previous.district[number]!,
  });
  const leads = [
    lead(
      Array.from(open),
      left,
      (at) => nameKey(rows.names.at(at)),
      (n) => nameKey(previous.names[n]!),
    ),
    lead(
      Array.from(open),
      left,
      (at) => nameKey(rows.addresses.at(at)),
      (n) => nameKey(previous.addresses[n]!),
    ),
    lead(
      Array.from(open),
      left,
      (at) => rows.phone[at]!,
      (n) => previous.phone[n]!,
    ),
  ];
  const [names, , phones] = leads as [Lead, Lead, Lead];
  const neighbours = new Neighbours(previous, left);
  const ofRows = new Neighbours(rows, open);
  const namesOfRows = new Set(Array.from(open, (at) => nameKey(rows.names.at(at))));
  namesOfRows.delete(0);
  const pairs: Pair[] = [];
  const best = new Map<number, number>();
  for (let i = 0; i < open.length; i++) {
    const row = open[i]!;
    const [lng, lat] = [rows.wgsLng[row]!, rows.wgsLat[row]!];
    const here = { lng, lat };
    const traits = {
      name: rows.names.at(row),
      address: rows.addresses.at(row),
      phone: rows.phone[row]!,
      kind: rows.kind[row]!,
      district: rows.district[row]!,
    };
    const candidates = new Set(leads.flatMap((one) => one.candidates(row)));
    const near = neighbours.near(lng, lat, mostNear, nearMeters);
    const onPoint =
      (near[0]?.meters ?? Number.POSITIVE_INFINITY) > samePointMeters
        ? []
        : neighbours.near(lng, lat, mostOnPoint, samePointMeters);
    for (const { number } of [...near, ...onPoint]) candidates.add(number);
    const rarity = { names: names.count(row), phones: phones.count(row) };
    const isAlone = onPoint.length === 1 && ofRows.near(lng, lat, 2, samePointMeters).length === 1;
    for (const number of candidates) {
      const meters = metersFrom(here, previous.wgsLng[number]!, previous.wgsLat[number]!);
      // Its name is new, and that station's is heard no more.
      const isRenamed = rarity.names === 0 && !namesOfRows.has(nameKey(previous.names[number]!));
      const takesPlace = isAlone && isRenamed && onPoint[0]!.number === number;
      const score = resemblance(traits, before(number), takesPlace ? inPlace : meters, rarity);
      if (score < sameStation) continue;
      pairs.push({ row, before: number, score });
      best.set(row, Math.max(best.get(row) ?? 0, score));
    }
  }
  // Ties go by what the rows say, then by the order of the dataset before.
  const content = (row: number) => rows.content[row]!;
  pairs.sort(
    (a, b) =>
      b.score - a.score || content(a.row) - content(b.row) || a.before - b.before || a.row - b.row,
  );
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { row, before: number, score } of pairs) {
    if (matched.has(row) || taken.has(number)) continue;
    if (score < best.get(row)! && score < surelySame) continue;
    matched.set(row, number);
    taken.add(number);
  }
  return matched;
}

function nameKey(name: string): number {
  return hash53(plainName(name));
}

/** What rows and stations may have in common. */
interface Lead {
  candidates(row: number): readonly number[];
  /** How often the row's key occurs, on the side that has it more often. */
  count(row: number): number;
}

function lead(
  open: readonly number[],
  left: readonly number[],
  keyOfRow: (row: number) => number,
  keyOfBefore: (before: number) => number,
): Lead {
  const byKey = new Map<number, number[]>();
  for (const number of left) {
    const key = keyOfBefore(number);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [number]);
    else list.push(number);
  }
  const rowCounts = new Map<number, number>();
  for (const row of open) {
    const key = keyOfRow(row);
    if (byKey.has(key)) rowCounts.set(key, (rowCounts.get(key) ?? 0) + 1);
  }
  const ofRow = (row: number) => {
    const key = keyOfRow(row);
    return key === 0 ? [] : (byKey.get(key) ?? []);
  };
  return {
    candidates: (row) => {
      const list = ofRow(row);
      return list.length > mostOfOneKind ? [] : list;
    },
    count: (row) => {
      const key = keyOfRow(row);
      return key === 0 ? 0 : Math.max(ofRow(row).length, rowCounts.get(key) ?? 0);
    },
  };
}
