import { type Corner, enclaves } from './outline-enclaves';
import { outlineRing } from './outline-ring';
import { wholeText } from './route-formats/encoded';
import { decodePolyline } from './route-formats/polyline';
import { addWhole, type ShiftedCrs } from './whole-shift';

/*
 * Where GCJ-02 and BD-09 apply: in mainland China. Within the outline a place is moved by the whole shift.
 * Outside it the shift fades over 1 to 1.8 kilometres and then is none, so that two places near each
 * other stay so, and every place of the one system is a place of the other. Nothing fades inside.
 */

/** Scratch of a conversion. */
const place = new Float64Array(6);

interface Edge {
  readonly lng1: number;
  readonly lat1: number;
  readonly lng2: number;
  readonly lat2: number;
  /** Metres by which each system moves the middle of it, eastward and northward. */
  readonly gcj02: readonly [number, number];
  readonly bd09: readonly [number, number];
}

/** The part of the Earth that is looked at closely: the ring with its fading edge lies well within. */
const west = 73;
const south = 15;
const east = 136;
const north = 54;

/** Cells of a quarter of a degree, 20 to 28 km. */
const perDegree = 4;
const columns = (east - west) * perDegree;
const rows = (north - south) * perDegree;

/**
 * Degrees around an edge in which a cell counts as being at it: 4.4 km, or 4.6 km eastward at 54° N.
 * That is more than a shift and an edge's fading together, so that in other cells every system has the
 * same answer.
 */
const marginLng = 0.07;
const marginLat = 0.04;

export const outside = 0;
export const inside = 1;
const atEdge = 2;

interface Outline {
  /** `outside`, `inside` or `atEdge` for every cell, row by row from the south. */
  readonly cells: Uint8Array;
  /** The edges that come near each row of cells. */
  readonly edges: readonly (readonly Edge[])[];
}

let known: Outline | undefined;

/**
 * Whether the shifts apply around a place, whichever system its degrees are in: `inside` and `outside` hold
 * for everything within 4 km, too.
 */
export function zoneOf(lng: number, lat: number): number {
  if (!(lng >= west && lng < east && lat >= south && lat < north)) return outside;
  known ??= makeOutline();
  const row = ((lat - south) * perDegree) | 0;
  return known.cells[row * columns + (((lng - west) * perDegree) | 0)]!;
}

const metersPerDegree = 111_200;

/** How much of a system's shift applies at a place of WGS-84, from 0 to 1. */
export function shareOf(lng: number, lat: number, crs: ShiftedCrs): number {
  const zone = zoneOf(lng, lat);
  if (zone !== atEdge) return zone;
  const edges = known!.edges[((lat - south) * perDegree) | 0]!;
  return holds(edges, lng, lat) ? 1 : fadedShare(edges, lng, lat, crs);
}

/** By the number of edges east of the place: odd inside the ring, even outside it and in an enclave. */
function holds(edges: readonly Edge[], lng: number, lat: number): boolean {
  let odd = false;
  for (const { lng1, lat1, lng2, lat2 } of edges) {
    if (lat1 > lat === lat2 > lat) continue;
    if (lng < lng1 + ((lat - lat1) / (lat2 - lat1)) * (lng2 - lng1)) odd = !odd;
  }
  return odd;
}

const leastFadeMeters = 1000;
const fadeRoomMeters = 200;

/**
 * What is left of the shift outside the outline: it falls evenly with the distance to the nearest edge, and
 * as far out as the shift itself leads in that direction, with some room. Were it to fall faster, what lies
 * inside would be moved to where something outside already is.
 */
function fadedShare(edges: readonly Edge[], lng: number, lat: number, crs: ShiftedCrs): number {
  const eastMeters = metersPerDegree * Math.cos((lat * Math.PI) / 180);
  let share = 0;
  for (const edge of edges) {
    const x = (lng - edge.lng1) * eastMeters;
    const y = (lat - edge.lat1) * metersPerDegree;
    const dx = (edge.lng2 - edge.lng1) * eastMeters;
    const dy = (edge.lat2 - edge.lat1) * metersPerDegree;
    const at = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy)));
    const outward = x - at * dx;
    const upward = y - at * dy;
    const meters = Math.hypot(outward, upward);
    if (meters === 0) return 1;
    const [eastward, northward] = edge[crs];
    const led = (eastward * outward + northward * upward) / meters;
    share = Math.max(share, 1 - meters / Math.max(leastFadeMeters, led + fadeRoomMeters));
  }
  return share;
}

/** The ring, written in thousandths of degrees. */
export function ringCorners(): Corner[] {
  const thousandths = decodePolyline(wholeText(outlineRing), 5);
  return thousandths.map(({ lng, lat }) => [lng * 1000, lat * 1000]);
}

function makeOutline(): Outline {
  const edges = [ringCorners(), ...enclaves].flatMap((corners) =>
    corners.map((corner, i) => makeEdge(corner, corners[(i + 1) % corners.length]!)),
  );
  const edgesOfRows = Array.from({ length: rows }, (_, row) => {
    const least = south + row / perDegree - marginLat;
    const most = south + (row + 1) / perDegree + marginLat;
    return edges.filter(
      ({ lat1, lat2 }) => Math.max(lat1, lat2) >= least && Math.min(lat1, lat2) <= most,
    );
  });
  return { cells: classify(edges, edgesOfRows), edges: edgesOfRows };
}

function makeEdge([lng1, lat1]: Corner, [lng2, lat2]: Corner): Edge {
  const lng = (lng1 + lng2) / 2;
  const lat = (lat1 + lat2) / 2;
  const metersOf = (crs: ShiftedCrs): [number, number] => {
    addWhole(lng, lat, crs, place);
    const narrowing = Math.cos((lat * Math.PI) / 180);
    const eastward = (place[0]! - lng) * narrowing * metersPerDegree;
    return [eastward, (place[1]! - lat) * metersPerDegree];
  };
  return { lng1, lat1, lng2, lat2, gcj02: metersOf('gcj02'), bd09: metersOf('bd09') };
}

function classify(edges: readonly Edge[], edgesOfRows: Outline['edges']): Uint8Array {
  const cells = new Uint8Array(rows * columns);
  for (const edge of edges) markEdge(cells, edge);
  for (let row = 0; row < rows; row++) {
    const lat = south + (row + 0.5) / perDegree;
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      if (cells[cell] === atEdge) continue;
      // No edge between this cell and the one before it: they are on the same side.
      const same = column > 0 && cells[cell - 1] !== atEdge;
      const lng = west + (column + 0.5) / perDegree;
      cells[cell] = same ? cells[cell - 1]! : Number(holds(edgesOfRows[row]!, lng, lat));
    }
  }
  return cells;
}

/** Marks the cells that come within the margin of an edge, piece by piece, and a few more. */
function markEdge(cells: Uint8Array, { lng1, lat1, lng2, lat2 }: Edge): void {
  const pieces = Math.ceil(Math.hypot(lng2 - lng1, lat2 - lat1) * perDegree);
  for (let piece = 0; piece < pieces; piece++) {
    const x1 = lng1 + ((lng2 - lng1) * piece) / pieces;
    const y1 = lat1 + ((lat2 - lat1) * piece) / pieces;
    const x2 = lng1 + ((lng2 - lng1) * (piece + 1)) / pieces;
    const y2 = lat1 + ((lat2 - lat1) * (piece + 1)) / pieces;
    const firstColumn = Math.floor((Math.min(x1, x2) - marginLng - west) * perDegree);
    const lastColumn = Math.floor((Math.max(x1, x2) + marginLng - west) * perDegree);
    const firstRow = Math.floor((Math.min(y1, y2) - marginLat - south) * perDegree);
    const lastRow = Math.floor((Math.max(y1, y2) + marginLat - south) * perDegree);
    for (let row = firstRow; row <= lastRow; row++) {
      cells.fill(atEdge, row * columns + firstColumn, row * columns + lastColumn + 1);
    }
  }
}
