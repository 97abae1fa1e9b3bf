import { StationSet } from '../../src/core';
import type { Data } from './data';
import { kdbushOf } from './kdbush-of';
import type { Contestant } from './measure';

/** From data in memory to a set that answers, beside what reading the text costs in any case. */
export function buildContestants({ set, stations }: Data): Contestant<undefined>[] {
  const collection = set.toGeoJson();
  const text = JSON.stringify(collection);
  return [
    { name: 'StationSet.from', run: () => StationSet.from(stations, { crs: 'wgs84' }).size },
    {
      name: 'StationSet.fromGeoJson',
      run: () => StationSet.fromGeoJson(collection, { crs: 'wgs84' }).size,
    },
    { name: 'JSON.parse of that GeoJSON', run: () => JSON.parse(text).features.length },
    { name: 'kdbush index of positions', run: () => kdbushOf(stations).ids.length },
  ];
}
