import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besides, readAddress } from '../../src/client/address';

describe('readAddress', () => {
  it.each([
    'https://stations.example.cn/manifest.json',
    'HTTPS://Stations.Example.CN:443/a/../b/./manifest.json?v=1#top',
    'http://127.0.0.1:8080',
    'http://[::1]:8080/站点/manifest.json?城=上海',
    'https://example.cn/a//b/../..',
    'https://example.cn?x',
    'https://example.cn:080/%E4%B8%8A',
  ])('reads %s as URL does', (text) => {
    const url = new URL(text);
    expect(readAddress(text)).toEqual({
      href: url.href.replace(/#.*/, ''),
      origin: url.origin,
      path: url.pathname,
      query: url.search,
    });
  });

  it.each([
    'ftp://example.cn/a',
    'example.cn/manifest.json',
    '/manifest.json',
    'https://user:secret@example.cn/',
    'https://example.cn\\@other.cn/',
    'https://exa mple.cn/',
    'https:///a',
    'https://example.cn:port/',
    'https://例子.cn/',
    'https://example.cn/\ud800',
    '',
  ])('does not read %j', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('never sees another origin than URL does', () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9@:/?#.\\[\]% _-]{0,12}$/);
    fc.assert(
      fc.property(part, part, (host, rest) => {
        const text = `https://${host}/${rest}`;
        const read = readAddress(text);
        if (read === undefined) return;
        let origin: string | undefined;
        try {
          origin = new URL(text).origin;
        } catch {
          // One that no request will ever go to.
        }
        // A host of digits is an IPv4 address to URL: 1 is 0.0.0.1.
        if (origin !== undefined && !/^https:\/\/[\d.]+(:|$)/.test(origin))
          expect(read.origin).toBe(origin);
      }),
      { seed: 8, numRuns: 5000 },
    );
  });
});

describe('besides', () => {
  it.each([
    ['https://a.cn/x/manifest.json?v=1', 'keys.json'],
    ['https://a.cn/x/', 'packs/1.pack.gz'],
    ['https://a.cn', 'keys.json'],
  ])('finds what is beside %s', (source, name) => {
    expect(besides(source, name)).toBe(new URL(name, source).href);
  });
});
