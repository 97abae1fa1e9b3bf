import { Route } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { type Agreement, isRight } from './agreement';
import { checkAlong } from './along-check';
import { widthMeters } from './corridor';
import type { Data } from './data';
import { type Contestant, measure, type Result, timesLonger } from './measure';
import { checkNearest } from './nearest-check';
import { OpeningOracle } from './opening-oracle';
import { type OpeningQuery, openingQueries, stayMinutes } from './opening-queries';
import { columns, duration, factor } from './report';

const rounds = 15;
const limit = 10;

/** A query with and without a filter by opening hours, in turns. */
export interface OpeningRace {
  readonly title: string;
  /** The median over the rounds: how many times as long it takes with the filter. */
  readonly ratio: number;
  readonly without: Result;
  readonly filtered: Result;
  /** How many stations of all pass. */
  readonly share: number;
}

export function tableOf(title: string, races: readonly OpeningRace[]): string {
  const rows = races.map(({ title, without, filtered, ratio, share }) => [
    title,
    duration(without.microseconds),
    duration(filtered.microseconds),
    `${factor(ratio)} ×`,
    `${(100 * share).toFixed(0)} %`,
  ]);
  return columns([[title, 'without', 'openAt', '÷', 'pass'], ...rows]);
}

/** The ten nearest. */
export function* nearestOpenRaces(data: Data, from: readonly LngLat[]): Generator<OpeningRace> {
  const { set } = data;
  for (const query of openingQueries()) {
    const { filter, without, at, services } = query;
    const open = openStations(data, query);
    const nearest = (position: LngLat) => set.nearest(position, { limit, ...filter });
    const ids = (position: LngLat) => nearest(position).map(({ station }) => station.id);
    const asked = { limit, services };
    const name = 'yizhan nearest, openAt';
    right(checkNearest([{ name, run: () => 0, ids }], open, asked, from));
    const oracle = new OpeningOracle();
    for (const position of from) {
      for (const { station, opening } of nearest(position))
        oracle.checkOpening(station, opening, at);
    }
    const plain = { limit, ...without };
    const judged = { limit, ...filter };
    yield race(
      query.title,
      from,
      (position) => set.nearest(position, plain).length,
      (position) => set.nearest(position, judged).length,
      open.length / data.stations.length,
    );
  }
}

/** All along a route, at an instant. */
export function* alongOpenRaces(
  data: Data,
  lines: readonly (readonly LngLat[])[],
): Generator<OpeningRace> {
  const { set } = data;
  const routes = new Map(lines.map((line) => [line, Route.from(line, { crs: 'wgs84' })]));
  const routeOf = (line: readonly LngLat[]) => routes.get(line)!;
  for (const query of openingQueries()) {
    const open = openStations(data, query);
    const judged = { widthMeters, ...query.filter };
    const plain = { widthMeters, ...query.without };
    const corridor = (line: readonly LngLat[]) =>
      set.along(routeOf(line), judged).map(({ station, alongMeters, offsetMeters }) => ({
        id: station.id,
        along: alongMeters,
        offset: offsetMeters,
      }));
    const able = open.filter((station) =>
      query.services.every((service) => station.services.includes(service)),
    );
    right(checkAlong([{ name: 'yizhan along, openAt', run: () => 0, corridor }], able, lines));
    yield race(
      query.title,
      [...routes.values()],
      (route) => set.along(route, plain).length,
      (route) => set.along(route, judged).length,
      open.length / data.stations.length,
    );
  }
  yield* arrivalRaces(data, [...routes.values()]);
}

/** Judged when the rider comes by: beside the same trip, and beside a query that knows of no trip. */
function* arrivalRaces({ set }: Data, routes: readonly Route[]): Generator<OpeningRace> {
  const oracle = new OpeningOracle();
  for (const { title, at, services, without } of openingQueries()) {
    if (services.length > 0) continue;
    const plain = { widthMeters, ...without };
    const trip = { ...plain, departAt: at };
    const stay = { openFor: stayMinutes, includeUnknown: false };
    const judged = { ...trip, ...stay, openAt: 'arrival' } as const;
    let passed = 0;
    let all = 0;
    for (const route of routes) {
      const hits = set.along(route, trip);
      const wanted = hits.filter(({ station, arriveAt }) =>
        oracle.isOpen(station, arriveAt!.getTime(), stayMinutes),
      );
      const given = set.along(route, judged);
      const [right, ours] = [wanted, given].map((list) => list.map(({ station }) => station.id));
      if (right!.join() !== ours!.join()) {
        throw new Error(`yizhan answers wrongly on arrival: ${right} expected, not ${ours}`);
      }
      for (const { station, opening, arriveAt } of given) {
        oracle.checkOpening(station, opening, arriveAt!.getTime());
      }
      passed += given.length;
      all += hits.length;
    }
    const share = passed / all;
    const alongWith = (options: Parameters<typeof set.along>[1]) => (route: Route) =>
      set.along(route, options).length;
    yield race(`${title}, on arrival`, routes, alongWith(trip), alongWith(judged), share);
    yield race(
      `${title}, on arrival, ÷ no trip`,
      routes,
      alongWith(plain),
      alongWith(judged),
      share,
    );
  }
}

function openStations({ stations }: Data, { at }: OpeningQuery) {
  const oracle = new OpeningOracle();
  return stations.filter((station) => oracle.isOpen(station, at, stayMinutes));
}

function right(agreements: readonly Agreement[]): void {
  for (const agreement of agreements) {
    if (isRight(agreement)) continue;
    throw new Error(`${agreement.name} answers wrongly: ${agreement.firstDifference}`);
  }
}

function race<Input>(
  title: string,
  inputs: readonly Input[],
  plain: (input: Input) => number,
  judged: (input: Input) => number,
  share: number,
): OpeningRace {
  const contestants: Contestant<Input>[] = [
    { name: 'yizhan', run: plain },
    { name: 'yizhan, openAt', run: judged },
  ];
  const [without, filtered] = measure(contestants, inputs, rounds) as [Result, Result];
  return { title, without, filtered, ratio: timesLonger(filtered, without), share };
}
