import { InvalidRouteError } from '../../errors';
import type { LngLat } from '../position';
import { bareText, memberText } from './encoded';
import { decodeLngLatList } from './lng-lat-list';
import { joinParts } from './points';
import {
  type Alternatives,
  listOf,
  membersOf,
  providerError,
  type RouteSource,
  unreadable,
} from './response';

/*
 * Amap's Web services: 路径规划 (v3 driving and walking, v4 bicycling and truck) and 路径规划 2.0 (v5 driving,
 * walking, bicycling and electrobike). Each step has its own points; its `tmcs` repeat them by traffic.
 */

const expected = '"lng,lat;lng,lat" or a response of Amap with route.paths or data.paths';

export function amapRoutes(source: RouteSource): Alternatives {
  const bare = bareText(source);
  if (bare !== undefined) return [() => decodeLngLatList(bare)];
  const { status, info, infocode, errcode, errmsg, errdetail, ...rest } = membersOf(source.value);
  if (info !== undefined && String(status) !== '1') providerError('Amap', info, infocode);
  if (errcode !== undefined && String(errcode) !== '0')
    providerError('Amap', errmsg, errdetail, errcode);
  const data = membersOf(rest['data']);
  const { paths, transits } = membersOf(rest['route'] ?? data['route'] ?? data);
  if (Array.isArray(transits))
    throw new InvalidRouteError('this is a route by public transport, not one to ride');
  if (!Array.isArray(paths)) unreadable(expected, source.value);
  return paths.map((path, i) => () => readPath(path, `paths[${i}]`, source.text));
}

function readPath(path: unknown, member: string, response: string | undefined): LngLat[] {
  const steps = listOf(membersOf(path)['steps']).map((step) => pointsOf(step));
  if (!steps.some((points) => points !== undefined)) {
    throw new InvalidRouteError(
      `${member} has no polyline in its steps: v5 gives it when asked with show_fields=polyline`,
    );
  }
  return joinParts(
    steps.map((points, i) => {
      const name = `${member}.steps[${i}].polyline`;
      if (points === undefined) unreadable(name, points);
      return decodeLngLatList(memberText(points, name, response));
    }),
  );
}

/** Amap writes an empty text as an empty list. */
function pointsOf(step: unknown): string | undefined {
  const { polyline } = membersOf(step);
  if (Array.isArray(polyline) && polyline.length === 0) return '';
  return typeof polyline === 'string' ? polyline : undefined;
}
