import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { buildSite, importStations, reportHtml, StationSet, writeNewKey } from 'yizhan/publish';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const week = 7 * 86_400_000;

/**
 * Two weeks of a publisher's life, with made-up stations: a sheet is imported and published; a week later it comes back, with
 * stations added, removed and changed, and with mistakes in it.
 *
 * @param folder empty, to make it in
 * @returns `site`, `report`, and the public keys
 */
export async function makeSample(folder, { now = Date.now() } = {}) {
  const key = await writeNewKey(join(folder, 'key.json'));
  const site = join(folder, 'site');
  const first = readSheet();
  const second = editSheet(first);
  let report;
  let previous;
  for (const [rows, time] of [
    [first, now - week],
    [second, now],
  ]) {
    const sheet = join(folder, `stations-${rows === first ? 1 : 2}.csv`);
    const out = join(folder, `stations-${rows === first ? 1 : 2}.geojson`);
    writeFileSync(sheet, Papa.unparse(rows));
    // The second time, an office's own sheet comes with it: a title, a total, positions swapped or missing.
    const sheets = rows === first ? [sheet] : [sheet, here('../huangpu.csv')];
    const today = new Date(time).toISOString().slice(0, 10);
    ({ report } = await importStations(sheets, { crs: 'gcj02', out, previous, today }));
    const set = StationSet.fromGeoJson(JSON.parse(readFileSync(out, 'utf8')), { crs: 'gcj02' });
    await buildSite(set, site, { dataset: 'shanghai-sample', keys: [key], publishedAt: time });
    previous = out;
  }
  const page = join(folder, 'report.html');
  const title = '上海示例数据（虚构）';
  writeFileSync(page, [...reportHtml(report, { title, generatedAt: new Date(now) })].join(''));
  return { site, report: page, keys: [key.publicKey] };
}

/** The made-up stations as a sheet. */
function readSheet() {
  const text = execFileSync('node', [here('../../dist/cli.js'), 'list', '-q', '--format', 'csv'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const rows = Papa.parse(text, { header: true, skipEmptyLines: true }).data;
  // Long ago by now, and still on the list.
  for (const row of everyNth(rows, 61, 7)) row.verifiedAt = '2025-03-14';
  return rows;
}

/** What a week brings: mostly nothing, and here and there a change. */
function editSheet(rows) {
  const gone = new Set(everyNth(rows, 211, 5));
  const next = rows.filter((row) => !gone.has(row)).map((row) => ({ ...row }));
  for (const row of everyNth(next, 173, 11)) row.hours = 'Mo-Su 07:00-21:00';
  for (const row of everyNth(next, 239, 17)) row.services = addTo(row.services, 'battery-swap');
  for (const row of everyNth(next, 307, 23)) row.lng = (Number(row.lng) + 0.0012).toFixed(6);
  for (const row of everyNth(next, 401, 29)) row.status = 'suspended';
  for (const row of everyNth(next, 89, 31)) row.verifiedAt = '';
  const opened = everyNth(rows, 317, 41).map((row, i) => ({
    ...row,
    id: `sample-new-${i + 1}`,
    name: `新开驿站${i + 1}号`,
    lat: (Number(row.lat) + 0.0021).toFixed(6),
  }));
  return [...next, ...opened];
}

function everyNth(rows, n, from) {
  return rows.filter((_, i) => i % n === from);
}

function addTo(list, code) {
  const codes = list.split(';').filter(Boolean);
  return codes.includes(code) ? list : [...codes, code].join(';');
}
