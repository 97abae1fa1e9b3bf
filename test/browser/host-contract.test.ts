import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as core from '../../src/core';
import { systems } from '../engines/answers';
import { ContractServer } from '../engines/contract-server';
import { hostContract } from '../engines/host-contract';
import { packsOf } from '../engines/memory-site';
import { pageScript } from '../engines/scripts';
import { type SiteData, siteData } from '../engines/site-data';
import { tellAnswers } from '../engines/tell';
import { chromiumPath, type RunningChromium, startChromium } from './chromium';

/* The contract of all hosts, kept in a page, and the same answers as in every other engine, to the last digit. */

declare const window: { tell(site: SiteData): Promise<string[]> };

describe.skipIf(chromiumPath === undefined)('a page in Chromium', () => {
  let chromium: RunningChromium;
  let server: ContractServer;
  let site: SiteData;
  let said: readonly string[];

  beforeAll(async () => {
    site = await siteData();
    const html = '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>';
    const page = `${html}<link rel="icon" href="data:,">`;
    const files = { 'page.html': page, 'frame.html': page, 'page.js': await pageScript() };
    server = await ContractServer.start(site, files);
    chromium = await startChromium();
    const tab: Page = await chromium.context.newPage();
    await tab.goto(`${server.origin}/page.html`);
    said = await tab.evaluate((site) => window.tell(site), site);
  }, 240_000);
  afterAll(async () => {
    await chromium?.close();
    server?.stop();
  });

  const after = (start: string) => said.filter((line) => line.startsWith(`${start}\t`));

  it('keeps the contract of hosts', () => {
    expect(after('broken')).toEqual([]);
    expect(after('kept').length).toBe(hostContract.length);
  });

  it('answers as Node does, to the last digit', () => {
    const sets = new Map(
      systems.map((crs) => [crs, core.StationSet.decode(packsOf(site.whole)[0]!, { crs })]),
    );
    const expected: string[] = [];
    tellAnswers(core, sets, (line) => expected.push(line));
    const answers = after('answer');
    for (const [i, answer] of answers.entries()) expect(answer).toBe(expected[i]);
    expect(answers.length).toBe(expected.length);
    expect(answers.length).toBeGreaterThan(500);
  });
});
