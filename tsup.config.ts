import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Options } from 'tsup';

/** zod keeps its settings on `globalThis`, where ours would be everybody's. In here they are a variable. */
const zodOfOurOwn: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'zod-of-our-own',
  setup(build) {
    build.onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](core|registries)\.js$/ }, ({ path }) => ({
      contents: `const ownGlobal = {};\n${readFileSync(path, 'utf8').replace(/globalThis/g, 'ownGlobal')}`,
    }));
  },
};

/** Engines without BigInt have a curve of their own; what it asks Node for, it has no use for. */
const withoutBigInt: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'without-bigint',
  setup(build) {
    build.onResolve({ filter: /^\.\/ed25519$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, 'ed25519-without-bigint.ts'),
    }));
    build.onResolve({ filter: /^crypto$/ }, () => ({ path: 'crypto', namespace: 'none' }));
    build.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** These packages ask for Chrome 93 and iOS 15.4 where older WebViews could do the same. */
const forOlderEngines: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'for-older-engines',
  setup(build) {
    build.onLoad({ filter: /[\\/](@noble[\\/]hashes|ky)[\\/].*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/\bObject\.hasOwn\(/g, 'Object.prototype.hasOwnProperty.call(')
        .replace(/\b(\w+)\.at\(-1\)/g, '$1[$1.length - 1]'),
    }));
  },
};

/** Packages without `exports` are found as bundlers find them; by itself a neutral build looks at none of these. */
const likeBundlers: NonNullable<Options['esbuildOptions']> = (options) => {
  options.mainFields = ['module', 'main'];
};

/** One file, for nothing can be loaded later there. */
const forMiniPrograms: Options = {
  target: 'es2017',
  platform: 'neutral',
  splitting: false,
  esbuildOptions: likeBundlers,
  esbuildPlugins: [withoutBigInt, forOlderEngines],
  sourcemap: false,
};

/** A style's line breaks and blanks are for its readers. */
const shortStyles: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'short-styles',
  setup(build) {
    build.onLoad({ filter: /element[\\/]style\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/= `([^`]*)`/g, (_, css: string) => {
        return `= \`${css.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1')}\``;
      }),
      loader: 'ts',
    }));
  },
};

export default defineConfig([
  {
    entry: {
      core: 'src/core.ts',
      index: 'src/index.ts',
      node: 'src/node.ts',
      'react-native': 'src/react-native.ts',
      publish: 'src/publish.ts',
      element: 'src/element.ts',
    },
    format: ['esm', 'cjs'],
    // The oldest WebViews in riders' hands; React Native compiles from here as well.
    target: 'es2019',
    // Of every dependency the build for no host in particular: core and index must run everywhere.
    platform: 'neutral',
    dts: true,
    // The one that knows the DOM, for the element; types are shared as files are.
    tsconfig: 'src/element/tsconfig.json',
    // What the entries share is in one file: a StationSet of the one is a StationSet of the others. So node and
    // publish, which are for Node alone, are built along with them. Node's own modules are left to Node; should one get
    // into core or index, `npm run size` cannot bundle them.
    splitting: true,
    removeNodeProtocol: false,
    external: [/^node:/, ...builtinModules],
    esbuildOptions: likeBundlers,
    esbuildPlugins: [zodOfOurOwn, forOlderEngines, shortStyles],
    sourcemap: false,
  },
  {
    ...forMiniPrograms,
    entry: { miniprogram: 'src/miniprogram.ts' },
    // For those whose tools bundle: Taro, uni-app.
    format: ['esm', 'cjs'],
    dts: true,
  },
  {
    ...forMiniPrograms,
    // What WeChat's packer copies, as it is: `require('yizhan')` there, and `require('yizhan/miniprogram')`.
    entry: { index: 'src/miniprogram.ts' },
    format: ['cjs'],
    outDir: 'miniprogram_dist',
    outExtension: () => ({ js: '.js' }),
    minify: true,
    onSuccess: async () => {
      writeFileSync('miniprogram_dist/package.json', '{ "type": "commonjs" }\n');
      writeFileSync('miniprogram_dist/miniprogram.js', "module.exports = require('./index.js');\n");
    },
  },
  {
    // One file to include: everything in it.
    entry: { 'yizhan-nearby': 'src/yizhan-nearby.ts' },
    format: ['iife'],
    outExtension: () => ({ js: '.js' }),
    target: 'es2019',
    platform: 'browser',
    splitting: false,
    minify: true,
    esbuildPlugins: [zodOfOurOwn, forOlderEngines, shortStyles],
    sourcemap: false,
  },
  {
    entry: { cli: 'src/cli.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    removeNodeProtocol: false,
    banner: { js: '#!/usr/bin/env node' },
    sourcemap: false,
  },
]);
