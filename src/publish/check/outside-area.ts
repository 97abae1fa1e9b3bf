import type { Bounds } from '../../geo/bounds';
import type { FindingList } from '../import/finding-list';
import type { RowFacts } from '../import/row-facts';
import type { Districts } from '../outlines/districts';
import { metersFrom, spreadOf } from './spread';

/** Where stations should be, as far as anybody said. */
export interface Area {
  readonly bounds: Bounds | undefined;
  readonly districts: Districts | undefined;
  readonly toleranceMeters: number;
}

/** So near to each other, and so many, that they are a place of their own rather than mistakes. */
const colonyMeters = 30_000;
const colony = 5;

/** Stations outside the declared area; without one, those far from all others. */
export function checkArea(rows: RowFacts, tables: number, area: Area, findings: FindingList): void {
  const { bounds, districts, toleranceMeters } = area;
  if (bounds === undefined && districts === undefined) {
    checkFarRows(rows, tables, findings);
    return;
  }
  for (const at of rows.stations()) {
    const place = { lng: rows.wgsLng[at]!, lat: rows.wgsLat[at]! };
    const outside = (name: string, meters?: number) =>
      findings.at(at, {
        severity: 'error',
        code: 'outside-area',
        field: 'lng',
        value: `${rows.lng[at]},${rows.lat[at]}`,
        details: { area: name, ...(meters !== undefined && { meters: Math.round(meters) }) },
      });
    if (bounds !== undefined && !isWithin(bounds, place)) outside('bounds');
    else if (districts !== undefined) {
      const meters = districts.metersOutside(place);
      if (meters > toleranceMeters) outside('districts', meters);
    }
  }
}

function isWithin([west, south, east, north]: Bounds, { lng, lat }: { lng: number; lat: number }) {
  const isBetween = west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
  return isBetween && lat >= south && lat <= north;
}

function checkFarRows(rows: RowFacts, tables: number, findings: FindingList): void {
  const stations = rows.stations();
  const far = new Map<number, number>();
  const look = (members: Uint32Array) => {
    const spread = spreadOf(rows.wgsLng, rows.wgsLat, members);
    if (spread === undefined) return;
    const found: [number, number][] = [];
    for (const at of members) {
      const meters = metersFrom(spread, rows.wgsLng[at]!, rows.wgsLat[at]!);
      if (meters > spread.reachMeters) found.push([at, meters]);
    }
    // So many are no mistakes.
    if (found.length > members.length / 10) return;
    for (const [at, meters] of found) if (isAlone(rows, at, found)) far.set(at, meters);
  };
  look(stations);
  if (tables > 1) {
    for (let table = 0; table < tables; table++) {
      look(stations.filter((at) => rows.table[at] === table));
    }
  }
  for (const [at, meters] of far) {
    findings.at(at, {
      severity: 'warning',
      code: 'outside-area',
      field: 'lng',
      value: `${rows.lng[at]},${rows.lat[at]}`,
      details: { area: 'others', meters: Math.round(meters) },
    });
  }
}

function isAlone(rows: RowFacts, at: number, far: readonly [number, number][]): boolean {
  const here = { lng: rows.wgsLng[at]!, lat: rows.wgsLat[at]! };
  let near = 0;
  for (const [other] of far) {
    if (metersFrom(here, rows.wgsLng[other]!, rows.wgsLat[other]!) > colonyMeters) continue;
    // Many on one point are one mistake made many times.
    if (other !== at && rows.wgsLng[other] === here.lng && rows.wgsLat[other] === here.lat)
      continue;
    if (++near > colony) return false;
  }
  return true;
}
