import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Each engine takes a core of its own; two of them at most.
  test: {
    include: ['test/engines/*.test.ts'],
    testTimeout: 120_000,
    globalSetup: 'test/support/temporary-folder.ts',
  },
});
