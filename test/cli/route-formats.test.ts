import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Crs, convert, type LngLat, Route } from '../../src/core';
import { yizhan } from '../support/cli';

/* `yizhan along` with routes as providers give them. */

const vertices: readonly LngLat[] = [
  { lng: 121.4401, lat: 31.2202 },
  { lng: 121.4703, lat: 31.2304 },
  { lng: 121.5005, lat: 31.2406 },
];
const inCrs = (crs: Crs) => vertices.map((vertex) => convert(vertex, 'gcj02', crs));
const pairs = (crs: Crs) => inCrs(crs).map(({ lng, lat }) => `${lng},${lat}`);
const polyline = (crs: Crs, format: 'polyline5' | 'polyline6') =>
  Route.from(inCrs(crs), { crs }).encode({ format });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-routes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, 'route');
  writeFileSync(path, content);
  return path;
}

async function idsAlong(content: string, ...flags: string[]) {
  const { code, out, err } = await yizhan(['along', file(content), '-f', 'json', ...flags]);
  const hits = code === 2 ? [] : (JSON.parse(out) as { station: { id: string } }[]);
  return { ids: hits.map((hit) => hit.station.id), err, code };
}

const amapResponse = JSON.stringify({
  status: '1',
  infocode: '10000',
  route: {
    paths: [
      {
        steps: [
          { polyline: pairs('gcj02').slice(0, 2).join(';') },
          { polyline: pairs('gcj02').slice(1).join(';') },
        ],
      },
    ],
  },
});
const gpx = `<gpx version="1.1"><trk><trkseg>${inCrs('wgs84')
  .map(({ lng, lat }) => `<trkpt lat="${lat}" lon="${lng}"/>`)
  .join('')}</trkseg></trk></gpx>`;

describe('yizhan along', () => {
  it('finds the same along a route in every format that says what it is', async () => {
    const { ids } = await idsAlong(
      JSON.stringify({
        type: 'LineString',
        coordinates: vertices.map(({ lng, lat }) => [lng, lat]),
      }),
    );
    expect(ids.length).toBeGreaterThan(10);
    expect((await idsAlong(amapResponse)).ids).toEqual(ids);
    expect((await idsAlong(amapResponse)).err).toContain('route: amap, 6.2 km, in gcj02\n');
    expect((await idsAlong(gpx)).ids).toEqual(ids);
    expect((await idsAlong(gpx)).err).toContain('in wgs84\n');
    expect((await idsAlong(pairs('bd09').join(';'), '--route-format', 'baidu')).ids).toEqual(ids);
    // To 1 m: what is at the very edge may differ.
    const rounded = await idsAlong(polyline('wgs84', 'polyline5'), '--route-crs', 'wgs84');
    expect(rounded.ids.filter((id) => !ids.includes(id)).length).toBeLessThan(3);
  });

  it('says what it took the route to be in when nothing said so', async () => {
    const { err } = await idsAlong(pairs('gcj02').join(';'));
    expect(err).toContain('in gcj02, like the stations (--route-crs says otherwise)');
  });

  it('asks for the format when it cannot tell', async () => {
    const { code, err } = await idsAlong('_p~iF~ps|U_ulLnnqC_mqNvxq`@');
    expect(code).toBe(2);
    expect(err).toContain('pass --route-format polyline5 or polyline6');
  });

  it('names the file and the character where it is cut short', async () => {
    const { code, err } = await idsAlong(amapResponse.slice(0, 60));
    expect(code).toBe(2);
    expect(err).toMatch(/Cannot read ".*route": .*at character 61/);
    const list = await idsAlong('121.44,31.22;121.4x,31.23', '--route-format', 'amap');
    expect(list.err).toMatch(/Cannot read ".*route": .*at character \d+/);
  });

  it("quotes a provider's refusal", async () => {
    const { err } = await idsAlong('{"status":"0","info":"INVALID_USER_KEY","infocode":"10001"}');
    expect(err).toContain('INVALID_USER_KEY');
  });

  it('refuses a format and an alternative that do not exist', async () => {
    expect((await idsAlong('1,2;3,4', '--route-format', 'gpxx')).err).toContain(
      'did you mean gpx?',
    );
    const { code, err } = await idsAlong(amapResponse, '--route-index', '1');
    expect(code).toBe(2);
    expect(err).toContain('Invalid --route-index: expected 0 (there is 1 route), got 1');
  });

  it('reads standard input once', async () => {
    const { code, err } = await yizhan(['along', '-', '--data', '-']);
    expect(code).toBe(2);
    expect(err).toContain('the route or the stations, not both');
  });
});
