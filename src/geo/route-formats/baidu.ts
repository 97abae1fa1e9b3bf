import { InvalidRouteError } from '../../errors';
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
 * Baidu's Web services: 路线规划 (direction/v2) and 轻量级路线规划 (directionlite/v1), driving, riding and
 * walking. BD-09 unless it was asked with ret_coordtype=gcj02, which the response does not repeat.
 */

const expected = '"lng,lat;lng,lat" or a response of Baidu with result.routes[].steps[].path';

export function baiduRoutes(source: RouteSource): Alternatives {
  const bare = bareText(source);
  if (bare !== undefined) return [() => decodeLngLatList(bare)];
  const { status, message, result } = membersOf(source.value);
  if (message !== undefined && String(status) !== '0') providerError('Baidu', message, status);
  const { routes } = membersOf(result);
  if (!Array.isArray(routes)) unreadable(expected, source.value);
  return routes.map((route, i) => () => {
    const steps = listOf(membersOf(route)['steps']);
    if (steps.length === 0)
      throw new InvalidRouteError(
        `routes[${i}] has no steps: directionlite gives them with steps_info=1`,
      );
    if (steps.some(Array.isArray))
      throw new InvalidRouteError('this is a route by public transport, not one to ride');
    return joinParts(
      steps.map((step, j) => {
        const { path } = membersOf(step);
        const member = `routes[${i}].steps[${j}].path`;
        if (typeof path !== 'string') unreadable(member, path);
        return decodeLngLatList(memberText(path, member, source.text));
      }),
    );
  });
}
