import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/publish/import/finding';
import { describeFinding } from '../../../src/publish/report';
import { codeName, wordedCodes } from '../../../src/publish/report/words';
import { doubtsInChinese } from '../../../src/publish/report/words/doubt-words';
import { keysIn } from '../../../src/publish/report/words/fill';
import { codesUsed, sourcesIn, strangers } from './finding-codes';

const finding = (given: Partial<Finding>): Finding => ({
  severity: 'warning',
  code: 'phone-malformed',
  origin: { file: '黄浦.xlsx', sheet: 'Sheet1', row: 12 },
  ...given,
});

describe('describeFinding()', () => {
  it.each(codesUsed())('has a name and a sentence for %s', (code) => {
    expect(wordedCodes.has(code), code).toBe(true);
  });

  it('sees the codes in the sources', () => {
    expect(codesUsed().length).toBeGreaterThan(20);
    expect(codesUsed()).toContain('phone-malformed');
    expect(codesUsed()).toContain('position-swapped');
  });

  it('has words for every code, however it is handed on', () => {
    expect(strangers()).toEqual([]);
    expect(strangers(["list('no-such-words', 'unknown-service', 'hours-note')"])).toEqual([
      'no-such-words',
    ]);
  });

  it('has no words for what nothing finds', () => {
    const sources = ['import', 'check', 'ids', 'crs-evidence'].flatMap(sourcesIn).join('\n');
    for (const code of wordedCodes.keys()) expect(sources, code).toContain(`'${code}'`);
  });

  it.each([...wordedCodes])('says the same of %s in both languages', (code, { name, says }) => {
    const keys = (locale: 'zh' | 'en') => [...new Set(keysIn(says[locale]))].sort();
    expect(keys('en')).toEqual(keys('zh'));
    expect(name.zh).toMatch(/\p{Script=Han}/u);
    expect(name.en).not.toMatch(/\p{Script=Han}/u);
    expect(says.zh).toMatch(/[。？]$/);
    expect(says.en).toMatch(/[.?]$/);
    // Two halves of brackets and braces, none within another.
    for (const text of [says.zh, says.en]) {
      expect(text.replace(/\[[^[\]]*\]/g, '').replace(/\{\w+\}/g, '')).not.toMatch(/[[\]{}]/);
    }
    expect(codeName(code, 'zh')).toBe(name.zh);
  });

  it('fills in what the finding carries', () => {
    const duplicate = finding({
      code: 'probable-duplicate',
      other: { file: '黄浦.xlsx', sheet: 'Sheet1', row: 15 },
      details: { meters: 12.3456, otherName: '外滩驿站' },
    });
    expect(describeFinding(duplicate, 'zh')).toBe(
      '与第 15 行“外滩驿站”相距 12 米，名称相近，可能是同一驿站；若是，请只保留一行。',
    );
    const elsewhere = { ...duplicate, other: { file: 'b.csv', row: 3 } };
    expect(describeFinding(elsewhere, 'en')).toBe(
      'Of like name and 12 m from b.csv · row 3, “外滩驿站”: probably one station. If so, keep one row.',
    );
  });

  it('leaves out what the finding does not carry', () => {
    const truncated = finding({
      code: 'position-truncated',
      details: { decimals: 2, meters: 730 },
    });
    expect(describeFinding(truncated, 'zh')).toBe(
      '坐标只有 2 位小数，位置可能偏差 730 米；请提供至少 5 位小数。',
    );
    const table = { ...truncated, details: { decimals: 2, meters: 730, rows: 40 } };
    expect(describeFinding(table, 'zh')).toMatch(/^共 40 行：坐标/);
  });

  it('calls things by their names', () => {
    const judged = finding({ code: 'crs-judged', details: { crs: 'bd09', confidence: 0.934 } });
    expect(describeFinding(judged, 'en')).toContain('BD-09 (confidence 93%)');
    const outside = finding({ code: 'outside-area', details: { meters: 5.26, area: 'bounds' } });
    expect(describeFinding(outside, 'zh')).toContain('在声明的范围之外，相距 5.3 米');
    const far = finding({ code: 'outside-area', details: { meters: 1_067_437, area: 'others' } });
    expect(describeFinding(far, 'zh')).toContain('相距 1067 公里');
    expect(describeFinding(far, 'en')).toContain('is 1067 km away');
    const wrong = { district: '310104', found: '310101', neighbours: 8, of: 8 };
    expect(describeFinding(finding({ code: 'wrong-district', details: wrong }), 'zh')).toMatch(
      /^写的区县是徐汇区，位置却不在那里，而在黄浦区，最近的 8 个/,
    );
    const outlined = { district: '310104', districtName: '徐匯', meters: 900, found: '990000' };
    expect(describeFinding(finding({ code: 'wrong-district', details: outlined }), 'en')).toMatch(
      /claims district 徐匯, but its position is elsewhere, in 990000, 900 m outside/,
    );
    const invalid = finding({ code: 'field-invalid', value: 'x', details: { field: 'phone' } });
    expect(describeFinding(invalid, 'zh')).toContain('“x”不能用作电话，');
    const hours = finding({
      code: 'hours-unreadable',
      details: { doubts: 'a span that ends before it starts; never open' },
    });
    expect(describeFinding(hours, 'zh')).toContain('（结束早于开始；没有开放的时间）');
    const more = { ...hours, details: { doubts: 'never open; no hours in the text; x' } };
    expect(describeFinding(more, 'zh')).toContain('（没有开放的时间；文中没有时间等）');
    expect(describeFinding(more, 'en')).toContain('(never open; no hours in the text; …)');
  });

  it('shows a code that it does not know, with all that it carries', () => {
    const strange = finding({
      code: 'x-new',
      column: 'A',
      value: '1',
      details: { 'a-b': 2, c: 'd' },
    });
    expect(describeFinding(strange, 'en')).toBe(
      'Found x-new in column “A”, value “1” (a-b 2, c d): please check this row.',
    );
    expect(describeFinding(finding({ code: 'constructor' }), 'zh')).toBe(
      '发现 constructor，请核对这一行。',
    );
    expect(codeName('x-new', 'zh')).toBe('x-new');
  });

  it('stays one short line, whatever a cell holds', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(hostile, fc.constantFrom(...wordedCodes.keys(), 'x-new'), (value, code) => {
        const details = { meters: 1, name: value, otherName: value, area: value, field: value };
        const given = finding({ code, value, column: value, suggestion: value, details });
        for (const locale of ['zh', 'en'] as const) {
          const said = describeFinding(given, locale);
          expect(said.length).toBeLessThan(1200);
          expect(said).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('does not read a value as a pattern', () => {
    const value = '{suggestion} [{value}] $& $1';
    expect(describeFinding(finding({ value }), 'en')).toContain(`“${value}”`);
  });

  it('knows every doubt of the reader of hours in Chinese', () => {
    const doubts = sourcesIn('hours-text').flatMap((text) => [
      ...text.matchAll(/doubts\.(?:serious|slight)\(\s*'([^']+)'/g),
      ...text.matchAll(/^ {2}\w+: '([a-z ]+ [a-z ]+)',$/gm),
    ]);
    expect(doubts.length).toBeGreaterThan(40);
    for (const [, doubt] of doubts) expect(doubtsInChinese.has(doubt!), doubt).toBe(true);
  });
});
