import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { core: 'src/core.ts' },
    format: ['esm', 'cjs'],
    // The oldest WebViews in riders' hands; React Native compiles from here as well.
    target: 'es2019',
    platform: 'neutral',
    dts: true,
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
