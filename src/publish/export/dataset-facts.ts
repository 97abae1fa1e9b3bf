import { writeGeoJson } from '../../dataset/geojson';
import type { StationSet } from '../../stations/station-set';

/**
 * What holds for the whole dataset, as the member `yizhan` of GeoJSON has it: the CRS, the labels of its
 * own codes, clock and holidays. Formats with room for it carry it as JSON.
 */
export function datasetFacts({ crs, terms, clock }: StationSet): string {
  return JSON.stringify(writeGeoJson([], crs, { crs: 'wgs84', terms, clock }).yizhan);
}
