import type { BrowserContext } from 'playwright-core';

/** One picture of the docs. */
export interface Scene {
  /** Of the file, without `.png`. */
  readonly name: string;
  shoot(context: BrowserContext): Promise<Buffer>;
}
