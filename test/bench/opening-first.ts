import { StationSet } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import type { Data } from './data';
import { median } from './measure';
import { openingQueries } from './opening-queries';
import { columns, duration } from './report';

const minutes = 2000;
const freshSets = 15;
const limit = 10;

/** A query of which each was timed once. */
export interface FirstQuery {
  readonly title: string;
  /** In microseconds, medians: without a filter by opening hours, with it for the first time, and again. */
  readonly without: number;
  readonly first: number;
  readonly again: number;
}

/**
 * What is not in the other tables, where the same minute is asked about again and again: the first query of
 * a minute, and the first of a set, which compiles the hours of those it meets. The code is warm. What is
 * without the filter is a first one, too: it tells of another minute, which is now.
 */
export function firstQueries(data: Data, from: readonly LngLat[]): FirstQuery[] {
  const [night, noon] = openingQueries();
  return [
    ...[night!, noon!].map(({ title, at }) => ofMinute(data.set, from, title, at)),
    ofSet(data, from, noon!.at),
    ofSet(data, from, noon!.at, 'filter'),
  ];
}

export function tableOfFirsts(firsts: readonly FirstQuery[]): string {
  const rows = firsts.map(({ title, without, first, again }) => [
    title,
    duration(without),
    duration(first),
    duration(again),
    '',
  ]);
  return columns([['one query at a time', 'without', 'the first', 'again', ''], ...rows]);
}

function ofMinute(
  set: StationSet,
  from: readonly LngLat[],
  title: string,
  start: number,
): FirstQuery {
  const times = { without: [] as number[], first: [] as number[], again: [] as number[] };
  for (let i = 0; i < minutes; i++) {
    const position = from[i % from.length]!;
    const openAt = start + (i % 60) * 60_000;
    const options = { limit, openAt, openFor: 15, includeUnknown: false };
    times.without.push(timed(() => set.nearest(position, { limit })));
    times.first.push(timed(() => set.nearest(position, options)));
    times.again.push(timed(() => set.nearest(position, options)));
  }
  return { title: `nearest ${limit}, a new minute, ${title}`, ...medians(times) };
}

function ofSet(
  { stations }: Data,
  from: readonly LngLat[],
  openAt: number,
  how: 'nearest' | 'filter' = 'nearest',
): FirstQuery {
  const times = { without: [] as number[], first: [] as number[], again: [] as number[] };
  const judged = { openAt, openFor: 15, includeUnknown: false };
  const ask = (set: StationSet, position: LngLat, filter: typeof judged | object) =>
    how === 'nearest' ? set.nearest(position, { limit, ...filter }) : set.filter(filter);
  for (let i = 0; i < freshSets; i++) {
    const position = from[i]!;
    const set = StationSet.from(stations, { crs: 'wgs84' });
    const other = StationSet.from(stations, { crs: 'wgs84' });
    times.without.push(timed(() => ask(other, position, {})));
    times.first.push(timed(() => ask(set, position, judged)));
    times.again.push(timed(() => ask(set, position, judged)));
  }
  const what = how === 'nearest' ? `nearest ${limit}` : 'filter, all stations';
  return { title: `${what}, a new set`, ...medians(times) };
}

function medians(times: Record<'without' | 'first' | 'again', readonly number[]>) {
  return {
    without: median(times.without),
    first: median(times.first),
    again: median(times.again),
  };
}

/** Microseconds of one run. */
function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return (performance.now() - start) * 1000;
}
