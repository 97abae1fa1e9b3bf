import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Crs,
  convert,
  navigationLinks,
  photoUrls,
  safeUrl,
  shareText,
  telLink,
  wechatLocation,
} from '../../src/core';
import { cleanText, inList } from '../../src/links/text';
import { hasAllowedScheme } from '../../src/links/url';
import { geodesicMeters } from '../support/geodesic';
import { destinationOf } from './read-link';
import { unchecked } from './station';

/* Whatever a dataset says, links lead where they should and nowhere else. */

const traps = [
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '//evil.example',
  'https://evil.example/?a=1&dlat=0#x',
  'A&dlat=0&dlon=0',
  'A|latlng:0,0|B',
  'A,0,0',
  'A);coord:0,0;|name:B',
  '%7Clatlng%3A0%2C0',
  '"\'<>`{}\\^',
  'line\r\nline\u2028line\u0085line\ttab',
  '\u202eevil\u202c\u2066\u2069\u200f\u200b\ufeff',
  '\ud83d',
  '\udc00A\ud800',
  '👩‍🚒🏍️🇨🇳',
  'a\u200db',
  '\u{e0041}\u{e0042}',
  '   ',
  '',
];

const text = fc.oneof(
  fc.constantFrom(...traps),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.constantFrom(...traps), { maxLength: 4 }).map((parts) => parts.join('')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);
const crs = fc.constantFrom<Crs>('wgs84', 'gcj02', 'bd09');
const position = fc.record({
  lng: fc.double({ min: 73.5, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 53.5, noNaN: true }),
});
const stations = fc
  .record({
    name: fc.option(text, { nil: undefined }),
    nameEn: fc.option(text, { nil: undefined }),
    address: fc.option(text, { nil: undefined }),
    directions: text,
    hoursText: text,
    phone: text,
    kind: fc.oneof(fc.constant('union-station'), text),
    photos: fc.array(text),
    providerIds: fc.record({ amap: text, tencent: text, baidu: text }),
    position,
  })
  .map(unchecked);
const requests = fc.record({
  crs,
  platform: fc.constantFrom('web', 'android', 'ios', 'harmony'),
  mode: fc.constantFrom('ebike', 'bike', 'walk', 'drive', 'truck'),
  locale: fc.constantFrom('zh', 'en'),
  caller: text.filter((caller) => cleanText(caller, 80) !== ''),
  tencentKey: fc.constantFrom(undefined, 'KEY'),
  from: fc.option(fc.record({ position, name: text }), { nil: undefined }),
  via: fc.array(fc.record({ position, name: text }), { maxLength: 4 }),
});
const app = ['amap', 'tencent', 'baidu', 'petal', 'apple', 'google', 'geo'] as const;

const protocols = [
  'https:',
  'amapuri:',
  'androidamap:',
  'iosamap:',
  'qqmap:',
  'baidumap:',
  'bdapp:',
  'petalmaps:',
  'geo:',
];

// Nothing that shows nothing, no white space but single spaces.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]|\s\s/u;

describe('any station', () => {
  it('gets links that parse, of allowed schemes, to where it is', () => {
    fc.assert(
      fc.property(stations, requests, (station, request) => {
        const links = navigationLinks(station, { ...request, app } as never);
        expect(links.length).toBeGreaterThanOrEqual(6);
        for (const link of links) {
          expect(protocols).toContain(new URL(link.url).protocol);
          expect(link.url).toMatch(/^[a-z]+:[!-~]*$/);
          expect(new URL(link.url).hash).toBe('');
          const there = destinationOf(link);
          const expected = convert(station.position, request.crs, link.crs);
          expect(geodesicMeters(there, expected)).toBeLessThan(0.15);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('keeps its name, but for what is stripped', () => {
    fc.assert(
      fc.property(stations, requests, (station, request) => {
        const shown = wechatLocation(station, {
          crs: 'gcj02',
          locale: request.locale as 'zh',
        }).name;
        expect(shown).not.toMatch(hidden);
        for (const link of navigationLinks(station, { ...request, app } as never)) {
          const { name } = destinationOf(link);
          if (name !== undefined) expect([shown, inList(shown)]).toContain(name);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shares as lines of which only the last is a link', () => {
    fc.assert(
      fc.property(stations, crs, (station, system) => {
        const lines = shareText(station, { crs: system }).split('\n');
        expect(lines.length).toBeLessThanOrEqual(6);
        for (const line of lines) expect(line).not.toMatch(hidden);
        expect(lines[lines.length - 1]).toMatch(/^https:\/\/uri\.amap\.com\/marker\?position=/);
      }),
    );
  });

  it('has no phone link but tel: and digits, no picture but from the web', () => {
    fc.assert(
      fc.property(stations, (station) => {
        expect(telLink(station) ?? 'tel:0').toMatch(/^tel:\+?\d+(?:,\d+)?$/);
        for (const url of photoUrls(station)) {
          expect(url).toMatch(/^https?:\/\/[a-z0-9][!-~]*$/i);
          expect(url).not.toMatch(/["'<>`\\\s]/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a text', () => {
  it.each<[string, string]>([
    ['老地方 & 新 #1 "驿站"', '老地方 & 新 #1 "驿站"'],
    ['一\r\n二\u2028三\u0085四\t五\u3000六', '一 二 三 四 五 六'],
    ['\u202eevil\u202c\u2066x\u2069\u200f', 'evilx'],
    ['a\u200bb\u200cc\ufeffd\u00ade\u200df', 'abcdef'],
    ['👩‍🚒 🏍️ 🏳️‍🌈 🇨🇳 ❤️‍🔥', '👩‍🚒 🏍️ 🏳️‍🌈 🇨🇳 ❤️‍🔥'],
    ['👩\u200dx\u200d👩', '👩x👩'],
    ['A\ud83dB\udc00C😀', 'ABC😀'],
    ['x\u{e0041}\u{e007f}', 'x'],
    [' \u0000 ', ''],
  ])('%j is cleaned', (given, cleaned) => {
    expect(cleanText(given, 60)).toBe(cleaned);
  });

  it('is cut between characters, and says so', () => {
    expect(cleanText('😀'.repeat(61), 60)).toBe(`${'😀'.repeat(59)}…`);
    expect(cleanText('😀'.repeat(60), 60)).toBe('😀'.repeat(60));
    expect(cleanText('ab cd', 4)).toBe('ab…');
    expect(cleanText(`a${'👩‍🚒'.repeat(9)}`, 4)).toBe('a👩…');
  });

  it('cannot break a list', () => {
    expect(inList('a|b,c:d;e(f)%7C')).toBe('a｜b，c：d；e（f）％7C');
  });
});

describe('schemes', () => {
  it.each(traps)('do not include that of %j', (trap) => {
    expect(hasAllowedScheme(trap)).toBe(trap.startsWith('https:'));
  });

  it('are whole words', () => {
    expect(hasAllowedScheme('geo:1,2')).toBe(true);
    expect(hasAllowedScheme('geography:1')).toBe(false);
    expect(hasAllowedScheme('HTTPS://x')).toBe(false);
    expect(hasAllowedScheme(' https://x')).toBe(false);
  });
});

describe('safeUrl()', () => {
  it.each<[string, string | undefined]>([
    ['https://example.cn/1.jpg', 'https://example.cn/1.jpg'],
    ['HTTP://Example.cn:8080/a?b=1&c=%E7%85%A7#d', 'HTTP://Example.cn:8080/a?b=1&c=%E7%85%A7#d'],
    ['\n https://example.cn/照 ', 'https://example.cn/%E7%85%A7'],
    ['https://example.cn/"><script>', 'https://example.cn/%22%3E%3Cscript%3E'],
    ["https://example.cn/a'b\\c", 'https://example.cn/a%27b%5Cc'],
    ['https://user:pass@example.cn/', undefined],
    ['https://good.cn@evil.example/', undefined],
    ['https://good.cn\\@evil.example/', undefined],
    ['https:example.cn', undefined],
    ['https:/example.cn', undefined],
    ['https://', undefined],
    ['https:///x', undefined],
    ['https://exa mple.cn/', undefined],
    ['https://example.cn/a\nb', undefined],
    ['https://例子.cn/', undefined],
    ['https://example.cn/\ud83d', undefined],
    ['//example.cn/1.jpg', undefined],
    ['/1.jpg', undefined],
    ['1.jpg', undefined],
    ['ftp://example.cn/', undefined],
    ['blob:https://example.cn/1', undefined],
    ['javascript:alert(1)//https://example.cn', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:image/png;base64,AAAA', undefined],
  ])('%j', (given, safe) => {
    expect(safeUrl(given)).toBe(safe);
  });

  it('refuses what is no text', () => {
    expect(safeUrl(undefined)).toBeUndefined();
    expect(safeUrl({ toString: () => 'https://example.cn' } as never)).toBeUndefined();
  });
});
