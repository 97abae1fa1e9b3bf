import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Those need a build, and have a command of their own: npm run test:package.
    exclude: ['test/package/**'],
    // Oracles are slow on purpose; a hung test should still end.
    testTimeout: 60_000,
  },
});
