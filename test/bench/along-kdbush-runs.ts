import type { Station } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import type { Corridor, Passed } from './corridor';
import { type CutRoute, cutRoute } from './cut-route';
import { metersPerDegree } from './distance';
import { kdbushOf } from './kdbush-of';

/** Small boxes are looked into almost twice as fast as with the default of 64. */
const nodeSize = 16;

/** The same cut every time a route is searched again, or one made when it is asked for. */
export type Cutting = 'cut before' | 'cut each time';

/**
 * The best one can write with kdbush: one look for a whole run of segments, in a box around them, and then
 * the segments of that run for each station in the box. What depends on the station alone is reckoned
 * beforehand, and nothing is allocated for a segment.
 */
export function kdbushRunsCorridor(
  stations: readonly Station[],
  widthMeters: number,
  cutting: Cutting,
): Corridor {
  const index = kdbushOf(stations, nodeSize);
  const places = new Passes(stations, widthMeters);
  const known = new Map<readonly LngLat[], Runs>();
  const runsOf = (route: readonly LngLat[]): Runs => {
    const runs = known.get(route) ?? cut(route, widthMeters);
    if (cutting === 'cut before') known.set(route, runs);
    return runs;
  };
  return (route) => {
    const { line, boxes } = runsOf(route);
    let first = 0;
    for (let run = 0; run < boxes.length; run++) {
      const end = line.ends[run]!;
      for (const item of index.range(...boxes[run]!)) places.add(item, line, first, end);
      first = end;
    }
    return places.take();
  };
}

type Box = readonly [west: number, south: number, east: number, north: number];

interface Runs {
  readonly line: CutRoute;
  /** By run: everything that may be within the width. */
  readonly boxes: readonly Box[];
}

function cut(route: readonly LngLat[], widthMeters: number): Runs {
  const line = cutRoute(route, widthMeters);
  let first = 0;
  const boxes = line.ends.map((end) => {
    const box = boxAround(line, first, end, widthMeters);
    first = end;
    return box;
  });
  return { line, boxes };
}

/** One per cent wider, so that the plane of the box need not be that of the measuring. */
function boxAround({ lngs, lats }: CutRoute, first: number, end: number, meters: number): Box {
  let west = lngs[first]!;
  let south = lats[first]!;
  let east = west;
  let north = south;
  for (let i = first + 1; i <= end; i++) {
    west = Math.min(west, lngs[i]!);
    east = Math.max(east, lngs[i]!);
    south = Math.min(south, lats[i]!);
    north = Math.max(north, lats[i]!);
  }
  const scale = metersPerDegree(south);
  const lngMargin = (meters * 1.01) / scale.lng;
  const latMargin = (meters * 1.01) / scale.lat;
  return [west - lngMargin, south - latMargin, east + lngMargin, north + latMargin];
}

/** The closest place of a route to each station that it passes. */
class Passes {
  private readonly lngs: Float64Array;
  private readonly lats: Float64Array;
  /** Metres per degree at each station. */
  private readonly lngScales: Float64Array;
  private readonly latScales: Float64Array;
  /** By item: the squared metres to the route so far, and how far along that is. */
  private readonly best2: Float64Array;
  private readonly alongs: Float64Array;
  private found: number[] = [];

  constructor(
    private readonly stations: readonly Station[],
    private readonly widthMeters: number,
  ) {
    const scales = stations.map(({ position }) => metersPerDegree(position.lat));
    this.lngs = Float64Array.from(stations, ({ position }) => position.lng);
    this.lats = Float64Array.from(stations, ({ position }) => position.lat);
    this.lngScales = Float64Array.from(scales, ({ lng }) => lng);
    this.latScales = Float64Array.from(scales, ({ lat }) => lat);
    this.best2 = new Float64Array(stations.length).fill(Number.POSITIVE_INFINITY);
    this.alongs = new Float64Array(stations.length);
  }

  /** Measures from a station to the segments between two vertices, in the plane at the station. */
  add(item: number, { lngs, lats, meters }: CutRoute, first: number, end: number): void {
    const lng = this.lngs[item]!;
    const lat = this.lats[item]!;
    const lngScale = this.lngScales[item]!;
    const latScale = this.latScales[item]!;
    const before2 = this.best2[item]!;
    let least2 = Math.min(before2, this.widthMeters * this.widthMeters);
    let along = -1;
    let toX = (lngs[first]! - lng) * lngScale;
    let toY = (lats[first]! - lat) * latScale;
    for (let i = first + 1; i <= end; i++) {
      const fromX = toX;
      const fromY = toY;
      toX = (lngs[i]! - lng) * lngScale;
      toY = (lats[i]! - lat) * latScale;
      const dx = toX - fromX;
      const dy = toY - fromY;
      const length2 = dx * dx + dy * dy;
      const forward = -(fromX * dx + fromY * dy);
      const t = forward <= 0 ? 0 : forward >= length2 ? 1 : forward / length2;
      const x = fromX + t * dx;
      const y = fromY + t * dy;
      const offset2 = x * x + y * y;
      if (offset2 >= least2) continue;
      least2 = offset2;
      along = meters[i - 1]! + t * (meters[i]! - meters[i - 1]!);
    }
    if (along < 0) return;
    if (before2 === Number.POSITIVE_INFINITY) this.found.push(item);
    this.best2[item] = least2;
    this.alongs[item] = along;
  }

  /** What was found, in the order it is passed; then there is nothing. */
  take(): Passed[] {
    const { stations, alongs, best2, found } = this;
    const passed = found.map((item) => ({
      id: stations[item]!.id,
      along: alongs[item]!,
      offset: Math.sqrt(best2[item]!),
    }));
    for (const item of found) best2[item] = Number.POSITIVE_INFINITY;
    this.found = [];
    return passed.sort((a, b) => a.along - b.along);
  }
}
