import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/* What the READMEs show is what happens, and the examples run. */

const root = fileURLToPath(new URL('../..', import.meta.url));
const readmes = ['README.md', 'README.zh-CN.md'];
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'yizhan-readme-'));
  mkdirSync(join(project, 'node_modules'));
  symlinkSync(root, join(project, 'node_modules/yizhan'));
});
afterAll(() => rmSync(project, { recursive: true }));

function blocks(file: string, language: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    (match) => match[1]!,
  );
}

describe.each(readmes)('%s', (readme) => {
  it('shows what the command line prints', () => {
    const shown = blocks(readme, 'console');
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const block of shown) {
      const [command, ...output] = block.split('\n');
      const words = command!.replace(/^\$ yizhan /, '').split(' ');
      const { stdout } = spawnSync('node', ['dist/cli.js', ...words], {
        cwd: root,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      expect(output.join('\n')).toBe(stdout);
    }
  });

  it('has code that does what its comments say', () => {
    const [code] = blocks(readme, 'js');
    const file = join(project, `${readme}.mjs`);
    writeFileSync(file, code!);
    const printed = execFileSync('node', [file], { cwd: project, encoding: 'utf8' });
    const promised = [...code!.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map((match) => match[1]!);
    expect(promised.length).toBeGreaterThan(0);
    expect(printed.trimEnd().split('\n')).toEqual(promised);
  });

  it('links only to files that exist', () => {
    const text = readFileSync(join(root, readme), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#]+)/g)]
      .map((match) => match[1]!)
      .filter((link) => !/^[a-z]+:/.test(link));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(root, link)), link).toBe(true);
  });
});

describe('examples', () => {
  const scripts = readdirSync(join(root, 'examples')).filter(
    (name) => name.endsWith('.mjs') && name !== 'sample.mjs',
  );

  it.each(scripts)('%s runs and finds something', (name) => {
    const printed = execFileSync('node', [join('examples', name)], { cwd: root, encoding: 'utf8' });
    expect(printed.trimEnd().split('\n').length).toBeGreaterThan(1);
  });

  it('draw the picture of the README', () => {
    const printed = execFileSync('node', ['examples/picture.mjs'], { cwd: root, encoding: 'utf8' });
    expect(printed).toBe(readFileSync(join(root, 'docs/corridor.svg'), 'utf8'));
  });
});
