import { expect } from 'vitest';
import { InvalidRouteError, type LngLat, Route, type RouteFormat } from '../../src/core';

/** Three places: a route goes from a by b to c. */
export const a = { lng: 121.46, lat: 31.23 };
export const b = { lng: 121.47, lat: 31.23 };
export const c = { lng: 121.47, lat: 31.24 };

/** `lng,lat;lng,lat` */
export function list(...points: readonly LngLat[]): string {
  return points.map(({ lng, lat }) => `${lng},${lat}`).join(';');
}

export function decode(input: unknown, format: RouteFormat, route?: number): readonly LngLat[] {
  return Route.decode(input, { format, crs: 'gcj02', route }).positions;
}

export function refusal(input: unknown, format: RouteFormat): InvalidRouteError {
  try {
    decode(input, format);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidRouteError);
    return error as InvalidRouteError;
  }
  throw new Error('it was read');
}
