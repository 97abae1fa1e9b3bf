import type { Page } from 'playwright-core';

/** One picture: what is done with a page before it is taken. */
export interface Scene {
  readonly name: string;
  readonly widths: readonly (320 | 390 | 1280)[];
  readonly themes: readonly ('light' | 'dark')[];
  prepare(page: Page): Promise<void>;
}
