import { addBd09, undoBd09 } from './bd09';
import type { Crs } from './crs-names';
import { undoGcj02 } from './gcj02';
import { inside, outside, shareOf, zoneOf } from './outline';
import { addWhole, type ShiftedCrs } from './whole-shift';

/*
 * The two shifted systems as they apply: each is a share of a whole shift from WGS-84. The share is that
 * of the place in WGS-84 for both, so that what is BD-09 in Zhuhai does not depend on how far into Macau
 * its GCJ-02 lies. Every function writes two numbers of degrees into `out`.
 */

/** Converts a place from one system to another. */
export function convertOnLand(
  lng: number,
  lat: number,
  from: Crs,
  to: Crs,
  out: Float64Array,
): void {
  if (from === to) put(out, lng, lat);
  else if (from === 'wgs84') shift(lng, lat, to as ShiftedCrs, out);
  else if (to === 'wgs84') unshift(lng, lat, from, out);
  else shiftBetween(lng, lat, to, out);
}

/** From WGS-84 into a shifted system. */
function shift(lng: number, lat: number, to: ShiftedCrs, out: Float64Array): void {
  const share = shareOf(lng, lat, to);
  if (share === 0) put(out, lng, lat);
  else addWhole(lng, lat, to, out);
  if (share > 0 && share < 1)
    put(out, lng + share * (out[0]! - lng), lat + share * (out[1]! - lat));
}

/** From a shifted system back to WGS-84. */
function unshift(lng: number, lat: number, from: ShiftedCrs, out: Float64Array): void {
  const zone = zoneOf(lng, lat);
  if (zone === outside) put(out, lng, lat);
  else if (zone === inside) undoWhole(lng, lat, from, out);
  else unshiftAtEdge(lng, lat, from, out);
}

/** Whether it was the whole shift that was undone. */
function unshiftAtEdge(lng: number, lat: number, from: ShiftedCrs, out: Float64Array): boolean {
  undoWhole(lng, lat, from, out);
  if (shareOf(out[0]!, out[1]!, from) === 1) return true;
  if (shareOf(lng, lat, from) === 0) put(out, lng, lat);
  else unshiftFaded(lng, lat, from, out);
  return false;
}

/** Between the shifted systems. */
function shiftBetween(lng: number, lat: number, to: ShiftedCrs, out: Float64Array): void {
  const zone = zoneOf(lng, lat);
  if (zone === outside) {
    put(out, lng, lat);
  } else if (zone === inside || unshiftAtEdge(lng, lat, otherOf(to), out)) {
    if (to === 'bd09') addBd09(lng, lat, out);
    else undoBd09(lng, lat, out);
  } else {
    shift(out[0]!, out[1]!, to, out);
  }
}

function otherOf(crs: ShiftedCrs): ShiftedCrs {
  return crs === 'bd09' ? 'gcj02' : 'bd09';
}

function undoWhole(lng: number, lat: number, from: ShiftedCrs, out: Float64Array): void {
  if (from === 'gcj02') {
    undoGcj02(lng, lat, out);
    return;
  }
  undoBd09(lng, lat, out);
  undoGcj02(out[0]!, out[1]!, out);
}

function put(out: Float64Array, lng: number, lat: number): void {
  out[0] = lng;
  out[1] = lat;
}

/** Halvings of the share: to 1e-12 of a shift. */
const shareSteps = 40;
/** The whole shift changes by less than 0.04° per degree: six steps leave 1e-11° of it. */
const placeSteps = 6;

/**
 * Back to WGS-84 where the shift fades. Were the share known, the place would be the target less that share of
 * the shift. So look for the share that such a place really has: with none of the shift it has at least
 * that, with all of it at most that, and where the two meet it is found by halving.
 */
function unshiftFaded(lng: number, lat: number, from: ShiftedCrs, out: Float64Array): void {
  let least = 0;
  let most = 1;
  for (let step = 0; step < shareSteps; step++) {
    const share = (least + most) / 2;
    put(out, lng, lat);
    for (let i = 0; i < placeSteps; i++) {
      const guessLng = out[0]!;
      const guessLat = out[1]!;
      addWhole(guessLng, guessLat, from, out);
      put(out, lng - share * (out[0]! - guessLng), lat - share * (out[1]! - guessLat));
    }
    if (shareOf(out[0]!, out[1]!, from) >= share) least = share;
    else most = share;
  }
}
