import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Oracles are slow on purpose; a hung test should still end.
    testTimeout: 60_000,
  },
});
