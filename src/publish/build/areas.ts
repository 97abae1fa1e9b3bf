import type { Station } from '../../dataset/station';

/** How a dataset is divided into packs: one of everything, one a city, or one a district. */
export const layouts = ['none', 'city', 'district'] as const;
export type Layout = (typeof layouts)[number];

/** The pack of everything. */
const everything = 'all';
/** The pack of stations that name no district. */
const elsewhere = 'other';

/**
 * Beijing, Tianjin, Shanghai, Chongqing, Taiwan, Hong Kong and Macau are cities, or one area, by their first two
 * digits: the code that people know Shanghai by is 310000, not 310100.
 */
const wholeProvinces: ReadonlySet<string> = new Set(['11', '12', '31', '50', '71', '81', '82']);

/** The stations of each pack, packs in the order of their names, stations in the order given. */
export function areasOf(stations: readonly Station[], layout: Layout): Map<string, Station[]> {
  const areas = new Map<string, Station[]>();
  for (const station of stations) {
    const name = areaOf(station, layout);
    const area = areas.get(name);
    if (area === undefined) areas.set(name, [station]);
    else area.push(station);
  }
  return new Map([...areas].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function areaOf({ district }: Station, layout: Layout): string {
  if (layout === 'none') return everything;
  if (district === undefined) return elsewhere;
  return layout === 'district' ? district : cityOf(district);
}

/** The code of the city that a district is in. */
function cityOf(district: string): string {
  const province = district.slice(0, 2);
  return wholeProvinces.has(province) ? `${province}0000` : `${district.slice(0, 4)}00`;
}
