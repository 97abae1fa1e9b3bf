import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../src/publish/import/import-report';
import { type ReportHtmlOptions, reportHtml } from '../../src/publish/report';
import { sampleReport } from '../publish/report/sample-report';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* The import's report, opened from a disk as a clerk would, and used. */

const options: ReportHtmlOptions = {
  locale: 'zh',
  title: '上海市骑手友好驿站',
  generatedAt: new Date('2026-11-24T02:00:00Z'),
};

const nasty = '</script><script>pwned=1</script><img src=http://x.invalid/ onerror="pwned=1">';

/** Five points, the troubled one in the middle of the others, with findings of each severity. */
function smallReport(): ImportReport {
  const report = sampleReport({ rows: 5, findings: 6 });
  const around = [
    [-1, -1],
    [1, -1],
    [0, 0],
    [-1, 1],
    [1, 1],
  ] as const;
  return {
    ...report,
    findings: report.findings.map((finding, index) =>
      index === 3 ? { ...finding, value: nasty, suggestion: nasty } : finding,
    ),
    points: around.map(([x, y], index) => ({
      lng: 121.47 + x / 100,
      lat: 31.23 + y / 100,
      severity: index === 2 ? ('warning' as const) : undefined,
      name: index === 2 ? nasty : `驿站 ${index}`,
      findings: index === 2 ? [3, 4] : [],
    })),
  };
}

describe.skipIf(chromiumPath === undefined)("the import's report in a browser", () => {
  let chromium: RunningChromium;
  let folder: string;
  let page: Page;
  let requests: string[];
  let complaints: string[];

  beforeAll(async () => {
    chromium = await startChromium();
    folder = mkdtempSync(join(tmpdir(), 'yizhan-report-'));
  });
  afterAll(async () => {
    await chromium?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    page = await chromium.context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    requests = [];
    complaints = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    await page.close();
  });

  async function open(report: ImportReport, more: Partial<ReportHtmlOptions> = {}): Promise<void> {
    const file = join(folder, 'report.html');
    await writeFile(file, reportHtml(report, { ...options, ...more }));
    await page.goto(pathToFileURL(file).href);
  }

  const rows = () => page.locator('#body tr');
  const text = (selector: string) => page.locator(selector).textContent();

  it('shows what was read and what was found', async () => {
    await open(smallReport());
    expect(await page.title()).toBe('上海市骑手友好驿站');
    expect(await text('h1')).toBe('上海市骑手友好驿站');
    expect(await rows().count()).toBe(6);
    expect(await rows().first().textContent()).toContain('第 3 行');
    const tiles = await page.locator('.tile').allInnerTexts();
    expect(tiles[0]).toMatch(/进入数据集\s+5\s+共 9 行/);
    expect(tiles[1]).toMatch(/未进入\s+4\s+没有坐标 1 · 在范围之外 1/);
    const tables = await text('#tables');
    expect(tables).toContain('徐汇_骑手驿站 (终稿).csv');
    expect(tables).toContain('BD-09 · 根据数据判断 · 可信度 93%');
    await page.locator('summary').nth(1).click();
    expect(await text('details[open]')).toContain('412 行的地址与坐标在 BD-09 下相符');
    expect(await text('details[open] table')).toContain('D是否有卫生间有无：厕所');
  });

  it('takes names from the sheets for text', async () => {
    await open(smallReport(), { title: nasty, outlines: [{ name: nasty, rings: [] }] });
    await page.getByText('pwned=1').first().waitFor();
    expect(await text('h1')).toBe(nasty);
    expect(await rows().nth(3).locator('td').nth(3).textContent()).toBe(nasty);
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    expect(await page.locator('img').count()).toBe(0);
  });

  it('would not run a script that got in all the same', async () => {
    await open(smallReport());
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'pwned = 1';
      document.body.append(script);
    `);
    expect(await page.evaluate('typeof pwned')).toBe('undefined');
    // The browser says that it refused.
    expect(complaints.splice(0).join()).toContain('Content Security Policy');
  });

  it('filters by severity, kind, file and text, and clears', async () => {
    await open(sampleReport({ rows: 300, findings: 240 }));
    await page.locator('#tiles [data-severity="0"]').click();
    expect(await text('#status')).toBe('80 / 240 条');
    expect(await page.locator('#tiles [data-severity="0"]').getAttribute('aria-pressed')).toBe(
      'true',
    );
    const kind = page.locator('#kinds [data-code=outside-area]');
    expect(await kind.textContent()).toContain('40');
    await kind.click();
    expect(await text('#status')).toBe('40 / 240 条');
    await page.selectOption('#table', { index: 2 });
    const inFile = Number((await text('#status'))!.split(' ')[0]);
    expect(inFile).toBeGreaterThan(0);
    expect(inFile).toBeLessThan(40);
    await page.locator('#clear').click();
    expect(await text('#status')).toBe('240 条');
    expect(await kind.getAttribute('aria-pressed')).toBe('false');
    await page.locator('.left-out').click();
    expect(await text('#status')).toBe('80 / 240 条');
    await page.locator('.left-out').click();
    await page.locator('#search').fill('打印复印');
    await expect.poll(() => text('#status')).toBe('40 / 240 条');
    await page.locator('#search').fill('nowhere to be found');
    await expect.poll(() => text('#empty')).toBe('没有符合条件的行。');
  });

  it('sorts, and turns pages', async () => {
    await open(sampleReport({ rows: 300, findings: 240 }));
    const severities = () => page.locator('#body .badge').allInnerTexts();
    const sort = page.locator('#head button').first();
    await sort.click();
    expect(new Set((await severities()).slice(0, 80))).toEqual(new Set(['错误']));
    await sort.click();
    expect((await severities())[0]).toBe('提示');
    expect(await page.locator('#head th').first().getAttribute('aria-sort')).toBe('descending');
    expect(await rows().count()).toBe(100);
    await page.locator('#next').click();
    await page.locator('#next').click();
    expect(await rows().count()).toBe(40);
    expect(await text('#page')).toBe('第 3 / 3 页');
    expect(await page.locator('#next').isDisabled()).toBe(true);
    expect(await page.evaluate('document.activeElement.id')).toBe('previous');
  });

  it('lists the rows of the point that is clicked', async () => {
    await open(smallReport());
    const { x, y, width, height } = (await page.locator('#map').boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await text('#status')).toBe('2 / 6 条');
    expect(await text('#card li bdi')).toBe(nasty);
    await page.locator('#card button').first().click();
    expect(await text('#status')).toBe('6 条');
    // A drag moves the map and chooses nothing: the point is where it was dragged to.
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 150, y + height / 2 + 40, { steps: 5 });
    await page.mouse.up();
    expect(await text('#status')).toBe('6 条');
    await page.mouse.click(x + width / 2 + 150, y + height / 2 + 40);
    expect(await text('#status')).toBe('2 / 6 条');
  });

  it('moves under two fingers', async () => {
    await open(smallReport());
    const { x, y, width, height } = (await page.locator('#map').boundingBox())!;
    const [middleX, middleY] = [x + width / 2, y + height / 2];
    // The fingers are not on a point: what they do is no tap.
    const session = await chromium.context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd'
            ? []
            : [-apart, apart].map((away, id) => ({ x: middleX + away, y: middleY + 60, id })),
      });
    await touch('touchStart', 40);
    for (const apart of [60, 90, 120, 160]) await touch('touchMove', apart);
    await touch('touchEnd', 160);
    expect(await text('#status')).toBe('6 条');
    // Four times as near: the point is four times as far from between the fingers as before.
    await page.mouse.click(middleX, middleY + 60 - 4 * 60);
    expect(await text('#status')).toBe('2 / 6 条');
  });

  it('zooms by the wheel once the map was touched, and leaves it to the page before', async () => {
    await page.setViewportSize({ width: 1280, height: 1100 });
    await open(smallReport());
    const scrolled = () => page.evaluate<number>('scrollY');
    const middle = async () => {
      const { x, y, width, height } = (await page.locator('#map').boundingBox())!;
      return [x + width / 2, y + height / 2] as const;
    };
    const [x, y] = await middle();
    await page.mouse.move(x + 60, y);
    await page.mouse.wheel(0, 50);
    await expect.poll(scrolled).toBe(50);
    await page.locator('#map').focus();
    const before = await scrolled();
    const [nowX, nowY] = await middle();
    await page.mouse.move(nowX + 60, nowY);
    await page.mouse.wheel(0, -600);
    // The most that one turn does is e times, about where the mouse is.
    await page.mouse.click(nowX + 60 - 60 * Math.E, nowY);
    expect(await text('#status')).toBe('2 / 6 条');
    expect(await scrolled()).toBe(before);
  });

  it('prints all that is listed', async () => {
    await open(sampleReport({ rows: 300, findings: 240 }));
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await rows().count()).toBe(240);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await rows().count()).toBe(100);
  });

  it('copies a suggestion', async () => {
    await open(smallReport());
    const copy = page.locator('#list .copy').first();
    expect(await copy.getAttribute('aria-label')).toBe('复制建议：021-62345670');
    await copy.click();
    await expect.poll(() => copy.textContent()).toBe('已复制');
  });

  it('is used from the keyboard alone', async () => {
    await open(smallReport());
    await page.locator('#map').focus();
    await page.keyboard.press('n');
    expect(await text('#status')).toBe('2 / 6 条');
    expect(await text('#announcer')).toBe(`已选择：${nasty}`);
    await page.keyboard.press('Escape');
    expect(await text('#status')).toBe('6 条');
    await page.keyboard.press('Enter');
    expect(await text('#status')).toBe('2 / 6 条');
    for (const key of ['+', '-', 'ArrowLeft', 'ArrowDown', '0']) await page.keyboard.press(key);
    await page.locator('#list .locate').first().press('Enter');
    expect(await page.locator('#card').isVisible()).toBe(true);
  });

  it('changes its language', async () => {
    await open(smallReport());
    await page.locator('[data-language=en]').click();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await text('#findings-title')).toBe('Findings');
    expect(await rows().first().textContent()).toContain('There is no position');
    expect(await page.locator('#map').getAttribute('aria-label')).toContain('Map of positions');
  });

  it('says what it does not hold', async () => {
    await open(sampleReport({ rows: 10, findings: 21_000 }));
    expect(await text('#held')).toBe(
      '共 21,000 条，本页收录 20,000 条（严重的优先）；其余见 report.csv。',
    );
  });

  it('says when nothing was found', async () => {
    await open({ ...sampleReport({ rows: 0, findings: 0 }), points: [] });
    expect(await text('#empty')).toBe('没有发现问题。');
    expect(await page.locator('#no-points').isVisible()).toBe(true);
  });

  it('stays within a narrow screen, in light and dark', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      requests = [];
      await open(sampleReport({ rows: 300, findings: 200 }));
      await page.locator('[data-language=en]').click();
      await page.locator('summary').first().click();
      const { scrollWidth, clientWidth } = await page.evaluate<Record<string, number>>(
        '({ scrollWidth, clientWidth } = document.documentElement, { scrollWidth, clientWidth })',
      );
      expect(scrollWidth).toBe(clientWidth);
    }
  });

  it('has a name for whatever can be used, and contrast', async () => {
    await open(sampleReport({ rows: 60, findings: 40 }));
    const nameless = await page.evaluate(`
      [...document.querySelectorAll('button, input, select, canvas, summary')]
        .filter((node) => node.offsetParent !== null)
        .filter((node) => !(node.getAttribute('aria-label') || node.innerText || node.labels?.length))
        .map((node) => node.outerHTML)
    `);
    expect(nameless).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const name of ['ink', 'quiet', 'accent', 'severity0', 'severity1', 'severity2']) {
        for (const ground of ['paper', 'sheet', 'map-ground']) {
          const ratio = await page.evaluate(contrast(name, ground));
          expect(ratio, `${name} on ${ground}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
        }
      }
      for (const mark of ['severity3', 'map-outline']) {
        const ratio = await page.evaluate(contrast(mark, 'map-ground'));
        expect(ratio, `${mark}, ${colorScheme}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

/** A script for the contrast of two of the page's colours, by the formula of WCAG 2. */
const contrast = (name: string, ground: string) => `(() => {
  const style = getComputedStyle(document.documentElement);
  const luminance = (colour) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = ['--${name}', '--${ground}'].map((key) => luminance(style.getPropertyValue(key).trim()));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
})()`;
