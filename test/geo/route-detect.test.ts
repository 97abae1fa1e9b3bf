import { readFileSync } from 'node:fs';
import * as flexible from '@here/flexpolyline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectRoute, Route, type RouteFormat } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { encodePolyline } from '../../src/geo/route-formats/polyline';
import { cities, cityRoute } from '../support/city-routes';
import { Random } from '../support/random';
import { isMissing, sharedData } from '../support/shared-data';

const pair = '121.46,31.23;121.47,31.23';
const text5 = encodePolyline(
  [
    { lng: 121.46, lat: 31.23 },
    { lng: 121.47, lat: 31.23 },
  ],
  5,
);

describe('detectRoute()', () => {
  const line = { type: 'LineString', coordinates: [[121.46, 31.23]] };
  const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: line }] };
  const told: readonly [string, unknown, RouteFormat, string | undefined][] = [
    ['a GPX file', '\uFEFF<?xml version="1.0"?>\n<gpx><trk/></gpx>', 'gpx', 'wgs84'],
    ['GeoJSON', line, 'geojson', undefined],
    ['GeoJSON that states its CRS', { ...collection, yizhan: { crs: 'bd09' } }, 'geojson', 'bd09'],
    [
      'what encode() writes',
      Route.from([[1, 2]], { crs: 'gcj02' }).encode({ format: 'geojson' }),
      'geojson',
      'gcj02',
    ],
    ['Amap', { status: '1', infocode: '10000', route: { paths: [] } }, 'amap', 'gcj02'],
    ['Amap v4', { errcode: 0, data: { paths: [] } }, 'amap', 'gcj02'],
    [
      'Tencent',
      { status: 0, result: { routes: [{ polyline: [31.23, 121.46] }] } },
      'tencent',
      'gcj02',
    ],
    ["Tencent's list", [31.23, 121.46, 100, -100], 'tencent', 'gcj02'],
    ['Baidu', { status: 0, result: { routes: [{ steps: [] }] } }, 'baidu', undefined],
    ['Google', { routes: [{ overview_polyline: { points: '' } }] }, 'polyline5', undefined],
    ['OSRM', { code: 'Ok', routes: [{ distance: 951, geometry: text5 }] }, 'polyline5', 'wgs84'],
    ['OSRM with GeoJSON', { code: 'Ok', routes: [{ geometry: line }] }, 'geojson', 'wgs84'],
    ['a polyline', text5, 'polyline5', undefined],
    ['a polyline in quotes', JSON.stringify(text5), 'polyline5', undefined],
    [
      'HERE',
      { routes: [{ sections: [{ polyline: 'BFoz5xJ67i1B1B7PzIhaxL7Y' }] }] },
      'flexible',
      'wgs84',
    ],
    ['a flexible polyline in China', 'BFwzz-Fg1qlXAw-B', 'flexible', undefined],
  ];

  it.each(told)('tells %s', (_, input, format, crs) => {
    for (const given of typeof input === 'string' ? [input] : [input, JSON.stringify(input)]) {
      const guess = detectRoute(given);
      expect(guess).toMatchObject({ format, crs, candidates: [format] });
      expect(Object.isFrozen(guess) && Object.isFrozen(guess.candidates)).toBe(true);
    }
  });

  const open: readonly [string, unknown, readonly RouteFormat[], string][] = [
    ['pairs', pair, ['amap', 'baidu'], 'state the CRS'],
    ['many pairs', `${pair};`.repeat(100_000), ['amap', 'baidu'], 'state the CRS'],
    [
      'a polyline elsewhere',
      '_p~iF~ps|U_ulLnnqC_mqNvxq`@',
      ['polyline5', 'polyline6'],
      'begins at',
    ],
    ['degrees throughout', [31.23, 121.46, 31.24, 121.47], ['tencent'], 'state the CRS'],
    ['an error', { status: 240, message: 'APP 服务被禁用' }, ['tencent', 'baidu'], '服务被禁用'],
    ['pairs with latitude first', '31.23,121.46;31.23,121.47', [], 'swapped'],
    ['positions', [[121.46, 31.23]], [], 'Route.from()'],
    ['a number or two', [31.23, 121.46], [], 'too short'],
    ['another XML', '<kml></kml>', [], 'not GPX'],
    ['a polygon', { type: 'Polygon', coordinates: [] }, [], 'without a line'],
    ['cut JSON', '{"routes":[', [], 'cut short, at character 12'],
    ['bad JSON', '{routes', [], 'not JSON, at character 2'],
    ['a word', 'hello', [], 'no format'],
    ['nothing', '', [], 'empty'],
    ['no text', 7, [], 'neither text nor JSON'],
    ['no input', undefined, [], 'neither text nor JSON'],
    ['another JSON', { trip: {} }, [], 'no provider'],
  ];

  it.each(open)('says what it cannot tell of %s', (_, input, candidates, words) => {
    const guess = detectRoute(input);
    expect(guess).toMatchObject({ format: undefined, crs: undefined, candidates });
    expect(guess.reason).toContain(words);
  });

  it('never throws, and takes no long look', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('trap');
        },
      },
    );
    expect(detectRoute(trap).format).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.anything({ withNullPrototype: true }), fc.string()), (input) => {
        const guess = detectRoute(input);
        expect(guess.format === undefined || guess.candidates.includes(guess.format)).toBe(true);
        expect(guess.reason).not.toBe('');
      }),
      { seed: 71, numRuns: 5_000 },
    );
    const started = performance.now();
    detectRoute(`${pair};`.repeat(1_000_000));
    detectRoute(text5.repeat(1_000_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

/** How often the guess is right, wrong, or left open. */
function judge(truth: RouteFormat, texts: readonly string[]) {
  const guesses = texts.map((text) => detectRoute(text));
  const right = guesses.filter(({ format }) => format === truth).length;
  const open = guesses.filter(({ format }) => format === undefined).length;
  const offered = guesses.every(
    ({ format, candidates }) => format !== undefined || candidates.includes(truth),
  );
  return { right, open, wrong: texts.length - right - open, offered };
}

describe('the guess of an encoded text', () => {
  const random = new Random(72);
  const some = 2_000;
  const lines = (place: () => LngLat, least: number, most: number) =>
    Array.from({ length: some }, () => cityRoute(random, place(), random.int(least, most)));
  const written = (routes: readonly LngLat[][]) => ({
    polyline5: routes.map((line) => encodePolyline(line, 5)),
    polyline6: routes.map((line) => encodePolyline(line, 6)),
    flexible: routes.map((line) =>
      flexible.encode({
        precision: random.pick([5, 6, 7]),
        polyline: line.map(({ lng, lat }) => [lat, lng]),
      }),
    ),
  });
  const formats = ['polyline5', 'polyline6', 'flexible'] as const;

  it.each([
    ['short', 2, 5],
    ['long', 50, 300],
  ] as const)('is right for every %s route in a city of China', (_, least, most) => {
    const texts = written(lines(() => random.pick(cities), least, most));
    for (const format of formats)
      expect(judge(format, texts[format])).toEqual({
        right: some,
        open: 0,
        wrong: 0,
        offered: true,
      });
  });

  it('is right or left open elsewhere', () => {
    const anywhere = () => ({ lng: random.between(-179, 179), lat: random.between(-60, 70) });
    const texts = written(lines(anywhere, 2, 100));
    // Measured: 131 told, those in China; with 5 and with 6 decimals the others are places on Earth.
    const five = judge('polyline5', texts.polyline5);
    expect(five).toMatchObject({ wrong: 0, offered: true });
    expect(five.right).toBeGreaterThan(100);
    // Measured: 1,970 told, as with 5 decimals they are no places on Earth.
    const six = judge('polyline6', texts.polyline6);
    expect(six).toMatchObject({ wrong: 0, offered: true });
    expect(six.right).toBeGreaterThan(0.97 * some);
    expect(judge('flexible', texts.flexible)).toMatchObject({ right: some });
  });

  it('takes a route with 6 decimals at the Gulf of Guinea for one in China, and says so', () => {
    const guess = detectRoute(encodePolyline(cityRoute(random, { lng: 11.5, lat: 3.9 }, 20), 6));
    expect(guess.format).toBe('polyline5');
    expect(guess.reason).toMatch(
      /in China: with 5 decimals it begins at .*, with 6 at lat 3\.\d+, lng 11/,
    );
  });

  it('is left open for nearly all words', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';
    const words = Array.from({ length: 10_000 }, () =>
      Array.from({ length: random.int(1, 40) }, () => random.pick([...letters])).join(''),
    );
    const taken = words.filter((word) => detectRoute(word).format !== undefined).length;
    // Measured: 154. Some words are coordinates by chance, and nothing in them tells.
    expect(taken).toBeLessThan(200);
  });
});

describe('recorded responses of Mapbox', () => {
  const folder = 'routes/mapbox-directions';

  it.skipIf(isMissing(folder)).each([
    ['directions_v5.json', 'polyline5', 'wgs84'],
    ['directions_v5_precision_6.json', 'polyline6', 'wgs84'],
    ['directions_v5_multiple_routes.json', 'polyline6', 'wgs84'],
    ['route1.geojson', 'geojson', undefined],
  ] as const)('%s: %s', (file, format, crs) => {
    const text = readFileSync(sharedData(`${folder}/${file}`), 'utf8');
    expect(detectRoute(text)).toMatchObject({ format, crs });
  });
});
