import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those need a build, and have commands of their own: npm run test:package, npm run test:browser.
    exclude: ['test/package/**', 'test/browser/**'],
    // All cores: the default leaves one idle, which on a machine with two is half.
    maxWorkers: '100%',
    // Oracles are slow on purpose; a hung test should still end.
    testTimeout: 60_000,
  },
});
