import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/publish/import/finding';
import type { ImportReport } from '../../../src/publish/import/import-report';
import { describeFinding, type ReportHtmlOptions, reportHtml } from '../../../src/publish/report';
import { sampleReport } from './sample-report';

const options: ReportHtmlOptions = {
  locale: 'zh',
  title: '上海',
  generatedAt: new Date('2026-11-24T02:00:00Z'),
};

const pageOf = (report: ImportReport, more: Partial<ReportHtmlOptions> = {}) =>
  [...reportHtml(report, { ...options, ...more })].join('');

/** Every block of data in the page, parsed, by part. */
// biome-ignore lint/suspicious/noExplicitAny: what JSON holds
function dataIn(page: string, part: string): any[] {
  const blocks = page.matchAll(
    /<script type="application\/json" data-part="(\w+)">([\s\S]*?)<\/script>/g,
  );
  return [...blocks].filter((block) => block[1] === part).map((block) => JSON.parse(block[2]!));
}

/** The texts of the page's findings, in words, as its script would read them. */
function findingsIn(page: string): string[][] {
  const texts: string[] = [];
  return dataIn(page, 'findings').flatMap((block) => {
    texts.push(...block.texts);
    return block.rows.map((row: number[]) =>
      [1, 2, 3, 5, 6, 7, 8, 9, 10].map((place) => texts[row[place]!]!),
    );
  });
}

/** Longitudes and latitudes of the page's points. */
function degreesIn(page: string): [number, number][] {
  return dataIn(page, 'points').flatMap(({ at }) => {
    const bytes = Buffer.from(at, 'base64');
    return Array.from({ length: bytes.length / 8 }, (_, i): [number, number] => [
      bytes.readInt32LE(i * 8) / 1e6,
      bytes.readInt32LE(i * 8 + 4) / 1e6,
    ]);
  });
}

describe('reportHtml()', () => {
  it('holds the summary, the findings and the points', () => {
    const report = sampleReport({ rows: 50, findings: 30 });
    const page = pageOf(report);
    const [meta] = dataIn(page, 'meta');
    expect(meta.stations).toBe(50);
    expect(meta.counts).toEqual([10, 15, 5]);
    expect(meta.tables[1]).toMatchObject({ encoding: 'gb18030', rows: 18, placed: 12 });
    expect(meta.tables[0].columns[3]).toEqual([
      '是否有卫生间',
      '有无：厕所',
      'has: toilet',
      'header',
      'D',
    ]);
    const third = report.findings[3]!;
    expect(findingsIn(page)[3]).toEqual([
      third.code,
      third.origin.file,
      third.origin.sheet ?? '',
      third.column,
      third.value,
      describeFinding(third, 'zh'),
      describeFinding(third, 'en'),
      third.suggestion ?? '',
      third.stationId,
    ]);
    const degrees = degreesIn(page);
    report.points.forEach(({ lng, lat }, index) => {
      expect(degrees[index]![0]).toBeCloseTo(lng, 6);
      expect(degrees[index]![1]).toBeCloseTo(lat, 6);
    });
    const [points] = dataIn(page, 'points');
    for (const [point, ...numbers] of points.findings) {
      expect(numbers).toEqual(report.points[point]!.findings);
    }
  });

  it('is the same page for the same report', () => {
    const report = sampleReport({ rows: 20, findings: 10 });
    expect(pageOf(report)).toBe(pageOf(report));
  });

  it('runs its own script and style alone, and loads nothing', () => {
    const page = pageOf(sampleReport({ rows: 5, findings: 5 }));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)![1]!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)![1]!;
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/<(?:link|img|iframe|object|embed|form)\b|\bsrc=|url\(|@import/i);
    expect(page).not.toMatch(/ on\w+="| style="/);
  });

  it('takes whatever the sheets hold for text', () => {
    const nasty = fc.constantFrom(
      '</script><script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<!--<script>',
      '"><svg onload=alert(1)>',
      '\u2028\u2029\u202e',
      '\ud800',
      '__proto__',
      ']]>',
    );
    const hostile = fc
      .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 2 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (text, other) => {
        const origin = { file: text, sheet: other, row: 2 };
        const finding: Finding = {
          severity: 'error',
          code: other,
          origin,
          other: origin,
          column: text,
          value: other,
          suggestion: text,
          stationId: other,
          details: { [text]: other },
        };
        const report: ImportReport = {
          tables: [
            {
              file: text,
              sheet: other,
              format: 'csv',
              encoding: text,
              columns: [{ header: text, field: other, by: 'none' }],
              rows: 1,
              placed: 0,
              crs: { crs: 'wgs84', by: 'stated', confidence: 1, reason: { zh: text, en: other } },
            },
          ],
          stations: 0,
          findings: [finding],
          points: [{ lng: 1, lat: 2, severity: 'error', name: text, findings: [0] }],
        };
        const outlines = [{ name: text, rings: [[[1, 2]]] }] as const;
        const page = pageOf(report, { title: text, outlines, csvName: other });
        // Where markup could start: a head, a body and its blocks, as in a report of nothing.
        expect(tagsOf(page)).toEqual(tagsOf(pageOf(report, { title: '', outlines: [] })));
        expect(tagsOf(page).filter((tag) => tag === '<script')).toHaveLength(5);
        const [meta] = dataIn(page, 'meta');
        expect(meta.title).toBe(text);
        // Of a path the name alone is shown.
        const file = meta.tables[0].file;
        expect(text.endsWith(file) && (file !== '' || text === '')).toBe(true);
        expect(dataIn(page, 'points')[0].names).toEqual([text]);
        expect(findingsIn(page)[0]!.slice(0, 5)).toEqual([other, file, other, text, other]);
      }),
      { seed: 6, numRuns: 100 },
    );
  });

  it('keeps the most severe of too many findings, and says how many there are', () => {
    const report = sampleReport({ rows: 100, findings: 60_000 });
    const page = pageOf(report, { csvName: 'all.csv' });
    const [meta] = dataIn(page, 'meta');
    expect(meta.findings).toEqual({ all: 60_000, held: 20_000 });
    expect(meta.counts).toEqual([20_000, 30_000, 10_000]);
    expect(meta.csvName).toBe('all.csv');
    const severities = new Set(
      dataIn(page, 'findings').flatMap((block) => block.rows.map((row: number[]) => row[0])),
    );
    expect(severities).toEqual(new Set([0]));
    // In their order, and none of them twice.
    expect(findingsIn(page)).toHaveLength(20_000);
    const held = report.findings.filter(({ severity }) => severity === 'error');
    expect(findingsIn(page).map(([, file]) => file)).toEqual(held.map(({ origin }) => origin.file));
  });

  it('keeps the points with findings of too many, and the others evenly', () => {
    const few = sampleReport({ rows: 300, findings: 120 });
    const clean = Array.from({ length: 210_000 }, (_, index) => ({
      lng: index / 10_000,
      lat: 10,
      severity: undefined,
      name: '',
      findings: [],
    }));
    const page = pageOf({ ...few, points: [...clean, ...few.points] });
    const [meta] = dataIn(page, 'meta');
    expect(meta.points).toEqual({ all: 210_300, held: 200_000 });
    const severity = dataIn(page, 'points')
      .map((block) => block.severity)
      .join('');
    const bad = few.points.filter((point) => point.severity !== undefined);
    expect(severity.replace(/3/g, '')).toHaveLength(bad.length);
    const kept = degreesIn(page).filter(([, lat]) => lat === 10);
    expect(kept[0]![0]).toBe(0);
    expect(kept.at(-1)![0]).toBeGreaterThan(20.99);
  });

  it('does not draw what has no position', () => {
    const report = sampleReport({ rows: 3, findings: 0 });
    const lost = { ...report.points[0]!, lat: Number.NaN };
    const page = pageOf({ ...report, points: [lost, ...report.points] });
    expect(dataIn(page, 'meta')[0].points).toEqual({ all: 4, held: 3 });
    expect(degreesIn(page)).toHaveLength(3);
  });

  it('cuts what is longer than anybody reads, never a character in two', () => {
    const report = sampleReport({ rows: 1, findings: 1 });
    const value = `a${'😀'.repeat(300)}`;
    const page = pageOf({ ...report, findings: [{ ...report.findings[0]!, value }] });
    expect(findingsIn(page)[0]![4]).toBe(`a${'😀'.repeat(199)}…`);
  });

  it('thins outlines that are finer than a page can draw', () => {
    const ring = Array.from({ length: 250_000 }, (_, i): [number, number] => [i / 1e4, 1]);
    const small = ring.slice(0, 5);
    const outlines = [{ name: '区', rings: [ring, small] }];
    const [drawn] = dataIn(
      pageOf(sampleReport({ rows: 1, findings: 0 }), { outlines }),
      'outlines',
    );
    const vertices = (base64: string) => Buffer.from(base64, 'base64').length / 8;
    expect(vertices(drawn[0].rings[0])).toBeLessThanOrEqual(100_000);
    expect(vertices(drawn[0].rings[0])).toBeGreaterThan(80_000);
    expect(vertices(drawn[0].rings[1])).toBe(5);
  });

  it('says in the head what the page would say without a script', () => {
    const page = pageOf(sampleReport({ rows: 1, findings: 1 }), {
      locale: 'en',
      csvName: 'a<b>.csv',
    });
    expect(page).toContain('<html lang="en">');
    expect(page).toMatch(/<noscript><p class="notice">[^<]*a&#60;b&#62;\.csv too\./);
  });
});

/** Whatever a browser could take for the start of a tag, a comment or the end of one. */
function tagsOf(page: string): string[] {
  const script = /<script>[\s\S]*?<\/script>/;
  return [...page.replace(script, '<script></script>').matchAll(/<[!/]?[a-z-]*/gi)].map(String);
}
