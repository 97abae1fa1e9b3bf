import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const window: {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
};

/** What axe-core finds wrong with a page as it is, shadow roots included: each with the elements. */
export async function violationsIn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: a page that lets no other script in is tried as well.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)].join('\n'));
}
