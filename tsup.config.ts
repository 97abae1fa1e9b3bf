import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
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

export default defineConfig([
  {
    entry: {
      core: 'src/core.ts',
      index: 'src/index.ts',
      node: 'src/node.ts',
      publish: 'src/publish.ts',
    },
    format: ['esm', 'cjs'],
    // The oldest WebViews in riders' hands; React Native compiles from here as well.
    target: 'es2019',
    // Of every dependency the build for no host in particular: core and index must run everywhere.
    platform: 'neutral',
    dts: true,
    // What the entries share is in one file: a StationSet of the one is a StationSet of the others. So node and
    // publish, which are for Node alone, are built along with them. Node's own modules are left to Node; should one get
    // into core or index, `npm run size` cannot bundle them.
    splitting: true,
    removeNodeProtocol: false,
    external: [/^node:/, ...builtinModules],
    esbuildOptions(options) {
      // Packages without `exports` are found as bundlers find them; by itself a neutral build looks at none of these.
      options.mainFields = ['module', 'main'];
    },
    esbuildPlugins: [zodOfOurOwn],
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
