import type { Station } from '../dataset/station';
import { cleanText } from '../links/text';
import type { StationSet } from '../stations/station-set';
import type { District } from './model';

/** So many of a district's stations tell its name and its middle. */
const asked = 40;

/**
 * The districts that stations are in, for a rider whose phone does not say where it is: by their codes, named as most
 * addresses there name them. Takes one pass over the stations.
 *
 * @example
 * districtsOf(set); // []
 */
export function districtsOf(set: StationSet): District[] {
  const members = new Map<string, Station[]>();
  for (const station of set.filter({ where: ({ status }) => status === 'active' })) {
    const { district } = station;
    if (district === undefined) continue;
    const list = members.get(district) ?? [];
    members.set(district, list);
    list.push(station);
  }
  return [...members]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, stations]) => ({
      code,
      name: nameAmong(stations.slice(0, asked)) ?? code,
      position: {
        lng: medianOf(stations.map(({ position }) => position.lng)),
        lat: medianOf(stations.map(({ position }) => position.lat)),
      },
    }));
}

/** 区, 县, 旗, or a city that is one; before it a province and a city may stand. */
const pattern =
  /^(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}?市)?([\u4e00-\u9fff]{1,7}?(?:区|县|旗|市))/;

function nameAmong(stations: readonly Station[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { address } of stations) {
    const [, name] = pattern.exec(cleanText(address, 60)) ?? [];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best?.[0];
}

function medianOf(values: number[]): number {
  values.sort((one, other) => one - other);
  return values[values.length >> 1]!;
}
