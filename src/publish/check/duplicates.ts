import type { FindingList } from '../import/finding-list';
import { hash53 } from '../import/hash';
import type { RowFacts } from '../import/row-facts';
import type { TextPool } from '../import/text-pool';
import { likeness, marksOf, plainName } from './names';
import type { Neighbours } from './neighbours';

/** Of one name, a station may be typed in twice with positions from two maps: about as far apart as a CRS moves it. */
const sameNameMeters = 300;
const likeNameMeters = 120;
const alike = 0.75;
/** Of different kinds, names must be nearly the same. */
const nearlySame = 0.9;
/** How many neighbours of other names are looked at; stations do not stand closer than that. */
const mostNeighbours = 24;
/** How many of the same name. */
const mostNamesakes = 8;
/** A name that one in fifty stations has, and twenty at least, says nothing: 公共厕所. */
const commonShare = 0.02;
const commonCount = 20;

/** Stations near each other with like names: probably one, sent in twice. Each row is named once, with the earlier one. */
export function checkDuplicates(
  rows: RowFacts,
  neighbours: Neighbours,
  ids: TextPool,
  findings: FindingList,
): void {
  const stations = rows.stations();
  const names = new Map<number, number>();
  const keys = new Float64Array(rows.size);
  for (const at of stations) {
    const key = hash53(plainName(rows.names.at(at)));
    keys[at] = key;
    names.set(key, (names.get(key) ?? 0) + 1);
  }
  const isCommon = (at: number) =>
    names.get(keys[at]!)! >= Math.max(commonCount, commonShare * stations.length);
  for (const at of stations) {
    if (rows.isRepeat[at] === 1) continue;
    // Without a name there is only the address to go by.
    if (keys[at] === 0 && !rows.addresses.has(at)) continue;
    const [lng, lat] = [rows.wgsLng[at]!, rows.wgsLat[at]!];
    const isNamesake = (other: number) => other < at && keys[other] === keys[at];
    const isOther = (other: number) => other < at && keys[other] !== keys[at];
    const near = [
      ...neighbours.near(lng, lat, mostNamesakes, sameNameMeters, isNamesake),
      ...neighbours.near(lng, lat, mostNeighbours, likeNameMeters, isOther),
    ];
    const double = near.find(({ number, meters }) => {
      if (keys[at] === 0 || keys[number] === 0)
        return meters <= 30 && sameAddress(rows, at, number);
      if (isCommon(at) && keys[at] === keys[number]) {
        return meters <= 30 && (sameAddress(rows, at, number) || samePhone(rows, at, number));
      }
      return isAlike(rows, at, number, meters, keys[at] === keys[number]);
    });
    if (double === undefined) continue;
    const other = double.number;
    findings.at(at, {
      severity: 'warning',
      code: 'probable-duplicate',
      field: 'name',
      value: rows.names.at(at),
      otherRow: other,
      details: {
        meters: Math.round(double.meters),
        name: rows.names.at(at),
        otherName: rows.names.at(other),
        otherId: ids.at(other),
      },
    });
  }
}

function isAlike(
  rows: RowFacts,
  at: number,
  other: number,
  meters: number,
  isSameName: boolean,
): boolean {
  const [name, otherName] = [rows.names.at(at), rows.names.at(other)];
  const differInKind =
    rows.kind[at] !== 0 && rows.kind[other] !== 0 && rows.kind[at] !== rows.kind[other];
  if (isSameName) {
    if (marksOf(name) !== marksOf(otherName)) return false;
    // Two counters of one name may stand in one street; on its two telephones they say so.
    return meters <= likeNameMeters || !differInKind;
  }
  if (meters > likeNameMeters || marksOf(name) !== marksOf(otherName)) return false;
  const like = likeness(plainName(name), plainName(otherName));
  if (like < (differInKind ? nearlySame : alike)) return false;
  // Like names with two addresses are two places; without any, or with one, nobody knows.
  return (
    sameAddress(rows, at, other) || samePhone(rows, at, other) || !bothHaveAddress(rows, at, other)
  );
}

function sameAddress(rows: RowFacts, a: number, b: number): boolean {
  if (!bothHaveAddress(rows, a, b)) return false;
  const [one, other] = [rows.addresses.at(a), rows.addresses.at(b)];
  return marksOf(one) === marksOf(other) && likeness(plainName(one), plainName(other)) >= alike;
}

function bothHaveAddress(rows: RowFacts, a: number, b: number): boolean {
  return rows.addresses.has(a) && rows.addresses.has(b);
}

function samePhone(rows: RowFacts, a: number, b: number): boolean {
  return rows.phone[a] !== 0 && rows.phone[a] === rows.phone[b];
}
