import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // What the examples import is what is here.
  resolve: {
    alias: {
      'yizhan/react-native': fileURLToPath(new URL('src/react-native.ts', import.meta.url)),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    // Those need a build, and have commands of their own: npm run test:package, test:browser, test:engines.
    exclude: ['test/package/**', 'test/browser/**', 'test/engines/**'],
    // All cores: the default leaves one idle, which on a machine with two is half.
    maxWorkers: '100%',
    // The files of a worker share what they import, so that each module is loaded and warmed up twice, not a hundred
    // times: a third of the whole time. What a test changes of its surroundings it has to put back.
    isolate: false,
    unstubGlobals: true,
    globalSetup: 'test/support/temporary-folder.ts',
    // Oracles are slow on purpose; a hung test should still end.
    testTimeout: 60_000,
  },
});
