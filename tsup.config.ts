import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { core: 'src/core.ts', index: 'src/index.ts', publish: 'src/publish.ts' },
    format: ['esm', 'cjs'],
    // The oldest WebViews in riders' hands; React Native compiles from here as well.
    target: 'es2019',
    platform: 'neutral',
    dts: true,
    // What the entries share is in one file: a StationSet of the one is a StationSet of the others.
    splitting: true,
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
