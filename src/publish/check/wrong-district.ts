import type { FindingList } from '../import/finding-list';
import type { RowFacts } from '../import/row-facts';
import type { Districts } from '../outlines/districts';
import { Neighbours } from './neighbours';

const looked = 8;
/** Neighbours that have to claim one other district, with none that claims the row's own. */
const enough = 7;
/** A district of fewer stations is too thin to say where it is. */
const fewestOfDistrict = 5;
/** Its nearest own station has to be that much farther than the neighbours are. */
const timesFarther = 2;

/** Stations that claim another district than the one they stand in. */
export function checkDistricts(
  rows: RowFacts,
  districts: Districts | undefined,
  toleranceMeters: number,
  findings: FindingList,
): void {
  const claiming = rows.stations().filter((at) => rows.district[at] !== 0);
  const unoutlined = claiming.filter(
    (at) => !checkOutline(rows, at, districts, toleranceMeters, findings),
  );
  checkByNeighbours(rows, claiming, unoutlined, findings);
}

/** @returns whether there is an outline to go by */
function checkOutline(
  rows: RowFacts,
  at: number,
  districts: Districts | undefined,
  toleranceMeters: number,
  findings: FindingList,
): boolean {
  const claimed = districts?.get(rows.district[at]!);
  if (claimed === undefined) return false;
  const place = { lng: rows.wgsLng[at]!, lat: rows.wgsLat[at]! };
  const meters = claimed.metersOutside(place);
  if (meters <= toleranceMeters) return true;
  const found = districts!.at(place);
  // Outside all of them it is the area that is wrong.
  if (found === undefined && districts!.metersOutside(place) > toleranceMeters) return true;
  const code = found?.code || undefined;
  findings.at(at, {
    severity: 'warning',
    code: 'wrong-district',
    field: 'district',
    value: codeOf(rows.district[at]!),
    suggestion: code,
    details: {
      district: claimed.code,
      districtName: claimed.name,
      meters: Math.round(meters),
      ...(code !== undefined && { found: code, foundName: found!.name }),
    },
  });
  return true;
}

function checkByNeighbours(
  rows: RowFacts,
  claiming: Uint32Array,
  unoutlined: Uint32Array,
  findings: FindingList,
): void {
  const counts = new Map<number, number>();
  for (const at of claiming) {
    const district = rows.district[at]!;
    counts.set(district, (counts.get(district) ?? 0) + 1);
  }
  if (unoutlined.length === 0 || counts.size < 2) return;
  const neighbours = new Neighbours(rows, claiming);
  for (const at of unoutlined) {
    const own = rows.district[at]!;
    if (counts.get(own)! < fewestOfDistrict) continue;
    const [lng, lat] = [rows.wgsLng[at]!, rows.wgsLat[at]!];
    const near = neighbours.near(lng, lat, looked + 1, Number.POSITIVE_INFINITY);
    const others = near.filter(({ number }) => number !== at).slice(0, looked);
    const votes = new Map<number, number>();
    for (const { number } of others) {
      const district = rows.district[number]!;
      votes.set(district, (votes.get(district) ?? 0) + 1);
    }
    if (votes.has(own) || others.length < looked) continue;
    const [found, most] = [...votes].sort((a, b) => b[1] - a[1])[0]!;
    if (most < enough) continue;
    // A station at the edge of its own district has the neighbour's on one side only, but its own near.
    const reach = timesFarther * others.at(-1)!.meters;
    const isAmongOwn = (other: number) => other !== at && rows.district[other] === own;
    if (neighbours.near(lng, lat, 1, reach, isAmongOwn).length > 0) continue;
    findings.at(at, {
      severity: 'warning',
      code: 'wrong-district',
      field: 'district',
      value: codeOf(own),
      suggestion: codeOf(found),
      details: { district: codeOf(own), found: codeOf(found), neighbours: most, of: looked },
    });
  }
}

function codeOf(district: number): string {
  return String(district).padStart(6, '0');
}
