import type { Collected } from './collect';
import type { Finding, Severity } from './finding';
import type { CrsReading, ImportReport, MapPoint } from './import-report';
import type { TextPool } from './text-pool';

/** Points that nothing is said about: more than a page can show are thinned out, evenly. */
const mostQuietPoints = 20_000;

/** Puts together what an import has to say. */
export function makeReport(
  { tables, rows, findings }: Collected,
  crs: readonly CrsReading[],
  ids: TextPool,
): ImportReport {
  const placed = new Uint32Array(tables.length);
  const stations = rows.stations();
  for (const at of stations) placed[rows.table[at]!]!++;
  const about = new Map<number, number[]>();
  const all = findings.inOrder().map(({ at, finding }, number): Finding => {
    if (at === -1) return finding;
    const others = about.get(at);
    if (others === undefined) about.set(at, [number]);
    else others.push(number);
    const stationId = rows.isStation(at) ? ids.at(at) : '';
    return stationId === '' ? finding : { ...finding, stationId };
  });
  const points: MapPoint[] = [];
  const quiet = stations.length - about.size;
  const step = Math.max(1, quiet / mostQuietPoints);
  let next = 0;
  let passed = 0;
  for (let at = 0; at < rows.size; at++) {
    const [lng, lat] = [rows.wgsLng[at]!, rows.wgsLat[at]!];
    const found = about.get(at);
    if (found === undefined) {
      if (!rows.isStation(at) || passed++ < next) continue;
      next += step;
    } else if (!rows.isStation(at)) continue;
    points.push({
      lng,
      lat,
      severity: found && worstOf(found.map((number) => all[number]!)),
      name: rows.names.at(at) || ids.at(at),
      findings: found ?? [],
    });
  }
  return {
    tables: tables.map(({ facts, rows: count }, table) => ({
      ...facts,
      rows: count,
      placed: placed[table]!,
      crs: crs[table]!,
    })),
    stations: stations.length,
    findings: all,
    points,
  };
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** The worst severity there is; `undefined` when nothing was found. */
function worstOf(findings: Iterable<Finding>): Severity | undefined {
  const found = new Set<Severity>();
  for (const { severity } of findings) found.add(severity);
  return severities.find((severity) => found.has(severity));
}
