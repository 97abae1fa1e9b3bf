import { type Corner, enclaves } from './outline-enclaves';
import { outlineRing } from './outline-ring';
import { cos, lengthOf } from './trigonometry';
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
  /** See {@link led}. */
  gcj02?: readonly [number, number];
  bd09?: readonly [number, number];
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
const notYet = 3;

/** `outside`, `inside` or `atEdge` for every cell, row by row from the south; each row made when it is first asked for. */
const cells = new Uint8Array(rows * columns).fill(notYet);
/** The edges that come near each row of cells. */
const edgesOfRows: (readonly Edge[])[] = [];
let allEdges: readonly Edge[] | undefined;

/**
 * Whether the shifts apply around a place, whichever system its degrees are in: `inside` and `outside` hold
 * for everything within 4 km, too.
 */
export function zoneOf(lng: number, lat: number): number {
  if (!(lng >= west && lng < east && lat >= south && lat < north)) return outside;
  const row = ((lat - south) * perDegree) | 0;
  const cell = row * columns + (((lng - west) * perDegree) | 0);
  if (cells[cell] === notYet) makeRow(row);
  return cells[cell]!;
}

const metersPerDegree = 111_200;

/** How much of a system's shift applies at a place of WGS-84, from 0 to 1. */
export function shareOf(lng: number, lat: number, crs: ShiftedCrs): number {
  const zone = zoneOf(lng, lat);
  if (zone !== atEdge) return zone;
  const edges = edgesOfRows[((lat - south) * perDegree) | 0]!;
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
  const eastMeters = metersPerDegree * cos((lat * Math.PI) / 180);
  let share = 0;
  for (const edge of edges) {
    const x = (lng - edge.lng1) * eastMeters;
    const y = (lat - edge.lat1) * metersPerDegree;
    const dx = (edge.lng2 - edge.lng1) * eastMeters;
    const dy = (edge.lat2 - edge.lat1) * metersPerDegree;
    const at = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy)));
    const outward = x - at * dx;
    const upward = y - at * dy;
    const meters = lengthOf(outward, upward);
    if (meters === 0) return 1;
    const [eastward, northward] = shiftAt(edge, crs);
    const led = (eastward * outward + northward * upward) / meters;
    share = Math.max(share, 1 - meters / Math.max(leastFadeMeters, led + fadeRoomMeters));
  }
  return share;
}

/**
 * The ring, an encoded polyline of thousandths of degrees. `decodePolyline` would do, and take a millisecond more on the
 * way to an app's first answer: it expects mistakes.
 */
export function ringCorners(): Corner[] {
  const corners: Corner[] = [];
  const sums = [0, 0];
  let axis = 0;
  let step = 0;
  let shift = 0;
  for (let i = 0; i < outlineRing.length; i++) {
    const digit = outlineRing.charCodeAt(i) - 63;
    step |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    sums[axis] = sums[axis]! + ((step >>> 1) ^ -(step & 1));
    if (axis === 1) corners.push([sums[1]! / 100, sums[0]! / 100]);
    axis = 1 - axis;
    step = 0;
    shift = 0;
  }
  return corners;
}

/** Metres by which a system moves the middle of an edge, eastward and northward. */
function shiftAt(edge: Edge, crs: ShiftedCrs): readonly [number, number] {
  const known = edge[crs];
  if (known !== undefined) return known;
  const lng = (edge.lng1 + edge.lng2) / 2;
  const lat = (edge.lat1 + edge.lat2) / 2;
  addWhole(lng, lat, crs, place);
  const narrowing = cos((lat * Math.PI) / 180);
  const eastward = (place[0]! - lng) * narrowing * metersPerDegree;
  const shift = [eastward, (place[1]! - lat) * metersPerDegree] as const;
  edge[crs] = shift;
  return shift;
}

function makeEdges(): Edge[] {
  return [ringCorners(), ...enclaves].flatMap((corners) =>
    corners.map(([lng1, lat1], i) => {
      const [lng2, lat2] = corners[(i + 1) % corners.length]!;
      return { lng1, lat1, lng2, lat2 };
    }),
  );
}

/** A row at a time: an app in one city needs few, and all of them take 10 ms when nothing is compiled yet. */
function makeRow(row: number): void {
  allEdges ??= makeEdges();
  const least = south + row / perDegree - marginLat;
  const most = south + (row + 1) / perDegree + marginLat;
  const edges = allEdges.filter(
    ({ lat1, lat2 }) => Math.max(lat1, lat2) >= least && Math.min(lat1, lat2) <= most,
  );
  edgesOfRows[row] = edges;
  const cellsOfRow = cells.subarray(row * columns, (row + 1) * columns);
  for (const edge of edges) markEdge(cellsOfRow, row, edge);
  const lat = south + (row + 0.5) / perDegree;
  for (let column = 0; column < columns; column++) {
    if (cellsOfRow[column] === atEdge) continue;
    // No edge between this cell and the one before it: they are on the same side.
    const same = column > 0 && cellsOfRow[column - 1] !== atEdge;
    const lng = west + (column + 0.5) / perDegree;
    cellsOfRow[column] = same ? cellsOfRow[column - 1]! : Number(holds(edges, lng, lat));
  }
}

/** Marks the cells of a row that come within the margin of an edge, piece by piece, and a few more. */
function markEdge(cellsOfRow: Uint8Array, row: number, { lng1, lat1, lng2, lat2 }: Edge): void {
  const pieces = Math.ceil(lengthOf(lng2 - lng1, lat2 - lat1) * perDegree);
  for (let piece = 0; piece < pieces; piece++) {
    const y1 = lat1 + ((lat2 - lat1) * piece) / pieces;
    const y2 = lat1 + ((lat2 - lat1) * (piece + 1)) / pieces;
    const firstRow = Math.floor((Math.min(y1, y2) - marginLat - south) * perDegree);
    const lastRow = Math.floor((Math.max(y1, y2) + marginLat - south) * perDegree);
    if (row < firstRow || row > lastRow) continue;
    const x1 = lng1 + ((lng2 - lng1) * piece) / pieces;
    const x2 = lng1 + ((lng2 - lng1) * (piece + 1)) / pieces;
    const firstColumn = Math.floor((Math.min(x1, x2) - marginLng - west) * perDegree);
    const lastColumn = Math.floor((Math.max(x1, x2) + marginLng - west) * perDegree);
    cellsOfRow.fill(atEdge, firstColumn, lastColumn + 1);
  }
}
