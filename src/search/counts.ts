import type { Station } from '../dataset/station';
import { codesOf } from '../dataset/vocabulary';

/**
 * How many stations there are, and how many there would be if one more code were asked for. Codes that
 * nothing has are left out. Audiences count what welcomes them: stations that list them, and those that
 * welcome everyone.
 */
export interface Counts {
  readonly total: number;
  readonly services: { readonly [code: string]: number };
  readonly kinds: { readonly [code: string]: number };
  readonly audiences: { readonly [code: string]: number };
  readonly access: { readonly [code: string]: number };
  readonly districts: { readonly [code: string]: number };
}

export function countStations(stations: readonly Station[]): Counts {
  const welcomesAll = stations.filter((station) => station.audiences.length === 0).length;
  const audiences = tally(stations.flatMap((station) => station.audiences));
  const everyAudience = new Set(
    welcomesAll > 0 ? [...codesOf('audiences'), ...audiences.keys()] : audiences.keys(),
  );
  return {
    total: stations.length,
    services: table(tally(stations.flatMap((station) => station.services))),
    kinds: table(tally(stations.map((station) => station.kind))),
    audiences: table(
      new Map([...everyAudience].map((code) => [code, (audiences.get(code) ?? 0) + welcomesAll])),
    ),
    access: table(tally(stations.flatMap((station) => station.access))),
    districts: table(
      tally(stations.flatMap(({ district }) => (district === undefined ? [] : [district]))),
    ),
  };
}

function tally(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Most frequent first, then by code. (District codes look like numbers, so engines list those ascending.) */
function table(counts: Map<string, number>): { readonly [code: string]: number } {
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}
