import type { Crs } from '../../src/core';
import { sphereMeters } from '../support/geodesic';
import { type Batch, batchOf, type Converter, converters, placesOf } from './converters';
import { isOurs } from './measure';
import type { Answered } from './report';

/** What the published formula leaves to rounding, in degrees. */
const sameDegrees = 1e-9;
/** What a round trip may leave, in metres: a hundredth of a millimetre. */
const backMeters = 1e-5;

/** Whether a conversion is a published formula, so that all have to agree. */
export function isForward(from: Crs, to: Crs): boolean {
  const systems: readonly Crs[] = ['wgs84', 'gcj02', 'bd09'];
  return systems.indexOf(from) < systems.indexOf(to);
}

/** Forward: degrees off gcoord's answers. @throws when ours are */
export function checkForward(from: Crs, to: Crs, batch: Batch): Answered[] {
  const all = converters(from, to);
  const right = answersOf(all.find(({ name }) => name.startsWith('gcoord'))!, batch);
  return all.map((converter) => {
    const { name } = converter;
    const degrees = farthest(answersOf(converter, batch), right);
    insist(name, degrees < sameDegrees, `${degrees}° off gcoord`);
    return {
      name,
      degrees,
      words: degrees === 0 ? 'as gcoord' : `within ${degrees.toPrecision(1)}° of gcoord`,
    };
  });
}

/**
 * Back: metres that are left of a round trip, by the contestant's own way there.
 *
 * @param starts in the system that the way back leads to
 * @throws when ours leaves any
 */
export function checkBack(from: Crs, to: Crs, starts: Batch): Answered[] {
  const there = converters(to, from);
  return converters(from, to).map((converter, i) => {
    const { name } = converter;
    const between = batchOf(placesOf(answersOf(there[i]!, starts)));
    const meters = farthestMeters(starts, answersOf(converter, between));
    insist(name, meters < backMeters, `a round trip ends ${meters} m off`);
    return { name, meters, words: `round trips within ${length(meters)}` };
  });
}

/** Abroad: metres that a contestant moves a place. @throws when ours does */
export function checkAbroad(from: Crs, to: Crs, batch: Batch): Answered[] {
  return converters(from, to).map((converter) => {
    const { name } = converter;
    const meters = farthestMeters(batch, answersOf(converter, batch));
    insist(name, meters === 0, `moves a place abroad by ${meters} m`);
    return { name, meters, words: meters === 0 ? 'unmoved' : `moved by up to ${length(meters)}` };
  });
}

export function answersOf({ write }: Converter, batch: Batch): Float64Array {
  const into = new Float64Array(batch.flat.length);
  write(batch, into);
  return into;
}

function farthest(degrees: Float64Array, right: Float64Array): number {
  return degrees.reduce((most, value, i) => Math.max(most, Math.abs(value - right[i]!)), 0);
}

/** On a sphere, to 0.6 %. */
function farthestMeters({ places }: Batch, ends: Float64Array): number {
  return placesOf(ends).reduce((most, end, i) => Math.max(most, sphereMeters(places[i]!, end)), 0);
}

function insist(name: string, isRight: boolean, difference: string): void {
  if (isOurs(name) && !isRight) throw new Error(`${name} answers wrongly: ${difference}`);
}

function length(meters: number): string {
  return meters < 0.001
    ? `${(meters * 1000).toPrecision(1)} mm`
    : `${Number(meters.toPrecision(2)).toLocaleString('en')} m`;
}
