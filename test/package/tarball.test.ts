import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* The package as a stranger gets it: packed, and installed into an empty project. */

const root = fileURLToPath(new URL('../..', import.meta.url));
let project: string;
let bin: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'yizhan-package-'));
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', project], {
    cwd: root,
    encoding: 'utf8',
  });
  const { filename } = (JSON.parse(packed) as { filename: string }[])[0]!;
  write('package.json', '{ "name": "stranger", "private": true }');
  execFileSync(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(project, filename)],
    { cwd: project },
  );
  bin = join(project, 'node_modules/.bin/yizhan');
});
afterAll(() => rmSync(project, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(project, name);
  writeFileSync(path, text);
  return path;
}

const query = `
const set = StationSet.from([{ id: 'a', position: [121.4737, 31.2304], services: ['toilet'] }], { crs: 'gcj02' });
const [hit] = set.nearest({ lng: 121.47, lat: 31.23 }, { limit: 1, services: ['toilet'] });
console.log(hit.station.id, Math.round(hit.distanceMeters));
`;

describe('the packed package', () => {
  it('has no runtime dependencies', () => {
    const installed = JSON.parse(
      readFileSync(join(project, 'node_modules/yizhan/package.json'), 'utf8'),
    ) as object;
    expect(installed).not.toHaveProperty('dependencies');
  });

  it('works as ESM', () => {
    write('esm.mjs', `import { StationSet } from 'yizhan/core';${query}`);
    expect(execFileSync('node', ['esm.mjs'], { cwd: project, encoding: 'utf8' })).toBe('a 356\n');
  });

  it('works as CommonJS', () => {
    write('cjs.cjs', `const { StationSet } = require('yizhan/core');${query}`);
    expect(execFileSync('node', ['cjs.cjs'], { cwd: project, encoding: 'utf8' })).toBe('a 356\n');
  });

  it('opens a source from either entry, and importing them touches no global', () => {
    const code = `
const before = JSON.stringify(Reflect.ownKeys(globalThis).map(String));
const load = async (name) => (await import(name)).openStations;
Promise.all(['yizhan', 'yizhan/node', 'yizhan/core', 'yizhan/publish'].map(load)).then(async ([browser, node]) => {
  console.log(JSON.stringify(Reflect.ownKeys(globalThis).map(String)) === before);
  for (const open of [browser, node])
    await open({ source: 'http://127.0.0.1:1/', unsigned: true, crs: 'gcj02' }).catch((error) => console.log(error.code));
});`;
    for (const file of ['open.mjs', 'open.cjs']) {
      write(file, code);
      const output = execFileSync('node', [file], {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: project },
      });
      expect(output, file).toBe('true\nNETWORK_FAILED\nNETWORK_FAILED\n');
    }
  });

  it('has all of it in the entry for browsers, which Node may import', () => {
    const code = `${query}
console.log(StationSet === core.StationSet);
openNavigation([{ kind: 'web', url: 'https://uri.amap.com/' }]).catch((error) => console.log(error.code));`;
    write(
      'browser.mjs',
      `import { openNavigation, StationSet } from 'yizhan'; import * as core from 'yizhan/core';${code}`,
    );
    write(
      'browser.cjs',
      `const { openNavigation, StationSet } = require('yizhan'); const core = require('yizhan/core');${code}`,
    );
    for (const file of ['browser.mjs', 'browser.cjs']) {
      expect(execFileSync('node', [file], { cwd: project, encoding: 'utf8' }), file).toBe(
        'a 356\ntrue\nNO_WEB_PAGE\n',
      );
    }
  });

  it('exports every format from the entry for publishers, which shares its sets with the others', () => {
    const code = `
const set = core.StationSet.from([{ id: 'a', position: [121.4737, 31.2304] }], { crs: 'gcj02' });
console.log(publish.StationSet === core.StationSet);
Promise.all(publish.exportFormats.map(async (format) => {
  const bytes = await publish.exportStations(set, format);
  return format + ' ' + Buffer.from(bytes).toString('latin1', 0, 3);
})).then((formats) => console.log(formats.join('\\n')));`;
    write(
      'publish.mjs',
      `import * as publish from 'yizhan/publish'; import * as core from 'yizhan/core';${code}`,
    );
    write(
      'publish.cjs',
      `const publish = require('yizhan/publish'); const core = require('yizhan/core');${code}`,
    );
    for (const file of ['publish.mjs', 'publish.cjs']) {
      expect(execFileSync('node', [file], { cwd: project, encoding: 'utf8' }), file).toBe(
        'true\ngeojson {"t\ncsv id,\nxlsx PK\u0003\nflatgeobuf fgb\ngeoparquet PAR\n',
      );
    }
  });

  it('reaches for nothing of Node in the entries for everywhere, nor for a package in any', () => {
    const dist = join(project, 'node_modules/yizhan/dist');
    const atOnce = /^(?:(?:import|export)\b.* from|} from|import) ["']([^"']+)["'];?$/gm;
    // A bundled library's comment may name a type so: @type {import("./core").Thing}
    const later = /(?<!@type \{)\bimport\(["']([^"']+)["']\)/g;
    const required = /\brequire\(["']([^"']+)["']\)/g;
    /** What a built file imports, at once or later. */
    const importsOf = (file: string) => {
      const text = readFileSync(join(dist, file), 'utf8');
      const patterns = file.endsWith('.cjs') ? [required] : [atOnce, later];
      return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!));
    };
    const reached = (entry: string) => {
      const files = new Set([entry]);
      const others = new Set<string>();
      for (const file of files) {
        for (const name of importsOf(file))
          (name.startsWith('./') ? files : others).add(name.replace(/^\.\//, ''));
      }
      return { files: [...files], others: [...others] };
    };
    for (const ending of ['js', 'cjs']) {
      for (const entry of ['core', 'index']) {
        const { files, others } = reached(`${entry}.${ending}`);
        expect(files.length).toBeGreaterThan(1);
        expect(others, `${entry}.${ending}`).toEqual([]);
      }
    }
    for (const entry of ['publish.js', 'publish.cjs', 'cli.js']) {
      const { others } = reached(entry);
      expect(others.length, entry).toBeGreaterThan(0);
      expect(
        others.filter((name) => !isBuiltin(name)),
        entry,
      ).toEqual([]);
    }
  });

  it('takes a route made by its other copy', () => {
    const code = `import { createRequire } from 'node:module';
import { StationSet } from 'yizhan/core';
const { Route } = createRequire(import.meta.url)('yizhan/core');
const set = StationSet.from([{ id: 'a', position: [0, 0] }], { crs: 'wgs84' });
console.log(set.along(Route.from([[0, 0], [1, 0]], { crs: 'wgs84' })).length);`;
    write('both.mjs', code);
    expect(execFileSync('node', ['both.mjs'], { cwd: project, encoding: 'utf8' })).toBe('1\n');
  });

  it.each([
    ['NodeNext', 'NodeNext'],
    ['ESNext', 'Bundler'],
    ['CommonJS', 'Node10'],
  ])('has types under module %s, resolution %s', (module, moduleResolution) => {
    write(
      'consumer.ts',
      `import { type NavigationLink, type OpenedNavigation, openNavigation } from 'yizhan';
import { type StationHit, StationSet } from 'yizhan/core';
const set: StationSet = StationSet.from([{ id: 'a', position: [121, 31] }], { crs: 'gcj02' });
const hits: StationHit[] = set.nearest([121, 31], { services: ['toilet', 'x-sauna'], limit: undefined });
// @ts-expect-error: no such service
set.nearest([121, 31], { services: ['toilte'] });
const open = (links: NavigationLink[]): Promise<OpenedNavigation> => openNavigation(links);
export { hits, open };
`,
    );
    const flags = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--target',
      'ES2020',
      '--module',
      module,
      '--moduleResolution',
      moduleResolution,
    ];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout, status } = spawnSync('node', [tsc, ...flags, 'consumer.ts'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('names only its own types in its declarations', () => {
    for (const entry of ['core', 'index']) {
      const file = join(project, `node_modules/yizhan/dist/${entry}.d.ts`);
      const named = [...readFileSync(file, 'utf8').matchAll(/from ['"](.*)['"]/g)];
      for (const [, name] of named) expect(name).toMatch(/^\.\//);
    }
  });
});

describe('the installed command', () => {
  it('answers from the sample', () => {
    const { stdout, stderr, status } = spawnSync(bin, ['near', '121.4737,31.2304'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('sample-310101');
    expect(stderr).toContain('made up');
  });

  it('reads standard input', () => {
    const input = '[{"id":"a","position":[-0.1276,51.5072]}]';
    const { stdout } = spawnSync(
      bin,
      ['near', '-0.1276,51.5072', '--data', '-', '--crs', 'wgs84', '-f', 'csv'],
      { encoding: 'utf8', input },
    );
    expect(stdout.split('\n')[1]).toMatch(/^0,0,"{""state"":""unknown""}",a,/);
  });

  it('is quiet when the pipe is closed early', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${bin}" list --quiet --format json | head -n 1`],
      { encoding: 'utf8' },
    );
    expect({ stdout, stderr }).toEqual({ stdout: '[\n', stderr: '' });
  });

  it('answers on when nobody reads its remarks, and says when it cannot write, with an exit code of its own', () => {
    const answers = write('out.txt', '');
    spawnSync('sh', ['-c', `"${bin}" near 121.4737,31.2304 2>&1 >"${answers}" | true`]);
    expect(readFileSync(answers, 'utf8')).toContain('sample-310101');
    const { stderr, status } = spawnSync('sh', ['-c', `"${bin}" list -q > /dev/full`], {
      encoding: 'utf8',
    });
    expect(stderr).toMatch(/^yizhan: cannot write: .*ENOSPC.*\n$/);
    expect(status).toBe(3);
  });

  it('writes all of a long answer into a slow pipe', () => {
    const { stdout } = spawnSync(
      'sh',
      ['-c', `"${bin}" list -q --format ndjson | (sleep 1; cat)`],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    expect(stdout.trimEnd().split('\n')).toHaveLength(7395);
  });

  it('ends at once when it is interrupted', async () => {
    const child = spawn(bin, ['list', '--data', '-']);
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += chunk));
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    const signal = await new Promise((resolve) => child.on('exit', (_, by) => resolve(by)));
    expect({ signal, stderr }).toEqual({ signal: 'SIGINT', stderr: '' });
  });

  it('refuses 2 GB of one line within bounded memory, from a file and from a pipe', () => {
    const meter = write(
      'meter.cjs',
      "process.on('exit', () => console.error('MEMORY', process.resourceUsage().maxRSS));",
    );
    const file = write('huge.ndjson', '{"id":"');
    truncateSync(file, 2 ** 31);
    const command = `node -r "${meter}" "${bin}" list --data`;
    const line = `head -c 2147483648 /dev/zero | tr '\\0' a | ${command} -`;
    for (const [shell, most] of [
      [`${command} "${file}"`, 200_000],
      [line, 600_000],
    ] as const) {
      const { stderr, status } = spawnSync('sh', ['-c', shell], { encoding: 'utf8' });
      expect(stderr).toContain('it is larger than the 128 MiB allowed');
      expect(status).toBe(2);
      expect(Number(/MEMORY (\d+)/.exec(stderr)?.[1])).toBeLessThan(most);
    }
  });
});
