import { concatBytes } from '../../dataset/bytes';
import { writeGeoJson } from '../../dataset/geojson';
import type { Crs } from '../../geo/crs';
import type { StationSet } from '../../stations/station-set';

/** Features that are text at the same time: one text for a whole country would near the longest there can be. */
const atOnce = 1000;

/**
 * The stations as a GeoJSON feature collection, a feature on each line, so that programs can read it line by
 * line and differences show. RFC 7946 knows WGS-84 only; the member `yizhan` says what positions are in.
 */
export function writeGeoJsonFile(set: StationSet, crs: Crs): Uint8Array {
  const encoder = new TextEncoder();
  const stations = set.filter();
  const head = { crs, terms: set.terms, clock: set.clock };
  const { type, yizhan } = writeGeoJson([], set.crs, head);
  const parts = [
    encoder.encode(
      `{"type":${JSON.stringify(type)},"yizhan":${JSON.stringify(yizhan)},"features":[`,
    ),
  ];
  for (let start = 0; start < stations.length; start += atOnce) {
    const { features } = writeGeoJson(stations.slice(start, start + atOnce), set.crs, head);
    const lines = features.map((feature) => `\n${JSON.stringify(feature)}`).join(',');
    parts.push(encoder.encode(start === 0 ? lines : `,${lines}`));
  }
  parts.push(encoder.encode('\n]}\n'));
  return concatBytes(parts);
}
