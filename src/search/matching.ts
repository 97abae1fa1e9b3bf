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
  const checks: ((item: number) => boolean)[] = [];
  if (districts !== undefined) checks.push((item) => inOneOf(districts, stations.districtOf(item)));
  if (opening !== undefined) checks.push(openings.acceptor(opening));
  if (offer !== undefined) checks.push((item) => openings.offers(item, offer, at));
  if (where !== undefined) checks.push((item) => isAccepted(where, stations.at(item)));
  const accept = (item: number) => checks.every((check) => check(item));
  return { demand, accept: checks.length < 2 ? checks[0] : accept };
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

function inOneOf(districts: readonly string[], district: string | undefined): boolean {
  return district !== undefined && districts.includes(district);
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
  return Array.from(items, (item) => stations.at(item));
}
