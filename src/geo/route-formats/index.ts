import { InvalidOptionError, InvalidRouteError } from '../../errors';
import { show } from '../../wording';
import type { Crs } from '../crs';
import type { LngLat } from '../position';
import { amapRoutes } from './amap';
import { baiduRoutes } from './baidu';
import { flexibleRoutes } from './flexible';
import { statedCrs } from './geojson';
import { gpxRoutes } from './gpx';
import { isJson, parseJson } from './json-text';
import { geoJsonRoutes, polylineRoutes } from './osrm';
import type { Alternatives, RouteSource } from './response';
import { tencentRoutes } from './tencent';

/** The ways of writing a route that `Route.decode` reads. */
export type RouteFormat =
  | 'geojson'
  | 'amap'
  | 'tencent'
  | 'baidu'
  | 'polyline5'
  | 'polyline6'
  | 'flexible'
  | 'gpx';

const decoders: Readonly<Record<RouteFormat, (source: RouteSource) => Alternatives>> = {
  geojson: geoJsonRoutes,
  amap: amapRoutes,
  tencent: tencentRoutes,
  baidu: baiduRoutes,
  polyline5: (source) => polylineRoutes(source, 5),
  polyline6: (source) => polylineRoutes(source, 6),
  flexible: flexibleRoutes,
  gpx: gpxRoutes,
};

export const routeFormats = Object.keys(decoders) as readonly RouteFormat[];

/** @param which of the routes in a response, counted from 0; the first when it is not given */
export function decodeRoute(
  input: unknown,
  format: RouteFormat,
  crs: Crs,
  which: unknown = 0,
): LngLat[] {
  const source = readSource(input, format);
  const stated = format === 'geojson' ? statedCrs(source.value) : undefined;
  if (stated !== undefined && stated !== crs)
    throw new InvalidOptionError('crs', crs, `${show(stated)}, which the GeoJSON says it is in`);
  const routes = decoders[format](source);
  const last = routes.length - 1;
  if (last < 0) throw new InvalidRouteError('the response holds no route');
  const chosen = typeof which === 'number' ? routes[which] : undefined;
  if (chosen !== undefined) return chosen();
  const held = last === 0 ? '0 (there is 1 route)' : `0 to ${last} (there are ${last + 1} routes)`;
  throw new InvalidOptionError('route', which, held);
}

function readSource(input: unknown, format: RouteFormat): RouteSource {
  if (typeof input !== 'string') return { value: input, text: undefined };
  if (input.trim() === '')
    throw new InvalidRouteError(`the text is empty; expected a route in the format ${format}`);
  // In the other formats a text may begin with a bracket and be no JSON.
  const onlyJson = (format === 'geojson' || format === 'tencent') && /^\s*[[{]/.test(input);
  return { value: onlyJson || isJson(input) ? parseJson(input) : input, text: input };
}
