import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StationRecord } from '../../src/core';
import { buildSite } from '../../src/publish/build/build-site';
import { reportHtml } from '../../src/publish/report';
import { sampleReport } from '../publish/report/sample-report';
import { dayOne, recordsIn, setOf, signer } from '../support/sites';
import { type Board, startBoard } from './board';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* examples/publisher-board: a site made with the publisher's tools, looked at in Chromium. */

const nasty = '<img src=x onerror="pwned=1"><script>pwned=1</script>';
const today = '2026-12-01';

/** What was done to the first version to make the second. */
const made = {
  added: ['new-1', 'new-2'],
  removed: ['sample-310101-0003', 'sample-310106-0010'],
  changed: {
    'sample-310101-0020': 'hours',
    'sample-310106-0030': 'position',
    'sample-310106-0031': 'services',
  },
};

function firstRecords(): StationRecord[] {
  return recordsIn('310101', '310106');
}

function secondRecords(): StationRecord[] {
  const kept = firstRecords().filter(({ id }) => !made.removed.includes(id));
  const change = (record: StationRecord): StationRecord => {
    if (record.id === 'sample-310101-0020') return { ...record, hours: 'Mo-Su 06:10-22:20' };
    if (record.id === 'sample-310106-0030') return { ...record, position: [121.4411, 31.2311] };
    if (record.id === 'sample-310106-0031')
      return { ...record, services: ['battery-swap', 'water'] };
    return record;
  };
  const brought = made.added.map((id, i) => ({
    ...kept[i]!,
    id,
    name: i === 0 ? nasty : '=1+1',
    verifiedAt: i === 0 ? '2025-11-30' : '2025-12-01',
  }));
  return [...kept.map(change), ...brought];
}

describe.skipIf(chromiumPath === undefined)("the publisher's board in a browser", () => {
  let chromium: RunningChromium;
  let folder: string;
  let site: string;
  let publicKey: string;
  let board: Board;
  let page: Page;
  let requests: string[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yizhan-board-test-'));
    site = join(folder, 'site');
    const key = await signer(1);
    publicKey = key.publicKey;
    const options = { dataset: 'two-districts', packs: 'district', keys: [key] } as const;
    await buildSite(setOf(firstRecords()), site, { ...options, publishedAt: dayOne });
    await buildSite(setOf(secondRecords()), site, { ...options, publishedAt: dayOne + 86_400_000 });
    const report = join(folder, 'report.html');
    const parts = reportHtml(sampleReport({ rows: 5, findings: 6 }), {
      title: '两个区的导入',
      generatedAt: new Date(dayOne),
    });
    writeFileSync(report, [...parts].join(''));
    chromium = await startChromium();
    board = await startBoard(site, '--keys', publicKey, '--report', report, '--today', today);
  });
  afterAll(async () => {
    await board?.close();
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => page?.close());

  async function open(url = board.url, locale = 'en'): Promise<void> {
    page = await chromium.context.newPage();
    requests = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(url);
    await page.locator('#loading').waitFor({ state: 'hidden' });
    await page.locator(`[data-locale=${locale}]`).click();
  }

  /** A board of its own, for this test. */
  async function openBoard(...words: string[]): Promise<void> {
    const own = await startBoard(...words);
    onTestFinished(() => own.close());
    await open(own.url);
  }

  const text = async (selector: string) => (await page.locator(selector).textContent())!;
  const idsShown = () =>
    page
      .locator('#change-list > li')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-id')));

  async function changesOf(sort: string): Promise<(string | null)[]> {
    await page.locator(`[data-sort=${sort}]`).click();
    while (await page.locator('#more-changes').isVisible())
      await page.locator('#more-changes').click();
    return idsShown();
  }

  /** The file that the button saves. */
  async function save(): Promise<string> {
    const downloadPath = mkdtempSync(join(folder, 'saved-'));
    const session = await page.context().newCDPSession(page);
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath });
    await page.locator('#csv').click();
    return vi.waitFor(
      () => readFileSync(join(downloadPath, `unverified-${today}.csv`), 'utf8'),
      10_000,
    );
  }

  it('shows the changes that were made, and no others', async () => {
    await open();
    expect(await changesOf('added')).toEqual(made.added);
    expect(await changesOf('removed')).toEqual(made.removed);
    expect(await changesOf('changed')).toEqual(Object.keys(made.changed));
    const item = (id: string) => page.locator(`#change-list [data-id=${id}] dl`).textContent();
    const hours = firstRecords().find(({ id }) => id === 'sample-310101-0020')!.hours;
    expect(await item('sample-310101-0020')).toBe(`Hours${hours} → Mo-Su 06:10-22:20`);
    expect(await item('sample-310106-0030')).toMatch(
      /^Position121\.\d{6}, 31\.\d{6} → 121\.441100, 31\.231100$/,
    );
    expect(await item('sample-310106-0031')).toMatch(
      /^Servicesplace to rest, phone charging → battery swap$/,
    );
    await page.locator('#from').selectOption('2');
    await page.getByText('nothing to compare').waitFor();
    expect(await idsShown()).toEqual([]);
    await page.locator('#to').selectOption('1');
    await page.locator('[data-sort=added] b').getByText('2', { exact: true }).waitFor();
    expect(await changesOf('added')).toEqual(made.removed);
  });

  it('finds a change by name or id', async () => {
    await open();
    await page.locator('#search').fill('310106-0031');
    expect(await idsShown()).toEqual(['sample-310106-0031']);
  });

  it('shows what the versions are and weigh', async () => {
    await open();
    const rows = await page
      .locator('#version-table tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8'));
    const payload = JSON.parse(Buffer.from(manifest.payload, 'base64').toString());
    const weigh = (paths: string[]) =>
      paths.reduce((sum, path) => sum + statSync(join(site, path)).size, 0);
    const snapshots = weigh(
      payload.packs.map((pack: { snapshot: { path: string } }) => pack.snapshot.path),
    );
    const deltas = weigh(readdirSync(join(site, 'deltas')).map((name) => `deltas/${name}`));
    const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
    expect(deltas).toBeLessThan(1000);
    expect(rows.map(([sequence, , , packs, count]) => [sequence, packs, count])).toEqual([
      ['2', '310101, 310106', secondRecords().length.toLocaleString('en')],
      ['1', '310101, 310106', firstRecords().length.toLocaleString('en')],
    ]);
    expect(rows[0]![1]).toBe('2026-11-25 08:00 UTC');
    expect(rows[0]![5]).toBe(kilo(snapshots));
    expect(rows[0]![6]).toBe(`from 1: ${deltas} B`);
    expect(rows.map((row) => row[7])).toEqual([
      'the manifest',
      'a delta of the manifest begins with it',
    ]);
  });

  it('lists who has not been seen for so long, as an independent count has it, and saves it', async () => {
    await open();
    const olderThan = (day: string) =>
      secondRecords()
        .filter(({ verifiedAt }) => verifiedAt === undefined || verifiedAt < day)
        .map(({ id }) => id)
        .sort();
    const year = olderThan('2025-12-01');
    expect(year).toContain('new-1');
    expect(year).not.toContain('new-2');
    expect(await text('#unverified-status')).toContain(
      `${year.length} stations never verified or before 2025-12-01`,
    );
    await page.locator('#months').fill('6');
    const half = olderThan('2026-06-01');
    expect(half.length).toBeGreaterThan(year.length);
    expect(await text('#unverified-status')).toContain(`${half.length} stations`);
    await page.locator('#months').fill('12');

    const cells = (column: number) =>
      page.locator(`#unverified-table tbody tr > :nth-child(${column})`).allInnerTexts();
    await page.locator('[data-column=id]').click();
    expect(await cells(5)).toEqual(year.slice(0, 20));
    await page.locator('[data-column=id]').click();
    expect(await cells(5)).toEqual([...year].reverse().slice(0, 20));
    expect(await page.locator('th[aria-sort=descending]').textContent()).toContain('Id');

    const saved = await save();
    expect(saved.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(saved, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.map((row) => row['id']).sort()).toEqual(year);
    expect(data.find((row) => row['id'] === 'new-1')!['name']).toBe(nasty);
    await page.locator('#months').fill('11');
    expect(await save()).toContain(`"'=1+1"`);
  });

  it('counts months as the calendar does', async () => {
    await openBoard(site, '--keys', publicKey, '--today', '2026-03-31');
    for (const [months, day] of [
      ['1', '2026-02-28'],
      ['25', '2024-02-29'],
      ['12', '2025-03-31'],
    ] as const) {
      await page.locator('#months').fill(months);
      expect(await text('#unverified-status')).toContain(`before ${day},`);
    }
  });

  it('shows a station that is tapped on the map, and takes texts for text', async () => {
    await open();
    await changesOf('added');
    await page.locator('#change-list [data-id=new-1] button').click();
    expect(await text('#card')).toContain(nasty);
    await page.evaluate("document.querySelector('#card').replaceChildren()");
    await page.locator('#map').click();
    expect(await text('#card')).toContain('new-1');
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('draws what the legend and the box let it', async () => {
    await open();
    const points = async () =>
      Number(/\d+/.exec((await page.locator('#map').getAttribute('aria-label'))!)![0]);
    expect(await points()).toBe(secondRecords().length + made.removed.length);
    const first = page.locator('#legend button').first();
    const count = Number(/(\d+)$/.exec((await first.textContent())!)![1]);
    await first.click();
    expect(await points()).toBeLessThanOrEqual(
      secondRecords().length + made.removed.length - count,
    );
    await first.click();
    await page.locator('#only-changed').check();
    expect(await points()).toBe(7);
  });

  it('shows the report, which cannot reach the board', async () => {
    await open();
    await page.locator('#report-frame summary').click();
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').waitFor();
    expect(await frame.locator('h1').textContent()).toBe('两个区的导入');
    const report = page.frames().find((one) => one.url().endsWith('/report'))!;
    const reached = await report.evaluate(
      "(() => { try { return parent.document.title } catch { return 'nothing' } })()",
    );
    expect(reached).toBe('nothing');
  });

  it('asks nobody but this machine', async () => {
    await open();
    await changesOf('added');
    await page.locator('#report-frame summary').click();
    await page.frameLocator('iframe').locator('h1').waitFor();
    expect(requests.length).toBeGreaterThan(10);
    expect(
      requests.filter((url) => !url.startsWith(board.url) && !/^(data|blob):/.test(url)),
    ).toEqual([]);
  });

  it.each([
    [1280, 'light', 'en'],
    [1280, 'dark', 'zh'],
    [390, 'light', 'zh'],
    [390, 'dark', 'en'],
  ] as const)('is within reach of everybody: %i px, %s, %s', async (width, colorScheme, locale) => {
    await open(board.url, locale);
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.locator('#legend button').first().click();
    await page.locator('[data-sort=changed]').click();
    await page.locator('#change-list button').first().click();
    await page.evaluate(axe.source);
    const violations = await page.evaluate(
      "axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))",
    );
    expect(violations).toEqual([]);
    const { scrollWidth, clientWidth } = await page.evaluate<{
      scrollWidth: number;
      clientWidth: number;
    }>(
      '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
    );
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  describe('says whom a device would believe', () => {
    /** The site with something done to one of its files. */
    function damaged(path: string, damage: (bytes: Buffer) => Buffer): string {
      const copy = join(folder, `damaged-${readdirSync(folder).length}`);
      cpSync(site, copy, { recursive: true });
      writeFileSync(join(copy, path), damage(readFileSync(join(copy, path))));
      return copy;
    }
    const verdict = () => page.locator('#verdict').getAttribute('class');

    it('trusted, by which keys', async () => {
      await open();
      expect(await verdict()).toBe('trusted');
      expect(await text('#verdict')).toContain(`Signed by ${publicKey} · trusted`);
      expect(await text('#verdict')).toContain('2 pack(s), 2 delta(s) (2 applied)');
    });

    it('unknown, without keys', async () => {
      await openBoard(site);
      expect(await verdict()).toBe('unknown-keys');
      expect(await text('#verdict')).toContain('whose they are is not known');
    });

    it('refused: a stranger signed', async () => {
      await openBoard(site, '--keys', (await signer(2)).publicKey);
      expect(await verdict()).toBe('refused');
      expect(await text('#verdict')).toContain('UNKNOWN_KEY');
      expect(await text('#verdict')).toContain(`Signed by ${publicKey} · unknown`);
    });

    it('refused: a broken signature, whether keys are given or not', async () => {
      const flip = (bytes: Buffer) => {
        const at = bytes.indexOf('"signature":"') + 13;
        bytes[at] = bytes[at] === 48 ? 49 : 48;
        return bytes;
      };
      const broken = damaged('manifest.json', flip);
      for (const words of [[broken], [broken, '--keys', publicKey]]) {
        await openBoard(...words);
        expect(await verdict()).toBe('refused');
        expect(await text('#verdict')).toContain('BAD_SIGNATURE');
        expect(await text('#verdict')).toContain('Devices refuse this site');
        await page.close();
      }
    });

    it('refused: a pack is another than what was signed', async () => {
      const [pack] = readdirSync(join(site, 'packs'));
      const broken = damaged(`packs/${pack}`, (bytes) => {
        bytes[100]! ^= 1;
        return bytes;
      });
      const own = await startBoard(broken, '--keys', publicKey);
      onTestFinished(() => own.close());
      page = await chromium.context.newPage();
      await page.goto(own.url);
      await page.locator('[data-locale=en]').click();
      await page.locator('#verdict.refused').waitFor();
      expect(await text('#verdict')).toContain(pack!);
    });

    it('refused: no manifest at all', async () => {
      await openBoard(damaged('manifest.json', () => Buffer.from('<html>log in</html>')));
      expect(await verdict()).toBe('refused');
      expect(await page.locator('#changes').isVisible()).toBe(false);
    });
  });

  it('makes a sample by itself, with a report in which something is wrong', async () => {
    await openBoard();
    expect(await page.locator('#verdict').getAttribute('class')).toBe('trusted');
    for (const sort of ['added', 'removed', 'changed'])
      expect(Number(await text(`[data-sort=${sort}] b`)), sort).toBeGreaterThan(10);
    await page.locator('#report-frame summary').click();
    const findings = page.frameLocator('iframe').locator('#body tr');
    await findings.first().waitFor();
    expect(await findings.count()).toBeGreaterThan(3);
  });
});
