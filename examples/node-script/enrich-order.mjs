import { readPosition, readRoute, readTime } from './read-order.mjs';

/** Farther than this, a station is not near. */
const mostMeters = 20_000;
const widthMeters = 300;
/** How many of what lies along the route are named. */
const mostNamed = 3;

/**
 * What is added to an order's row: the nearest open station to where it is picked up, and what lies along the route, open
 * when the rider gets there. What cannot be answered is empty, and the last cell says why.
 *
 * @param set whatever answers: a StationSet, or an opened client
 */
export function enrichOrder(set, columns, row) {
  const problems = [];
  const attempt = (read) => {
    try {
      return read();
    } catch (error) {
      problems.push(error.message);
      return undefined;
    }
  };
  const cell = (column) => row[columns[column]] ?? '';
  const departAt = attempt(() => readTime(cell('departAt')));
  const pickup = attempt(() => readPosition('pick-up', cell('pickupLng'), cell('pickupLat')));
  const dropoff = attempt(() => readPosition('drop-off', cell('dropoffLng'), cell('dropoffLat')));
  const near = departAt && pickup && attempt(() => nearestCells(set, pickup, departAt));
  const text = cell('route').trim();
  const route =
    text === '' && !(pickup && dropoff)
      ? undefined
      : attempt(() => readRoute(text, pickup, dropoff, set.crs));
  const along = route && departAt && attempt(() => alongCells(set, route, departAt));
  const routeFrom = along === undefined ? '' : text === '' ? 'straight line' : 'given';
  return [...(near ?? ['', '', '', '']), routeFrom, ...(along ?? ['', '']), problems.join('; ')];
}

function nearestCells(set, pickup, departAt) {
  const [hit] = set.nearest(pickup, {
    limit: 1,
    maxDistanceMeters: mostMeters,
    openAt: departAt,
    includeUnknown: false,
  });
  if (hit === undefined)
    throw new Error(`nothing open within ${mostMeters / 1000} km of the pick-up`);
  const { station, distanceMeters } = hit;
  const opening = set.describeOpening(station, { at: departAt });
  return [station.id, nameOf(station), Math.round(distanceMeters), opening];
}

function alongCells(set, route, departAt) {
  const hits = set.along(route, {
    widthMeters,
    departAt,
    openAt: 'arrival',
    includeUnknown: false,
  });
  const named = hits.slice(0, mostNamed).map(({ station, aheadMeters, detourMeters }) => {
    const where = `${Math.round(aheadMeters)} m ahead, detour ${Math.round(detourMeters)} m`;
    return `${station.id} ${nameOf(station)} (${where})`;
  });
  return [hits.length, named.join('; ')];
}

/** As text to a spreadsheet, never as a formula: a name may be anything. */
function nameOf({ name, address }) {
  return (name ?? address ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
}
