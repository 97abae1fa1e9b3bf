import { Route } from 'yizhan/core';

/** `2026-11-23 11:40`, seconds and an offset if need be. */
const timePattern =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:\d{2})?$/;

/** The clock that times without an offset are on: China has one. */
const offsetOfChina = '+08:00';

/** @throws Error saying what is wrong with the position */
export function readPosition(what, lngText, latText) {
  const [lng, lat] = [lngText, latText].map((text) => (text.trim() === '' ? NaN : Number(text)));
  if (Number.isNaN(lng) || Number.isNaN(lat))
    throw new Error(`${what}: expected lng and lat in degrees, got "${lngText}" and "${latText}"`);
  if (Math.abs(lat) > 90 && Math.abs(lng) <= 90)
    throw new Error(`${what}: lng ${lng} and lat ${lat} are swapped`);
  return { lng, lat };
}

/**
 * When the rider sets out.
 *
 * @throws Error saying what is wrong with the time
 */
export function readTime(text) {
  const [, day, hour, minute, second = '00', offset = offsetOfChina] =
    timePattern.exec(text.trim()) ?? [];
  const clock = `${hour?.padStart(2, '0')}:${minute}:${second}`;
  const time = new Date(`${day}T${clock}${offset}`);
  // 30 February is a day to the engine, in March.
  if (day === undefined || Number.isNaN(+time) || !isDay(day))
    throw new Error(`departure: expected such as 2026-11-23 11:40, got "${text}"`);
  return time;
}

function isDay(day) {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(+time) && time.toISOString().startsWith(day);
}

/**
 * The order's route, as Amap writes it (`lng,lat;lng,lat`); the straight line where it has none.
 *
 * @throws InvalidRouteError, InvalidPositionError
 */
export function readRoute(text, pickup, dropoff, crs) {
  if (text === '') return Route.from([pickup, dropoff], { crs });
  return Route.decode(text, { format: 'amap', crs });
}
