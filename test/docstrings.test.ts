import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as yizhan from '../src/index';
import * as miniprogram from '../src/miniprogram';
import * as publish from '../src/publish';
import * as reactNative from '../src/react-native';

/* Every @example runs, and each value it promises in a comment is what comes out. */

const source = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

interface Example {
  readonly where: string;
  readonly code: string;
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^ *\* @example\n((?: *\* .*\n)+)/gm)].map((match) => ({
    where: `${file}:${text.slice(0, match.index).split('\n').length}`,
    code: match[1]!.replace(/^ *\* ?/gm, ''),
  }));
}

/** `expression; // value` becomes a check that the one is the other. */
function checked(code: string): string {
  return code.replace(/^( *)(?!const )(.+); \/\/ (.+)$/gm, '$1check($2, ($3));');
}

function check(actual: unknown, promised: unknown): void {
  checks++;
  expect(actual).toEqual(promised);
}

/** What only some hosts have, and what an app would have there. */
const hosts: Readonly<Record<string, object>> = {
  nearby: miniprogram,
  // By its name alone: it knows the DOM, which the compiler here does not.
  element: await vi.importActual<object>('../src/element'),
  miniprogram: {
    ...miniprogram,
    wx: nothingButNames('request getStorage setStorage removeStorage openLocation'),
  },
  'react-native': {
    ...reactNative,
    AsyncStorage: nothingButNames('getItem setItem removeItem'),
    AppState: nothingButNames('addEventListener'),
    Linking: nothingButNames('openURL'),
  },
};

function nothingButNames(names: string): object {
  return Object.fromEntries(names.split(' ').map((name) => [name, async () => null]));
}

let checks = 0;
const examples = files.flatMap(examplesOf);

describe('examples in docstrings', () => {
  // Some begin to write files, and nobody waits for them.
  const folder = process.cwd();
  beforeAll(() => process.chdir(mkdtempSync(join(tmpdir(), 'yizhan-examples-'))));
  afterAll(() => process.chdir(folder));

  it('are found', () => expect(examples.length).toBeGreaterThan(10));

  it.each(examples)('$where', ({ where, code }) => {
    checks = 0;
    const set = yizhan.StationSet.from(
      [{ id: 'a', position: [121.4737, 31.2304], services: ['toilet'] }],
      { crs: 'gcj02' },
    );
    const [, host = ''] = /^(?:hosts\/)?([^/]+)/.exec(where) ?? [];
    const scope = { ...yizhan, ...publish, ...hosts[host], check };
    // A block of its own, so that an example may name its set `set` too.
    new Function('set', 'bytes', ...Object.keys(scope), `{ ${checked(code)} }`)(
      set,
      publish.encodePack(set),
      ...Object.values(scope),
    );
    expect(checks, 'checks nothing').toBeGreaterThan(0);
  });
});
