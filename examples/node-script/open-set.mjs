import { readFileSync } from 'node:fs';
import { StationSet } from 'yizhan/core';
import { openStations } from 'yizhan/node';
import { readSample } from '../sample.mjs';

/**
 * What answers: a publisher's stations, those in a GeoJSON file, or the made-up sample.
 *
 * @returns with `close`, which lets the process end
 */
export async function openSet({ source, keys, unsigned, data, crs }) {
  if (source !== undefined) {
    const trust = unsigned ? { unsigned } : { keys: (keys ?? '').split(',') };
    // Once is enough: the orders are done before there is anything new.
    const client = await openStations({ source, ...trust, crs, refresh: false });
    return { set: client.stations, close: () => client.close() };
  }
  const json = data === undefined ? readSample() : JSON.parse(readFileSync(data, 'utf8'));
  return { set: StationSet.fromGeoJson(json, { crs }), close: () => {} };
}
