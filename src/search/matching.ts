import type { Station } from '../dataset/station';
import { InvalidOptionError } from '../errors';
import { checkOptionNames } from '../options';
import { type Demand, meets } from './code-bits';
import { type Filter, type FilterParts, filterNames, readFilter } from './filter';
import type { StationIndex } from './station-index';

/** A filter as a search asks it: first the bits, then whatever bits cannot tell. */
export interface Matching {
  readonly demand: Demand | undefined;
  readonly accept: ((item: number) => boolean) | undefined;
}

/** A filter in terms of an index. */
export function matching(
  { stations, codes, openings }: StationIndex,
  { clauses, districts, offer, opening, at, where }: FilterParts,
): Matching {
  const demand = codes.demand(clauses);
  if (
    districts === undefined &&
    offer === undefined &&
    opening === undefined &&
    where === undefined
  )
    return { demand, accept: undefined };
  const accept = (item: number): boolean => {
    const station = stations[item]!;
    if (!inOneOf(districts, station)) return false;
    if (opening !== undefined && !openings.accepts(item, opening)) return false;
    if (offer !== undefined && !openings.offers(item, offer, at)) return false;
    return where === undefined || isAccepted(where, station);
  };
  return { demand, accept };
}

/**
 * A filter that somebody gave, checked, in terms of an index.
 *
 * @throws InvalidOptionError, UnknownCodeError
 */
export function readMatching(index: StationIndex, filter: Filter): Matching {
  checkOptionNames(filter, filterNames);
  return matching(index, readFilter(filter));
}

function isAccepted(where: NonNullable<Filter['where']>, station: Station): boolean {
  const answer: unknown = where(station);
  // A promise is true whatever it will say.
  if (answer instanceof Promise) {
    throw new InvalidOptionError(
      'where',
      where,
      'a function that answers at once, not by a promise',
    );
  }
  return Boolean(answer);
}

function inOneOf(districts: readonly string[] | undefined, { district }: Station): boolean {
  return districts === undefined || (district !== undefined && districts.includes(district));
}

/** Whether the station at a place of the tree passes. */
export function passes(
  { tree }: StationIndex,
  place: number,
  { demand, accept }: Matching,
): boolean {
  return (
    (demand === undefined || meets(tree.pointBits, tree.words * place, demand)) &&
    (accept === undefined || accept(tree.items[place]!))
  );
}

/** The places of all stations that pass, in one pass over them. */
export function placesOf(index: StationIndex, match: Matching): number[] {
  const places: number[] = [];
  for (let place = 0; place < index.tree.size; place++) {
    if (passes(index, place, match)) places.push(place);
  }
  return places;
}

/** The stations at some places, in the order of the records. */
export function stationsAt({ tree, stations }: StationIndex, places: readonly number[]): Station[] {
  const items = Uint32Array.from(places, (place) => tree.items[place]!).sort();
  return Array.from(items, (item) => stations[item]!);
}
