import type { Station } from '../dataset/station';
import type { Crs } from '../geo/crs';
import type { MapAppName, Target } from './map-app';
import { mapApps } from './map-apps';
import { nearestMode, type TravelMode } from './modes';
import { stopOf } from './place';
import { type LinkOptions, type NamedPlace, type Request, readRequest } from './request';
import { hasAllowedScheme } from './url';

/** One link that leads to a station. */
export interface NavigationLink {
  readonly app: MapAppName;
  /** `app` needs the app installed; `web` is an https page, which opens in the app where it can. */
  readonly kind: 'app' | 'web';
  readonly url: string;
  /** What the coordinates in `url` are in. */
  readonly crs: Crs;
  /** The mode it opens in; `undefined` where it only shows the place. */
  readonly mode: TravelMode | undefined;
  /** Whether that is another mode than the one asked for. */
  readonly substituted: boolean;
  /** What was given and is not in the link, because it cannot carry it. */
  readonly dropped: readonly ('from' | 'via')[];
}

/**
 * Links that lead to a station, best first: in the order of the apps, and of one app the link that needs
 * it installed before the web page. Coordinates are in the datum that each expects. An app without the
 * mode asked for opens in the nearest it has (e-bike, bike, walk; truck, drive) and is marked.
 *
 * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
 * @example
 * const options = { crs: 'gcj02', app: 'amap', platform: 'android', caller: 'rider' };
 * const [link, page] = navigationLinks(set.get('a'), options);
 * link.url.split('?')[1]; // 'featureName=OnRideNavi&rideType=elebike&sourceApplication=rider&lat=31.230400&lon=121.473700&dev=0'
 * [page.kind, page.mode, page.substituted]; // ['web', 'bike', true]
 */
export function navigationLinks(station: Station, options: LinkOptions): NavigationLink[] {
  const request = readRequest(station, options);
  return request.apps
    .flatMap((app) => mapApps[app](request).map((target) => write(app, target, request)))
    .filter((link): link is NavigationLink => link !== undefined && hasAllowedScheme(link.url));
}

/**
 * The first of {@link navigationLinks}; `undefined` when what was asked for has none, as `geo` on iOS.
 *
 * @throws InvalidOptionError, InvalidPositionError, UnknownCodeError
 * @example
 * navigationLink(set.get('a'), { crs: 'gcj02', app: 'baidu', platform: 'ios' }).mode; // 'bike'
 */
export function navigationLink(station: Station, options: LinkOptions): NavigationLink | undefined {
  return navigationLinks(station, options)[0];
}

function write(app: MapAppName, target: Target, request: Request): NavigationLink | undefined {
  const mode = nearestMode(request.mode, target.modes);
  // A target that has modes, but none that will do, would open in one that will not.
  if (mode === undefined && Object.keys(target.modes).length > 0) return undefined;
  const stop = ({ position, name }: NamedPlace) =>
    stopOf(position, name, request.place.crs, target.crs);
  const from = target.takesFrom ? request.from : undefined;
  const fits = request.via.length <= (mode === undefined ? 0 : target.mostVia(mode));
  // All or none: with some of the places left out, it would be another route.
  const via = fits ? request.via : [];
  const url = target.url({
    mode: mode ?? request.mode,
    modeWord: (mode && target.modes[mode]) ?? '',
    to: stop(request.place),
    from: from && stop(from),
    via: via.map(stop),
  });
  return Object.freeze({
    app,
    kind: url.startsWith('https:') ? 'web' : 'app',
    url,
    crs: target.crs,
    mode,
    substituted: mode !== request.mode,
    dropped: Object.freeze([
      ...(from === request.from ? [] : (['from'] as const)),
      ...(fits ? [] : (['via'] as const)),
    ]),
  });
}
