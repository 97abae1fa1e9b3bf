import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * errors < geo < dataset < { search, links } < stations < client < nearby < { hosts, publish } < { cli, element }
 *
 * A file imports from lower layers and its own folder. Folders on one line never import each other.
 */
const layers: readonly (readonly string[])[] = [
  ['wording.ts'],
  ['errors.ts'],
  ['options.ts'],
  ['geo'],
  ['dataset'],
  ['search', 'links'],
  ['stations'],
  ['client'],
  ['nearby'],
  ['hosts', 'publish'],
  ['cli', 'element'],
];

/** Entry points re-export; the bin's also starts. They may import from everywhere below. */
const entryPoints = [
  'packs.ts',
  'screens.ts',
  'core.ts',
  'index.ts',
  'node.ts',
  'miniprogram.ts',
  'react-native.ts',
  'publish.ts',
  'element.ts',
  'yizhan-nearby.ts',
  'cli.ts',
];

/** Where each dependency lives: one home each. */
const homes: Readonly<Record<string, readonly string[]>> = {
  zod: ['dataset/schema.ts'],
  pbf: ['dataset/pack/wire.ts'],
  // zip.ts looks into a workbook before it is unpacked by others.
  fflate: ['dataset/gzip.ts', 'publish/import/tables/zip.ts'],
  '@noble/ed25519': ['dataset/manifest/ed25519.ts'],
  tweetnacl: ['dataset/manifest/ed25519-without-bigint.ts'],
  // What WebCrypto does where there is WebCrypto.
  '@noble/hashes': ['dataset/manifest/digest.ts', 'dataset/manifest/ed25519.ts'],
  ky: ['hosts/http/ky-transport.ts'],
  flatgeobuf: ['publish/export/flatgeobuf-library.ts'],
  flatbuffers: ['publish/export/flatgeobuf-library.ts'],
  'hyparquet-writer': ['publish/export/geoparquet'],
  'write-excel-file': ['publish/export/xlsx.ts'],
  'read-excel-file': ['publish/import/tables/workbook.ts'],
  chardet: ['publish/import/tables/legacy-encodings.ts'],
  '@turf/point-on-feature': ['publish/import/tables/inside-point.ts'],
  '@vant/area-data': ['publish/import/values'],
  'opencc-js': ['publish/import/values'],
  proj4: ['publish/import'],
  kdbush: ['search/bounds-index.ts'],
  '@turf/boolean-point-in-polygon': ['search/area.ts'],
  papaparse: ['publish/csv.ts'],
  'string-width': ['cli/print/text.ts'],
  picocolors: ['cli/print/table.ts'],
};

const source = fileURLToPath(new URL('../src', import.meta.url));

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replace(/\\/g, '/'))
  .filter((file) => file.endsWith('.ts'));

/** What a file imports or re-exports: relative paths from `src`, packages by name. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)';|^import '([^']+)';/gms)].map(
    (match) => {
      const target = (match[1] ?? match[2])!;
      if (!target.startsWith('.')) return target;
      return normalize(join(dirname(file), target)).replace(/\\/g, '/');
    },
  );
}

function layerOf(path: string): number {
  const top = path.split('/')[0]!;
  return layers.findIndex((names) => names.some((name) => name === top || name === `${top}.ts`));
}

function folderOf(path: string): string {
  return path.split('/')[0]!.replace(/\.ts$/, '');
}

describe('the layers of src/', () => {
  it('sees the imports', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(importsOf('stations/station-set.ts')).toContain('geo/route');
    expect(importsOf('dataset/schema.ts')).toContain('zod/mini');
    expect(importsOf('core.ts')).toContain('stations/station-set-from');
  });

  it('gives every file a layer', () => {
    for (const file of files) {
      if (!entryPoints.includes(file)) expect(layerOf(file), file).toBeGreaterThanOrEqual(0);
    }
  });

  it('lets files import only from lower layers and their own folder', () => {
    for (const file of files) {
      if (entryPoints.includes(file)) continue;
      for (const target of importsOf(file)) {
        if (!files.includes(`${target}.ts`) && !files.includes(`${target}/index.ts`)) continue;
        const below = layerOf(target) < layerOf(file);
        const own = folderOf(target) === folderOf(file);
        // The command line is a user of the library, and reads it by its front door.
        const frontDoor = target === 'core' && layerOf(file) >= layerOf('hosts');
        expect(below || own || frontDoor, `${file} imports ${target}`).toBe(true);
      }
    }
  });

  it('has no cycle', () => {
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): void => {
      expect(trail, `${[...trail, file].join(' → ')}`).not.toContain(file);
      if (done.has(file)) return;
      for (const target of importsOf(file)) {
        const next = [`${target}.ts`, `${target}/index.ts`].find((name) => files.includes(name));
        // Types vanish when compiled, but a cycle of them is a knot for the reader all the same.
        if (next !== undefined) visit(next, [...trail, file]);
      }
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  it('keeps each dependency in its home', () => {
    for (const file of files) {
      for (const target of importsOf(file)) {
        if (target.startsWith('node:') || !/^[@a-z]/.test(target)) continue;
        if (files.includes(`${target}.ts`) || files.includes(`${target}/index.ts`)) continue;
        const name = Object.keys(homes).find(
          (home) => target === home || target.startsWith(`${home}/`),
        );
        expect(name, `${file} imports ${target}, which has no home`).toBeDefined();
        expect(
          homes[name!]!.some((home) => file.startsWith(home)),
          `${file} imports ${target}`,
        ).toBe(true);
      }
    }
  });

  it('uses node: only for publishers, Node hosts and the command line', () => {
    for (const file of files) {
      if (!importsOf(file).some((target) => target.startsWith('node:'))) continue;
      expect(/^(hosts\/node|publish\/|cli\/|cli\.ts)/.test(file), file).toBe(true);
    }
  });

  it('reaches for what only one host has in hosts/ alone', () => {
    // The compiler knows neither the DOM nor wx: a file has to declare what it takes from them.
    for (const file of files) {
      const text = readFileSync(join(source, file), 'utf8');
      if (!/^\s*declare (const|let|var|function|class|global)\b/m.test(text)) continue;
      expect(/^(hosts|element)\//.test(file), file).toBe(true);
    }
  });

  it('keeps files below 300 lines', () => {
    for (const file of files) {
      const lines = readFileSync(join(source, file), 'utf8').trimEnd().split('\n').length;
      expect(lines, relative('.', file)).toBeLessThanOrEqual(300);
    }
  });
});
