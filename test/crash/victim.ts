import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Phase } from '../../src/client/phases';
import { type RunningChromium, startChromium } from '../browser/chromium';
import {
  answersIn,
  openIn,
  refreshIn,
  StationServer,
  type StationWindow,
} from '../browser/station-pages';
import type { Versions } from '../support/device';
import type { Random } from '../support/random';

/*
 * A whole Chromium to kill while it updates, again and again, each time with a copy of the same profile: that has the
 * old generation, its site the new one.
 */

declare const window: StationWindow;

/** Killed when there was no update yet, or no longer: nothing was tried. */
type Moment = Phase | 'idle';

export interface Kill {
  /** What the update was doing, by the last that was heard of it. */
  readonly during: Moment;
  readonly left: 'old' | 'new';
}

/** Heard of one phase, it is killed before the other one ends. Most can go wrong while it stores. */
const aims: readonly (readonly [heard: Phase, end: Phase])[] = [
  ['checking', 'checking'],
  ['fetching', 'fetching'],
  ['verifying', 'verifying'],
  ['verifying', 'storing'],
  ['storing', 'storing'],
  ['storing', 'storing'],
];

export class Victim {
  private old = '';
  private fresh = '';
  /** How long each phase takes here. */
  readonly milliseconds = new Map<string, number>();

  private constructor(
    private readonly folder: string,
    private readonly server: StationServer,
    private readonly sites: Versions,
  ) {}

  /** @param folder for profiles */
  static async prepare(folder: string, sites: Versions): Promise<Victim> {
    const victim = new Victim(folder, await StationServer.start(sites.key.publicKey), sites);
    mkdirSync(folder, { recursive: true });
    await victim.makeOld();
    await victim.makeFresh();
    return victim;
  }

  stop(): void {
    this.server.stop();
  }

  /**
   * Kills one update somewhere, and looks at what the next start finds.
   *
   * @throws Error when that is neither the old nor the new generation, or when no update goes on from it
   */
  async kill(random: Random): Promise<Kill> {
    const [heard, end] = random.pick(aims);
    const phases = [...this.milliseconds.keys()];
    const between = phases.slice(phases.indexOf(heard), phases.indexOf(end) + 1);
    const longest = between.reduce((sum, phase) => sum + this.milliseconds.get(phase)!, 0);
    // It is heard a moment late: at the very end, the phase would be over.
    const wait = random.between(0, 0.8 * longest);
    const profile = this.copyOfOld();
    const during = await this.killUpdate(profile, heard, wait);
    const left = await this.whatIsLeft(profile);
    rmSync(profile, { recursive: true, force: true });
    return { during, left };
  }

  private get prepared(): string {
    return join(this.folder, 'prepared');
  }

  private copyOfOld(): string {
    const profile = mkdtempSync(join(this.folder, 'profile-'));
    cpSync(this.prepared, profile, { recursive: true });
    return profile;
  }

  private async makeOld(): Promise<void> {
    this.server.site = this.sites.first;
    await inChromium(this.prepared, async (chromium) => {
      const page = await this.server.open(chromium.context);
      const { kind, sequence } = await openIn(page);
      must(kind === 'indexeddb' && sequence === 1, 'the old generation is not kept');
      this.old = await answersIn(page);
      await chromium.close();
    });
    this.server.site = this.sites.second;
  }

  /** Updates undisturbed, with a clock. */
  private async makeFresh(): Promise<void> {
    const rounds = 3;
    for (let round = 0; round < rounds; round++) {
      const profile = this.copyOfOld();
      const [times, fresh] = await inChromium(profile, async (chromium) => {
        const page = await this.openOld(chromium);
        return [await timesOf(page), await answersIn(page)] as const;
      });
      times.forEach(([phase, since], i) => {
        const until = times[i + 1]?.[1] ?? since;
        const before = this.milliseconds.get(phase) ?? 0;
        if (phase !== 'idle') this.milliseconds.set(phase, before + (until - since) / rounds);
      });
      must(this.fresh === '' || this.fresh === fresh, 'two updates lead to two things');
      this.fresh = fresh;
      rmSync(profile, { recursive: true, force: true });
    }
    must(this.old !== this.fresh, 'the new generation is the old one');
  }

  private async openOld(chromium: RunningChromium): Promise<Page> {
    const page = await this.server.open(chromium.context);
    const { source, sequence } = await openIn(page, { ready: 'now' });
    must(source === 'device' && sequence === 1, 'the profile has not the old generation');
    return page;
  }

  private async killUpdate(profile: string, heard: Phase, wait: number): Promise<Moment> {
    let last: Moment = 'idle';
    await inChromium(profile, async (chromium) => {
      const page = await this.openOld(chromium);
      const isHeard = new Promise<void>((resolve) => {
        page.on('console', (message) => {
          // The browser's own messages are of other types.
          if (message.type() !== 'log') return;
          last = message.text() as Moment;
          if (last === heard || last === 'idle') resolve();
        });
      });
      await page.evaluate(() => {
        window.client.on('status', ({ phase }) => console.log(phase));
        void window.client.refresh();
      });
      await isHeard;
      await new Promise((resolve) => setTimeout(resolve, wait));
      // What it said before it died is heard before the line is found to be dead.
      await chromium.kill();
    });
    return last;
  }

  private async whatIsLeft(profile: string): Promise<Kill['left']> {
    return inChromium(profile, async ({ context }) => {
      this.server.isDown = true;
      const page = await this.server.open(context);
      const { source, kind } = await openIn(page, { ready: 'now' });
      must(source === 'device' && kind === 'indexeddb', `stations from ${source}, kept in ${kind}`);
      const answers = await answersIn(page);
      must(answers === this.old || answers === this.fresh, 'torn: answers of neither');
      this.server.isDown = false;
      const left = answers === this.old ? 'old' : 'new';
      const refreshed = await refreshIn(page);
      must(refreshed === `${left === 'old'} 2`, `${left} was left, then an update: ${refreshed}`);
      must((await answersIn(page)) === this.fresh, 'no update after the crash');
      const other = await this.server.open(context);
      const again = await openIn(other, { ready: 'now' });
      must(again.source === 'device' && (await answersIn(other)) === this.fresh, 'nothing kept');
      return left;
    });
  }
}

/** Whatever happens, none of its processes stays behind. */
async function inChromium<T>(
  profile: string,
  work: (chromium: RunningChromium) => Promise<T>,
): Promise<T> {
  const chromium = await startChromium(profile);
  try {
    return await work(chromium);
  } finally {
    await chromium.kill();
  }
}

function timesOf(page: Page): Promise<[phase: string, since: number][]> {
  return page.evaluate(async () => {
    const times: [phase: string, since: number][] = [];
    window.client.on('status', ({ phase }) => times.push([phase, performance.now()]));
    await window.client.refresh();
    return times;
  });
}

function must(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise);
}
