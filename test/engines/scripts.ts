import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformAsync } from '@babel/core';
import { build, type Plugin } from 'esbuild';
import { siteData } from './site-data';

/* One script of everything that an engine needs: the world, the library as it ships, the site, the tests. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the package for mini-programs is. */
const miniProgramLibrary = `${root}miniprogram_dist/index.js`;

/** For engines that mini-programs run on. */
export async function bareScript(platforms: readonly string[]): Promise<string> {
  const library = readFileSync(miniProgramLibrary, 'utf8');
  return [
    // As mini-programs' own tools compile an app.
    await bundled('bare-world.ts', 'es2017'),
    `var yizhan = (function () { var module = { exports: {} }, exports = module.exports;\n${library}\nreturn module.exports; })();`,
    `var site = ${JSON.stringify(await siteData())};`,
    `var platforms = ${JSON.stringify(platforms)};`,
    await bundled('bare-main.ts', 'es2017'),
  ].join('\n');
}

/** For Hermes: compiled by what React Native's own bundler compiles all of an app with. */
export async function nativeScript(): Promise<string> {
  const script = await bundled('native-main.ts', 'es2019');
  const compiled = await transformAsync(script, {
    presets: [['@react-native/babel-preset', { enableBabelRuntime: false }]],
    configFile: false,
    babelrc: false,
    compact: true,
    sourceType: 'script',
  });
  return [
    await bundled('native-world.ts', 'es2017'),
    `var site = ${JSON.stringify(await siteData())};`,
    compiled!.code!,
  ].join('\n');
}

/** For a page: the package for web pages, and the tests. */
export function pageScript(): Promise<string> {
  return bundled('page-main.ts', 'es2019');
}

/** The package's built entry for its source. */
const asItShips: Plugin = {
  name: 'as-it-ships',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/\.\.\/src\/(react-native|index)$/ }, ({ path }) => ({
      path: `${root}dist/${basename(path)}.js`,
    }));
  },
};

async function bundled(name: string, target: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}test/engines/${name}`],
    bundle: true,
    write: false,
    format: 'iife',
    target,
    platform: 'neutral',
    logLevel: 'error',
    plugins: [asItShips],
  });
  return outputFiles[0]!.text;
}
