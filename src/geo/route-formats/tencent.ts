import { InvalidRouteError } from '../../errors';
import { show } from '../../wording';
import type { LngLat } from '../position';
import { vertexFault } from './points';
import {
  type Alternatives,
  membersOf,
  providerError,
  type RouteSource,
  unreadable,
} from './response';

/*
 * Tencent's WebService 路线规划 (direction/v1: driving, walking, bicycling, ebicycling, trucking): a list of
 * numbers, latitude before longitude. The first two are degrees, each other is the difference from two
 * before it in millionths. Tencent's sample code turns the list into degrees in place, so that one may
 * come here in degrees throughout.
 */

const expected = "Tencent's list of numbers or a response with result.routes[].polyline";

type Wrong = (message: string, index: number) => never;

export function tencentRoutes({ value, text }: RouteSource): Alternatives {
  if (Array.isArray(value)) {
    return [
      () =>
        decodeTencent(value, (message, index) => {
          const character = text === undefined ? undefined : itemStart(text, index) + 1;
          throw new InvalidRouteError(`item ${index + 1}: ${message}`, character);
        }),
    ];
  }
  const { status, message, result } = membersOf(value);
  if (message !== undefined && String(status) !== '0') providerError('Tencent', message, status);
  const { routes } = membersOf(result);
  if (!Array.isArray(routes)) unreadable(expected, value);
  return routes.map((route, i) => () => {
    const member = `result.routes[${i}].polyline`;
    const { polyline } = membersOf(route);
    if (!Array.isArray(polyline)) unreadable(member, polyline);
    return decodeTencent(polyline, (fault, index) => {
      throw new InvalidRouteError(`${member}[${index}]: ${fault}`);
    });
  });
}

export function decodeTencent(values: readonly unknown[], wrong: Wrong): LngLat[] {
  const numbers = values.map((value, i) =>
    Number.isFinite(value) ? (value as number) : wrong(`expected a number, got ${show(value)}`, i),
  );
  if (numbers.length % 2 === 1)
    wrong('the list ends after a latitude: it is cut short', numbers.length);
  const inDegrees = isInDegrees(numbers);
  const points: LngLat[] = [];
  // Millionths are summed as whole numbers, so that a long route does not drift.
  let lat = 0;
  let lng = 0;
  for (let i = 0; i < numbers.length; i += 2) {
    const start = inDegrees ? i : 0;
    if (i > start) {
      lat += millionths(numbers, i, wrong);
      lng += millionths(numbers, i + 1, wrong);
    }
    const point = { lng: moved(numbers[start + 1]!, lng), lat: moved(numbers[start]!, lat) };
    const fault = vertexFault(points.length + 1, point, 'latitude');
    if (fault !== undefined) wrong(fault, i);
    points.push(point);
  }
  return points;
}

/** Degrees moved by millionths: 31.23 and 10,000 make 31.24, not 31.240000000000002. */
function moved(degrees: number, by: number): number {
  const whole = Math.round(degrees * 1e6);
  return whole / 1e6 === degrees ? (whole + by) / 1e6 : degrees + by / 1e6;
}

function millionths(numbers: readonly number[], index: number, wrong: Wrong): number {
  const value = numbers[index]!;
  return Number.isInteger(value)
    ? value
    : wrong(`expected a whole number of millionths of a degree, got ${value}`, index);
}

/**
 * Whether a list is degrees throughout: it has fractions where differences have none, and nowhere steps
 * a degree or more, as it would if one of the differences were just spoilt.
 */
export function isInDegrees(numbers: readonly number[]): boolean {
  return (
    numbers.some((value, i) => i > 1 && !Number.isInteger(value)) &&
    numbers.every((value, i) => i < 2 || Math.abs(value - numbers[i - 2]!) < 1)
  );
}

/** Where an item of a JSON list of numbers begins. */
function itemStart(text: string, index: number): number {
  let at = text.indexOf('[') + 1;
  for (let item = 0; item < index; item++) {
    const comma = text.indexOf(',', at);
    if (comma < 0) return text.lastIndexOf(']');
    at = comma + 1;
  }
  return at + text.slice(at).search(/\S/);
}
