import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  InvalidGeoJsonError,
  InvalidOptionError,
  InvalidRouteError,
  Route,
  type RouteFormat,
} from '../../src/core';
import { encodePolyline } from '../../src/geo/route-formats/polyline';
import { a, b, c, decode, list, refusal } from '../support/decode-route';
import { isMissing, sharedData } from '../support/shared-data';

/*
 * Responses made by hand after the providers' documents, with invented coordinates: two steps that meet
 * at b, and an alternative from c to a.
 */
const pairs = (...points: { lng: number; lat: number }[]) =>
  points.map(({ lng, lat }) => [lng, lat]);

interface Case {
  readonly of: string;
  readonly format: RouteFormat;
  readonly response: object;
}

function osrm(format: RouteFormat, encode: (...points: { lng: number; lat: number }[]) => unknown) {
  const route = (overview: unknown, steps: unknown[]) => ({
    distance: 2064,
    geometry: overview,
    legs: [{ steps: steps.map((geometry) => ({ geometry, mode: 'cycling' })) }],
  });
  const routes = [
    // The step of the arrival is the same point twice.
    route(encode(a, c), [encode(a, b), encode(b, c), encode(c, c)]),
    route(encode(c, a), []),
  ];
  const { legs } = routes[0]!;
  return [
    { of: 'OSRM HTTP API: route', format, response: { code: 'Ok', routes, waypoints: [] } },
    {
      of: 'OSRM HTTP API: route, overview=false',
      format,
      response: { code: 'Ok', routes: [{ legs }, routes[1]] },
    },
  ];
}

const polyline5 = (...points: { lng: number; lat: number }[]) => encodePolyline(points, 5);
const amapSteps = [
  { instruction: '骑行', polyline: list(a, b), tmcs: [{ polyline: list(c, a) }] },
  { instruction: '右转', polyline: list(b, c) },
];
const amapPaths = [{ steps: amapSteps }, { steps: [{ polyline: list(c, a) }] }];
const baiduSteps = [{ path: list(a, b) }, { path: list(b, c) }];

const cases: readonly Case[] = [
  {
    of: 'Amap 路径规划 v3 driving',
    format: 'amap',
    response: { status: '1', info: 'OK', infocode: '10000', route: { paths: amapPaths } },
  },
  {
    of: 'Amap 路径规划 2.0 v5 electrobike',
    format: 'amap',
    response: { status: '1', info: 'OK', count: '2', route: { origin: '1,2', paths: amapPaths } },
  },
  {
    of: 'Amap 路径规划 v4 bicycling',
    format: 'amap',
    response: { errcode: 0, errmsg: 'OK', errdetail: null, data: { paths: amapPaths } },
  },
  {
    of: 'Amap 货车路径规划 v4 truck',
    format: 'amap',
    response: { errcode: 0, data: { route: { paths: amapPaths } } },
  },
  {
    of: 'Tencent 路线规划 direction/v1 ebicycling',
    format: 'tencent',
    response: {
      status: 0,
      message: 'query ok',
      result: {
        routes: [
          { mode: 'EBICYCLING', polyline: [31.23, 121.46, 0, 10_000, 10_000, 0], steps: [] },
          { polyline: [31.24, 121.47, -10_000, -10_000] },
        ],
      },
    },
  },
  {
    of: 'Baidu 骑行路线规划 direction/v2 riding',
    format: 'baidu',
    response: {
      status: 0,
      message: '成功',
      type: 2,
      result: { routes: [{ steps: baiduSteps }, { steps: [{ path: list(c, a) }] }] },
    },
  },
  {
    of: 'Google Directions API',
    format: 'polyline5',
    response: {
      status: 'OK',
      routes: [
        {
          overview_polyline: { points: polyline5(a, c) },
          legs: [
            {
              steps: [
                { polyline: { points: polyline5(a, b) } },
                { polyline: { points: polyline5(b, c) } },
              ],
            },
          ],
        },
        { overview_polyline: { points: polyline5(c, a) } },
      ],
    },
  },
  {
    of: 'Google Routes API computeRoutes',
    format: 'polyline5',
    response: {
      routes: [
        { polyline: { encodedPolyline: polyline5(a, b, c) } },
        { polyline: { encodedPolyline: polyline5(c, a) } },
      ],
    },
  },
  {
    of: 'HERE Routing API v8',
    format: 'flexible',
    response: {
      routes: [
        {
          sections: [{ polyline: 'BFwzz-Fg1qlXAw-B' }, { polyline: 'BFwzz-FwzslXw-BA' }],
        },
        { sections: [{ polyline: 'BFgy1-FwzslXv-Bv-B' }] },
      ],
    },
  },
  ...osrm('polyline5', polyline5),
  ...osrm('polyline6', (...points) => encodePolyline(points, 6)),
  ...osrm('geojson', (...points) => ({ type: 'LineString', coordinates: pairs(...points) })),
];

describe.each(cases)('$of as $format', ({ format, response }) => {
  it('gives its best route, the steps joined without doubled points', () => {
    expect(decode(response, format)).toEqual([a, b, c]);
    expect(decode(JSON.stringify(response, null, 2), format)).toEqual([a, b, c]);
    expect(decode(`\uFEFF${JSON.stringify(response)}\n`, format)).toEqual([a, b, c]);
  });

  it('gives another by its number', () => {
    expect(decode(response, format, 1)).toEqual([c, a]);
    for (const route of [2, -1, 0.5, Number.NaN, '1'])
      expect(() => decode(response, format, route as number)).toThrow(InvalidOptionError);
    expect(() => decode(response, format, 2)).toThrow('0 to 1 (there are 2 routes)');
  });
});

describe('what a response lacks', () => {
  const refusals: readonly [string, RouteFormat, object, string][] = [
    [
      'an Amap key',
      'amap',
      { status: '0', info: 'INVALID_USER_KEY', infocode: '10001' },
      'INVALID_USER_KEY',
    ],
    ['an Amap v4 key', 'amap', { errcode: 10001, errmsg: 'INVALID_USER_KEY' }, 'INVALID_USER_KEY'],
    [
      'a polyline of Amap v5',
      'amap',
      { route: { paths: [{ steps: [{}] }] } },
      'show_fields=polyline',
    ],
    ['a way to ride', 'amap', { route: { transits: [] } }, 'public transport'],
    ['a Tencent key', 'tencent', { status: 311, message: 'key格式错误' }, 'key格式错误'],
    ['a Baidu service', 'baidu', { status: 240, message: 'APP 服务被禁用' }, 'APP 服务被禁用'],
    ['steps of directionlite', 'baidu', { status: 0, result: { routes: [{}] } }, 'steps_info=1'],
    [
      'a way of OSRM',
      'polyline5',
      { code: 'NoRoute', message: 'Impossible route' },
      'Impossible route',
    ],
    [
      'a Mapbox token',
      'polyline6',
      { message: 'Not Authorized - Invalid Token' },
      'Not Authorized',
    ],
    [
      'a Google result',
      'polyline5',
      { status: 'REQUEST_DENIED', error_message: 'no key' },
      'no key',
    ],
    [
      'a Google Routes field',
      'polyline5',
      { error: { code: 400, message: 'FieldMask' } },
      'FieldMask',
    ],
    ['an OSRM geometry', 'polyline5', { code: 'Ok', routes: [{ legs: [] }] }, 'overview=full'],
    [
      'a HERE key',
      'flexible',
      { error: 'Unauthorized', error_description: 'apiKey invalid' },
      'apiKey invalid',
    ],
    [
      'a HERE route',
      'flexible',
      { routes: [], notices: [{ title: 'No route found' }] },
      'No route found',
    ],
    ['a HERE polyline', 'flexible', { routes: [{ sections: [{}] }] }, 'return=polyline'],
  ];

  it.each(refusals)('%s', (_, format, response, words) => {
    for (const input of [response, JSON.stringify(response)]) {
      expect(() => decode(input, format)).toThrow(InvalidRouteError);
      expect(() => decode(input, format)).toThrow(words);
    }
  });

  it('a route at all', () => {
    expect(() => decode({ status: '1', route: { paths: [] } }, 'amap')).toThrow('holds no route');
    expect(() => decode({ code: 'Ok', routes: [] }, 'polyline5')).toThrow('holds no route');
  });

  it('GeoJSON, when asked for it', () => {
    const response = { code: 'Ok', routes: [{ geometry: polyline5(a, b) }] };
    expect(() => decode(response, 'geojson')).toThrow('polyline5 or polyline6');
  });

  it('the shape of a response, or any', () => {
    const formats = [
      'amap',
      'tencent',
      'baidu',
      'polyline5',
      'polyline6',
      'flexible',
      'gpx',
    ] as const;
    for (const format of formats) {
      for (const input of [null, undefined, 7, true, {}, { routes: 'x' }, { route: 7 }, () => 1]) {
        expect(() => decode(input, format), `${format} ${String(input)}`).toThrow(
          InvalidRouteError,
        );
      }
      expect(() => decode('', format)).toThrow(
        `the text is empty; expected a route in the format ${format}`,
      );
    }
    expect(() => decode(' \n', 'geojson')).toThrow(InvalidRouteError);
    expect(() => decode({ routes: 'x' }, 'geojson')).toThrow();
    expect(() => decode({}, 'geojson')).toThrow(InvalidGeoJsonError);
  });

  it("the right provider: another's response is not taken for an error of this one", () => {
    const ours = cases.filter(({ format }) => ['amap', 'tencent', 'baidu'].includes(format));
    for (const { format, response } of ours) {
      for (const other of ['amap', 'tencent', 'baidu', 'polyline5', 'flexible'] as const) {
        if (other === format) continue;
        const error = refusal(response, other);
        expect(error.message).not.toContain('answered with an error');
      }
    }
  });

  it('steps that are empty, as Amap writes them', () => {
    const steps = [
      { polyline: list(a, b) },
      { polyline: [] },
      { polyline: '' },
      { polyline: list(b, c) },
    ];
    expect(decode({ route: { paths: [{ steps }] } }, 'amap')).toEqual([a, b, c]);
    expect(() => decode({ route: { paths: [{ steps: [steps[0], {}] }] } }, 'amap')).toThrow(
      'paths[0].steps[1].polyline',
    );
  });
});

describe('OSRM match', () => {
  it('joins the pieces of the trace', () => {
    const matchings = [{ geometry: polyline5(a, b) }, { geometry: polyline5(b, c) }];
    expect(decode({ code: 'Ok', matchings }, 'polyline5')).toEqual([a, b, c]);
  });
});

describe('points within a step', () => {
  it('stay, also where they repeat', () => {
    expect(decode(list(a, a, b, a, a), 'amap')).toEqual([a, a, b, a, a]);
  });
});

describe('recorded responses of Mapbox', () => {
  const folder = 'routes/mapbox-directions';
  const read = (file: string) => readFileSync(sharedData(`${folder}/${file}`), 'utf8');

  it.skipIf(isMissing(folder)).each([
    ['directions_v5.json', 'polyline5', 0, 78_168.7, 78_173],
    ['directions_v5_precision_6.json', 'polyline6', 0, 78_168.7, 78_170],
    ['directions_v5_multiple_routes.json', 'polyline6', 0, 3_772.1, 3_764],
    ['directions_v5_multiple_routes.json', 'polyline6', 1, 3_910.1, 3_905],
  ] as const)(
    '%s, %s, route %i: states %f m, decodes to %i m',
    (file, format, which, stated, decoded) => {
      const route = Route.decode(read(file), { format, crs: 'wgs84', route: which });
      // Mapbox measures its own graph, not the line it draws: up to 0.3 % apart. On a sphere 3,764 would be 3,762.
      expect(Math.abs(route.lengthMeters - decoded)).toBeLessThan(1);
      expect(Math.abs(route.lengthMeters / stated - 1)).toBeLessThan(0.005);
    },
  );
});
