import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One browser, its window in front or not: files one after another.
  test: {
    include: ['test/browser/*.test.ts'],
    testTimeout: 60_000,
    fileParallelism: false,
    globalSetup: 'test/support/temporary-folder.ts',
  },
});
