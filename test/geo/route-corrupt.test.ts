import { describe, expect, it } from 'vitest';
import {
  detectRoute,
  InvalidRouteError,
  isYizhanError,
  Route,
  type RouteFormat,
} from '../../src/core';
import { jsonFault } from '../../src/geo/route-formats/json-fault';
import { cities, cityRoute } from '../support/city-routes';
import { Random } from '../support/random';

const random = new Random(61);
const route = Route.from(cityRoute(random, cities[0]!, 12), { crs: 'gcj02' });
const six = route.positions.map(({ lng, lat }) => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
const list = six.map((pair) => pair.join(',')).join(';');
const encoded = route.encode({ format: 'polyline5' });

/** One valid text of each kind. */
const texts: readonly [RouteFormat, string][] = [
  ['polyline5', encoded],
  ['polyline6', route.encode({ format: 'polyline6' })],
  ['polyline5', JSON.stringify({ code: 'Ok', routes: [{ geometry: encoded }] })],
  ['geojson', JSON.stringify(route.encode({ format: 'geojson' }))],
  ['amap', list],
  ['baidu', JSON.stringify({ status: 0, result: { routes: [{ steps: [{ path: list }] }] } })],
  ['amap', JSON.stringify({ status: '1', route: { paths: [{ steps: [{ polyline: list }] }] } })],
  ['tencent', JSON.stringify([31.23, 121.46, 120, -45, 0, 300, -78, 12])],
  ['flexible', 'BFwzz-Fg1qlXAw-Bw-BA'],
  [
    'gpx',
    `<?xml version="1.0"?><gpx><trk><trkseg>${six
      .map(([lng, lat]) => `<trkpt lat="${lat}" lon='${lng}'><ele>4</ele></trkpt>`)
      .join('')}</trkseg></trk></gpx>`,
  ],
];

/** Reads it, or refuses it in one of our ways: a place in the text, or a shape that is not the one needed. */
function attempt(format: RouteFormat, text: string): 'read' | 'placed' | 'refused' {
  detectRoute(text);
  try {
    Route.decode(text, { format, crs: 'gcj02' });
    return 'read';
  } catch (error) {
    if (error instanceof InvalidRouteError) {
      if (error.character === undefined) return 'refused';
      expect(Number.isInteger(error.character), error.message).toBe(true);
      expect(error.character).toBeGreaterThanOrEqual(1);
      expect(error.character).toBeLessThanOrEqual(text.length + 1);
      return 'placed';
    }
    expect(isYizhanError(error), `${format}: ${text}: ${error}`).toBe(true);
    return 'refused';
  }
}

describe.each(texts)('%s: %s', (format, text) => {
  it('is read whole', () => {
    expect(attempt(format, text)).toBe('read');
  });

  it('cut anywhere, is read as far as it goes or refused at a character', () => {
    for (let length = 1; length < text.length; length++) {
      const start = text.slice(0, length);
      const bare = !/^[[{<]/.test(text);
      const outcome = attempt(format, start);
      if (!bare) expect(outcome, start).toBe('placed');
      else expect(['read', 'placed'], start).toContain(outcome);
    }
  });

  it('with a bit turned over, a character too many or too few, ends in one of our ways', () => {
    for (let i = 0; i < 1_000; i++) {
      const at = random.int(0, text.length - 1);
      const code = text.charCodeAt(at) ^ (1 << random.int(0, 7));
      const middle = random.pick([
        String.fromCharCode(code),
        '',
        text.charAt(at) + String.fromCharCode(random.int(0, 255)),
        random.pick(['"', '\\', '{', ']', ',', ';', '<', '>', '\uD800', '9'.repeat(400)]),
      ]);
      attempt(format, text.slice(0, at) + middle + text.slice(at + 1));
    }
  });
});

describe('JSON', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('is told from what is none as JSON.parse does, and the rest before the fault is its beginning', () => {
    const json = JSON.stringify({
      a: [1, -2.5e-7, true, false, null, 'x"\\\u0007é\ud83d\ude00/'],
      b: {},
      c: [[], [{}]],
    });
    const signs = [
      '"',
      '\\',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '-',
      '.',
      'e',
      't',
      ' ',
      '\n',
      '\t',
    ];
    for (let i = 0; i < 20_000; i++) {
      let text = json;
      for (let changes = random.int(1, 3); changes > 0; changes--) {
        const at = random.int(0, text.length);
        text = text.slice(0, at) + random.pick([...signs, '']) + text.slice(at + random.int(0, 2));
      }
      const fault = jsonFault(text);
      expect(fault === undefined, text).toBe(parses(text));
      expect(fault ?? 0).toBeLessThanOrEqual(text.length);
    }
  });

  it('may be nested as deep as it likes', () => {
    for (const open of ['[', '{"a":']) {
      const text = open.repeat(300_000);
      expect(jsonFault(text)).toBe(text.length);
      for (const format of ['geojson', 'amap', 'tencent', 'polyline5'] as const)
        attempt(format, text);
    }
  });
});

describe('hostile input', () => {
  it('is refused quickly, by the decoders and by detectRoute()', () => {
    const long = 300_000;
    const hostile = [
      '?'.repeat(long),
      '~'.repeat(long),
      '\\'.repeat(long),
      'B'.repeat(long),
      '1'.repeat(long),
      ' '.repeat(long),
      '1,'.repeat(long),
      ','.repeat(long),
      '<'.repeat(long),
      '<gpx '.repeat(long / 5),
      `<gpx${' '.repeat(long)}`,
      `<gpx ${'a'.repeat(long)}`,
      `<gpx a="${'a'.repeat(long)}`,
      `<gpx><trk><trkseg><trkpt lat="${'1'.repeat(long)}x" lon="1"/></trkseg></trk></gpx>`,
      `${';'.repeat(long)}1`,
      `1${';'.repeat(long)}`,
      `<gpx>${'<trkseg>'.repeat(long / 10)}`,
      `<gpx>${'<trk><trkseg/>'.repeat(long / 10)}`,
      '<!--'.repeat(long),
      '{"'.repeat(long),
      `"${'\\"'.repeat(long)}`,
      `{"type":"${'\\u0041'.repeat(long / 10)}`,
    ];
    const formats: readonly RouteFormat[] = [
      'geojson',
      'amap',
      'tencent',
      'polyline5',
      'flexible',
      'gpx',
    ];
    for (const text of hostile) {
      for (const format of formats) {
        const started = performance.now();
        expect(attempt(format, text)).not.toBe(undefined);
        expect(performance.now() - started, `${format}: ${text.slice(0, 12)}`).toBeLessThan(3_000);
      }
    }
  });
});
