import type { StationRecord } from '../dataset/station';
import { indexStations } from '../search/station-index';
import { readCollection, readSet } from './read-set';
import type { StationSetOptions } from './set-options';
import { StationSet as SearchableSet } from './station-set';

/*
 * A set from records and GeoJSON: with it come the checks of every field and the compiler of opening hours. An app
 * that only opens packs has no need of these, and `station-set.ts` does without.
 */

/** What makes sets of what is not yet checked. */
export interface StationSetReaders {
  /**
   * A set of these records, in O(n log n). Fields that no station has are kept in `extra`, and `hours`
   * that are not in `opening_hours` syntax in `hoursText`.
   *
   * @throws InvalidRecordsError with every problem of every record, unless `onInvalid` is `'skip'`
   * @throws UnknownCodeError when a CRS is none, InvalidOptionError for any other option amiss
   * @example
   * const records = [{ id: 'a', position: [121.4737, 31.2304] }, { id: 'b', position: [121, 131] }];
   * const set = StationSet.from(records, { crs: 'gcj02', onInvalid: 'skip' });
   * set.skipped[0].field; // 'position'
   */
  from(records: Iterable<StationRecord>, options: StationSetOptions): SearchableSet;

  /**
   * A set from a GeoJSON feature collection of points; properties are the record's fields.
   *
   * @throws InvalidGeoJsonError when it is no such collection, and whatever {@link StationSetReaders.from} throws
   * @example
   * const geometry = { type: 'Point', coordinates: [121.4737, 31.2304] };
   * const feature = { type: 'Feature', id: 'a', geometry, properties: { services: ['toilet'] } };
   * const collection = { type: 'FeatureCollection', features: [feature] };
   * StationSet.fromGeoJson(collection, { crs: 'gcj02' }).size; // 1
   */
  fromGeoJson(collection: unknown, options: StationSetOptions): SearchableSet;
}

const readers: StationSetReaders = {
  from(records, options) {
    const { stations, skipped, crs, terms, clock } = readSet(records, options);
    return new SearchableSet(indexStations(stations, crs, clock), terms, skipped);
  },
  fromGeoJson(collection, options) {
    const { records, stated } = readCollection(collection, options);
    return readers.from(records, stated);
  },
};

/** Stations, indexed: immutable, in memory, synchronous. */
export const StationSet: typeof SearchableSet & StationSetReaders = /* @__PURE__ */ Object.assign(
  SearchableSet,
  readers,
);
export type StationSet = SearchableSet;
