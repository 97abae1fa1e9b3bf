import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sampleRecords } from '../../src/cli/sample';
import { convert, type LngLat, type Station } from '../../src/core';
import { buildSite } from '../../src/publish/build/build-site';
import { serveSite } from '../../src/publish/serve/serve-site';
import { closestOnGeodesic, geodesicMeters, sphereMeters } from '../support/geodesic';
import { sampleSet } from '../support/sample-set';
import { setOf, signer } from '../support/sites';

/* examples/node-script: orders in, orders with stations out. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = 'examples/node-script/enrich.mjs';
const orders = readFileSync(join(root, 'examples/node-script/orders.csv'), 'utf8');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yizhan-orders-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Row = Record<string, string>;

function run(input: string | Buffer, ...flags: string[]) {
  return spawnSync('node', [script, '-', ...flags], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

function rowsOf(text: string): Row[] {
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** So many orders, from a file: the made-up ones over and over, but for those that are wrong. */
function manyOrders(count: number): string {
  const { data } = Papa.parse<string[]>(orders, { skipEmptyLines: true });
  const [header, ...rows] = data;
  const right = rows.filter((row) => !row.includes('这一行有错') && row.length === header!.length);
  const lines = Array.from({ length: count }, (_, i) => [
    `${i}`,
    ...right[i % right.length]!.slice(1),
  ]);
  const file = join(folder, `orders-${count}.csv`);
  writeFileSync(file, Papa.unparse([header!, ...lines]));
  return file;
}

const mean = 18_000 / 3_600_000;

/** What lies within 300 m of the route and is open when it is passed: every station measured with geodesics. */
function alongByHand(points: readonly LngLat[], departAt: number): Station[] {
  const set = sampleSet({ crs: 'gcj02' });
  const route = points.map((point) => convert(point, 'gcj02', 'wgs84'));
  const found: { station: Station; along: number }[] = [];
  for (const station of set.filter()) {
    const at = convert(station.position, 'gcj02', 'wgs84');
    if (sphereMeters(at, route[0]!) > 12_000) continue;
    let before = 0;
    let best = { along: 0, offset: Infinity };
    for (let i = 1; i < route.length; i++) {
      const { along, offset } = closestOnGeodesic(route[i - 1]!, route[i]!, at);
      if (offset < best.offset) best = { along: before + along, offset };
      before += geodesicMeters(route[i - 1]!, route[i]!);
    }
    const { state } = set.openingAt(station, departAt + best.along / mean);
    if (best.offset <= 300 && state === 'open') found.push({ station, along: best.along });
  }
  // Those beside the very start tie, but for what the search cannot tell: by id.
  const near = (along: number) => (along < 0.01 ? 0 : along);
  found.sort((a, b) => near(a.along) - near(b.along) || (a.station.id < b.station.id ? -1 : 1));
  return found.map(({ station }) => station);
}

describe('examples/node-script', () => {
  it('finds what trying every station finds', () => {
    const { stdout } = run(orders);
    const set = sampleSet({ crs: 'gcj02' });
    let [nearest, along] = [0, 0];
    for (const row of rowsOf(stdout)) {
      const place = (what: string) => ({ lng: +row[`${what}经度`]!, lat: +row[`${what}纬度`]! });
      const time = row['出发时间']!;
      const departAt = Date.parse(time.includes('T') ? time : `${time.replace(' ', 'T')}:00+08:00`);
      if (row['nearest_id']) {
        const from = convert(place('取餐'), 'gcj02', 'wgs84');
        const meters = set
          .filter()
          .filter((station) => set.openingAt(station, departAt).state === 'open')
          .map((station): [number, string] => [
            geodesicMeters(from, convert(station.position, 'gcj02', 'wgs84')),
            station.id,
          ]);
        const [least, id] = meters.reduce((a, b) => (b[0] < a[0] ? b : a));
        expect([row['nearest_id'], row['nearest_meters']]).toEqual([id, `${Math.round(least)}`]);
        nearest++;
      }
      if (row['along_count']) {
        const given = row['路线']!.split(';').map((pair) => pair.split(',').map(Number));
        const points = row['路线']
          ? given.map(([lng, lat]) => ({ lng: lng!, lat: lat! }))
          : [place('取餐'), place('送达')];
        const expected = alongByHand(points, departAt);
        const ids = [...row['along_first']!.matchAll(/sample-\d+-\d+/g)].map(([id]) => id);
        expect(row['along_count']).toBe(`${expected.length}`);
        expect(ids).toEqual(expected.slice(0, 3).map(({ id }) => id));
        along++;
      }
    }
    expect([nearest, along]).toEqual([8, 7]);
  });

  it('goes on after rows that are wrong, and says what is wrong with each', () => {
    const { stdout, stderr, status } = run(orders);
    const rows = rowsOf(stdout);
    expect(rows).toHaveLength(11);
    const problems = rows
      .filter(({ problem }) => problem)
      .map((row) => [row['取餐点'], row['problem']]);
    expect(problems).toEqual([
      ['经纬写反了', 'pick-up: lng 31.2304 and lat 121.4737 are swapped'],
      ['时间写错了', expect.stringContaining('got "2026-02-30 12:00"')],
      ['路线写错了', expect.stringContaining('expected the comma of vertex 2')],
      ['少了几格', expect.stringContaining('3 cells, the header has 9')],
    ]);
    expect(stderr).toContain('11 orders, 4 with a problem: see the last column');
    expect(status).toBe(1);
    // The cells that came are the cells that go, line breaks and quotes in them included.
    const came = rowsOf(orders);
    for (const [i, row] of came.entries()) {
      for (const [name, value] of Object.entries(row)) expect(rows[i]![name]).toBe(value);
    }
  });

  it('reads what Chinese Excel saves: GB18030, and UTF-8 with a mark', () => {
    const { stdout } = run(orders);
    expect(stdout.startsWith('\uFEFF订单号')).toBe(true);
    expect(run(iconv.encode(orders, 'gb18030')).stdout).toBe(stdout);
    expect(run(`\uFEFF${orders}`).stdout).toBe(stdout);
    // English for longer than any part that a pipe brings, then a character cut in two.
    const ascii = `${orders.split('\n')[1]}\n`.replace(/[^\0-\x7f]/g, 'x').repeat(2_000);
    const header = 'id,name,pickup_lng,pickup_lat,dropoff_lng,dropoff_lat,route,depart_at,note\n';
    const late = header + ascii + orders.slice(orders.indexOf('\n') + 1);
    const { stdout: fromUtf8 } = run(late);
    expect(fromUtf8).toContain('云南南路面馆');
    expect(run(iconv.encode(late, 'gb18030')).stdout).toBe(fromUtf8);
  });

  it('refuses what holds no orders, and wrong use, with 2', () => {
    for (const [input, said] of [
      ['', 'there is no header'],
      ['a,b\n1,2\n', 'the header has no column pickup_lng or 取餐经度'],
    ] as const) {
      const { stdout, stderr, status } = run(input);
      expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
      expect(stderr).toContain(said);
    }
    expect(run(orders, '--nonsense').status).toBe(2);
    expect(run(orders, '--data', 'no-such-file').status).toBe(2);
  });

  it('answers from a file of stations', () => {
    const file = join(folder, 'stations.geojson');
    const feature = {
      type: 'Feature',
      id: 'only',
      geometry: { type: 'Point', coordinates: [121.4737, 31.2304] },
      properties: { name: '=HYPERLINK("x")', hours: '24/7' },
    };
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    const [row] = rowsOf(run(orders, '--data', file).stdout);
    expect(row).toMatchObject({ nearest_id: 'only', nearest_name: '\'=HYPERLINK("x")' });
  });

  it("answers from a publisher's site, and refuses one that somebody else signed", async () => {
    const site = join(folder, 'site');
    const key = await signer(1);
    await buildSite(setOf(sampleRecords()), site, { dataset: 'sample', keys: [key] });
    const server = await serveSite(site, { port: 0 });
    onTestFinished(() => server.close());
    const answer = async (keys: string) => {
      const flags = ['--source', `${server.url}manifest.json`, '--keys', keys];
      // Not awaited in one go: this process serves the site meanwhile.
      const child = spawn('node', [script, 'examples/node-script/orders.csv', ...flags], {
        cwd: root,
        env: { ...process.env, XDG_CACHE_HOME: join(folder, `cache-${keys}`) },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
      const status = await new Promise((resolve) => child.on('close', resolve));
      return { stdout, stderr, status };
    };
    expect(await answer(key.publicKey)).toMatchObject({ stdout: run(orders).stdout, status: 1 });
    const refused = await answer((await signer(2)).publicKey);
    expect(refused).toMatchObject({ stdout: '', status: 2 });
    expect(refused.stderr).toContain('None of the pinned keys has signed');
  });

  it('ends quietly when the pipe is closed early, and says when it cannot write', () => {
    const file = manyOrders(30_000);
    const sh = (command: string) =>
      spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8' });
    const { stdout, stderr } = sh(
      `node ${script} "${file}" | head -n 1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
    );
    expect(stdout).toBe('0\n');
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringContaining('made-up sample')]);
    const full = sh(`node ${script} "${file}" > /dev/full`);
    expect(full.status).toBe(3);
    expect(full.stderr.match(/cannot write/g)).toHaveLength(1);
  });

  it('leaves whole lines when it is interrupted, and says how many', async () => {
    const file = manyOrders(300_000);
    const child = spawn('node', [script, file], { cwd: root });
    const parts: Buffer[] = [];
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.stdout.on('data', (part: Buffer) => {
      if (parts.push(part) === 5) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    const text = Buffer.concat(parts).toString();
    const rows = rowsOf(text);
    expect(code).toBe(130);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(300_000);
    for (const { problem } of rows) expect(problem).toBe('');
    expect(said).toContain(`interrupted after ${rows.length.toLocaleString('en')} orders`);
  });

  // Others have a `script` of their own, with other flags.
  it.skipIf(process.platform !== 'linux')(
    'shows how far it is on a terminal, and nowhere else',
    () => {
      const file = manyOrders(20_000);
      const out = join(folder, 'terminal.csv');
      const command = `node ${script} "${file}" > "${out}"`;
      const shown = spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(shown.stdout).toMatch(/\r[\d,]+ orders, [\d,]+ a second, \d+ %/);
      expect(readFileSync(out, 'utf8')).not.toMatch(/a second/);
      const { stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' });
      expect(stderr).not.toMatch(/a second|\r/);
    },
  );

  it('needs no more memory for ten times as many orders', () => {
    const meter = join(folder, 'meter.cjs');
    writeFileSync(
      meter,
      "process.on('exit', () => console.error('MEMORY', process.resourceUsage().maxRSS));",
    );
    const [few, many] = [10_000, 100_000].map((count) => {
      const file = manyOrders(count);
      const { stderr } = spawnSync(
        'sh',
        ['-c', `node -r "${meter}" ${script} "${file}" > /dev/null`],
        {
          cwd: root,
          encoding: 'utf8',
        },
      );
      return { size: statSync(file).size, kilobytes: Number(/MEMORY (\d+)/.exec(stderr)?.[1]) };
    });
    expect(many!.size).toBeGreaterThan(9 * few!.size);
    // What is in the file and out of it would take 60 MB and more.
    expect(many!.kilobytes - few!.kilobytes).toBeLessThan(50_000);
  });
});
