import { type Crs, convertChecked } from '../geo/crs';
import { type Position, readPosition } from '../geo/position';
import type { Place } from '../nearby/model';

/** Asks the app, or the browser, where the rider is. Nobody else is told. */
export type Locate = () => Position | Promise<Position>;

const waitMilliseconds = 10_000;
/** A rider moves 300 m in a minute. */
const freshMilliseconds = 30_000;

/**
 * Where the rider is, in the stations' CRS.
 *
 * @param locate the app's own, which speaks that CRS already; without one the browser is asked, which speaks WGS-84
 */
export async function findPlace(crs: Crs, locate: Locate | undefined): Promise<Place> {
  if (locate === undefined) return askBrowser(crs);
  try {
    return { kind: 'here', position: readPosition(await locate()) };
  } catch {
    return { kind: 'unavailable' };
  }
}

function askBrowser(crs: Crs): Promise<Place> {
  return new Promise((resolve) => {
    const { geolocation } = navigator;
    // Pages without https have none.
    if (geolocation === undefined) return resolve({ kind: 'unavailable' });
    geolocation.getCurrentPosition(
      ({ coords }) => {
        const found = { lng: coords.longitude, lat: coords.latitude };
        const position = convertChecked(found, 'wgs84', crs);
        resolve({ kind: 'here', position, accuracy: coords.accuracy });
      },
      ({ code }) => resolve({ kind: code === 1 ? 'refused' : 'unavailable' }),
      { enableHighAccuracy: true, timeout: waitMilliseconds, maximumAge: freshMilliseconds },
    );
  });
}
