import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * The types as an app's compiler reads them, every file of ours included; and each entry loaded both ways. What is imported
 * here is read from package.json: an entry that nobody tries fails.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
const entries = Object.keys(exports)
  .filter((name) => name !== './package.json')
  .map((name) => name.replace('.', 'yizhan'));

/** A few lines of an app, for each entry, and what its compiler knows besides the language. */
const apps: Readonly<Record<string, { code: string; lib: string; types: string }>> = {
  yizhan: {
    lib: 'ES2019,DOM',
    types: '',
    code: `import { openStations, openNavigation, currentPlatform, type StationClient, type StationHit } from 'yizhan';
export async function main(): Promise<StationHit[]> {
  const client: StationClient = await openStations({ source: 'https://a.cn/', keys: ['0'], crs: 'gcj02' });
  await client.refresh({ signal: new AbortController().signal, onProgress: ({ phase }) => phase.length });
  const station = client.get('a');
  if (station) await openNavigation(client.navigationLinks(station, { platform: currentPlatform() }));
  return client.nearest({ lng: 121, lat: 31 }, { services: ['toilet'], limit: 5 });
}`,
  },
  'yizhan/core': {
    lib: 'ES2019',
    types: '',
    code: `import { Route, StationSet, YizhanError, convert, type CorridorHit } from 'yizhan/core';
export function main(): CorridorHit[] {
  const set: StationSet = StationSet.from([{ id: 'a', position: [121, 31] }], { crs: 'gcj02' });
  const route = Route.from([[121, 31], [121.1, 31]], { crs: 'gcj02' });
  if (!(set instanceof StationSet)) throw new YizhanError('A', 'b');
  convert([121, 31], 'wgs84', 'gcj02');
  return set.along(route, { widthMeters: 300 });
}`,
  },
  'yizhan/node': {
    lib: 'ES2020',
    types: 'node',
    code: `import { openStations } from 'yizhan/node';
export const main = (signal: AbortSignal) =>
  openStations({ source: 'https://a.cn/', unsigned: true, crs: 'wgs84', folder: '/tmp/a' }).then((client) =>
    client.refresh({ signal }),
  );`,
  },
  'yizhan/miniprogram': {
    lib: 'ES2017',
    types: '',
    code: `import { openStations, openLocation, StationSet, type MiniProgramApi } from 'yizhan/miniprogram';
export async function main(api: MiniProgramApi, bytes: Uint8Array): Promise<number> {
  const client = await openStations({ source: 'https://a.cn/', keys: ['0'], crs: 'gcj02', api });
  const station = client.get('a');
  if (station) await openLocation(station, { crs: client.crs });
  return StationSet.decode(bytes, { crs: 'gcj02' }).size;
}`,
  },
  'yizhan/react-native': {
    lib: 'ES2019',
    types: '',
    code: `import { openStations, openNavigation, type AsyncStorageLike, type LinkingLike } from 'yizhan/react-native';
export async function main(storage: AsyncStorageLike, linking: LinkingLike): Promise<string> {
  const client = await openStations({ source: 'https://a.cn/', keys: ['0'], crs: 'gcj02', storage });
  const [hit] = client.nearest([121, 31], { limit: 1 });
  return (await openNavigation(client.navigationLinks(hit!.station, { platform: 'android' }), { linking })).outcome;
}`,
  },
  'yizhan/publish': {
    lib: 'ES2020',
    types: 'node',
    code: `import { importStations, verifySite } from 'yizhan/publish';
export const main = [importStations, verifySite] as const;`,
  },
  'yizhan/element': {
    lib: 'ES2019,DOM,DOM.Iterable',
    types: '',
    code: `import { openStations } from 'yizhan';
import { defineNearby, YizhanNearby, type NearbyEvents } from 'yizhan/element';
export async function main(): Promise<void> {
  defineNearby();
  const nearby = document.querySelector('yizhan-nearby') as YizhanNearby;
  // A client of the one entry is a client of the other.
  nearby.client = await openStations({ source: 'https://a.cn/', unsigned: true, crs: 'gcj02' });
  nearby.strings = { title: '驿站' };
  nearby.addEventListener('yizhan-report', (event) => {
    const { station } = (event as CustomEvent<NearbyEvents['yizhan-report']>).detail;
    console.log(station.id);
  });
}`,
  },
};

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'yizhan-consumers-'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: root,
    encoding: 'utf8',
  });
  const { filename } = (JSON.parse(packed) as { filename: string }[])[0]!;
  write('package.json', '{ "name": "consumer", "private": true }');
  execFileSync(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(project, filename)],
    {
      cwd: project,
    },
  );
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(join(root, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'));
  symlinkSync(join(root, 'node_modules/undici-types'), join(project, 'node_modules/undici-types'));
});
afterAll(() => rmSync(project, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

const resolutions = [
  ['NodeNext', 'NodeNext', 'mts'],
  ['NodeNext', 'NodeNext', 'cts'],
  ['Bundler', 'ESNext', 'ts'],
  ['Node10', 'CommonJS', 'ts'],
] as const;

describe('an app’s compiler', () => {
  it.each(entries.flatMap((entry) => resolutions.map((rest) => [entry, ...rest] as const)))(
    'takes %s by %s (%s, .%s)',
    (entry, moduleResolution, module, extension) => {
      const app = apps[entry];
      if (app === undefined) throw new Error(`nobody tries ${entry}`);
      const name = `${entry.replace('/', '-')}-${module}-${extension}`;
      write(`${name}/main.${extension}`, app.code);
      expect(
        complaints(join(project, name, `main.${extension}`), app, module, moduleResolution),
      ).toEqual([]);
    },
  );
});

/** All that TypeScript has to say, of our files as well. */
function complaints(
  file: string,
  { lib, types }: { lib: string; types: string },
  module: keyof typeof ts.ModuleKind,
  moduleResolution: keyof typeof ts.ModuleResolutionKind,
): string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2019,
    lib: lib.split(',').map((name) => `lib.${name.toLowerCase()}.d.ts`),
    types: types === '' ? [] : [types],
    module: ts.ModuleKind[module],
    moduleResolution: ts.ModuleResolutionKind[moduleResolution],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => project;
  // What is the same for all of them is parsed once.
  host.getSourceFile = (name, how, ...rest) => {
    const format = typeof how === 'object' ? how.impliedNodeFormat : undefined;
    const key = `${name} ${format} ${moduleResolution}`;
    const known = parsed.get(key) ?? getSourceFile.call(host, name, how, ...rest);
    if (known !== undefined) parsed.set(key, known);
    return known;
  };
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ messageText, file: at }) =>
        `${at?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const parsed = new Map<string, ts.SourceFile>();

describe('each entry', () => {
  /** Reading a name is no harm where publishers' tables are read: a library looks for a page there. */
  const trapsOf = (entry: string) =>
    entry === 'yizhan/publish' ? [] : ['window', 'document', 'localStorage', 'wx', 'my'];
  const load = (entry: string, statement: string, kind: 'module' | 'commonjs') =>
    spawnSync(
      'node',
      [
        '--input-type',
        kind,
        '-e',
        `const traps = ${JSON.stringify(trapsOf(entry))};
        const before = Object.getOwnPropertyNames(globalThis).sort().join();
        const later = () => {
          const after = Object.getOwnPropertyNames(globalThis).sort().join();
          console.log(after === before);
        };
        for (const name of traps)
          Object.defineProperty(globalThis, name, {
            configurable: true, enumerable: false,
            get() { throw new Error('somebody asked for ' + name); },
          });
        const clean = () => { for (const name of traps) delete globalThis[name]; };
        ${statement}`,
      ],
      { cwd: project, encoding: 'utf8' },
    );

  it.each(entries)('%s is imported, and touches no global', (entry) => {
    const { stdout, stderr } = load(entry, `await import('${entry}'); clean(); later();`, 'module');
    expect([stdout, stderr]).toEqual(['true\n', '']);
  });

  it.each(entries)('%s is required, and touches no global', (entry) => {
    const { stdout, stderr } = load(entry, `require('${entry}'); clean(); later();`, 'commonjs');
    expect([stdout, stderr]).toEqual(['true\n', '']);
  });
});
