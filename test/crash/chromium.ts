import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleRecords } from '../../src/cli/sample';
import type { StationRecord } from '../../src/core';
import { chromiumPath } from '../browser/chromium';
import { later, records, type Versions, versionsOf } from '../support/device';
import { Random } from '../support/random';
import { edited } from '../support/sites';
import { Victim } from './victim';

/*
 * Kills a whole Chromium, every process of it at once, in the middle of updates, and looks at what is left: the old
 * generation or the new one, whole, from which an update goes on. Needs a build and Chromium.
 */

const wanted = Number(process.argv[2] ?? 200);
if (chromiumPath === undefined) throw new Error('No Chromium here');

const base = mkdtempSync(join(tmpdir(), 'yizhan-crash-'));
process.on('exit', () => rmSync(base, { recursive: true, force: true, maxRetries: 10 }));

const all = sampleRecords() as StationRecord[];
/** One for each core. Chromium keeps a large piece in a file of its own beside its database, a small one within. */
const devices: readonly [name: string, sites: Versions][] = [
  [`${records.length} stations`, await versionsOf(records, later)],
  [`${all.length} stations`, await versionsOf(all, edited(all, 1))],
];

let kills = 0;
let counted = 0;
const counts = new Map<string, number>();
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
const began = Date.now();

await Promise.all(
  devices.map(async ([name, sites], seed) => {
    const victim = await Victim.prepare(join(base, `${seed}`), sites);
    const lengths = [...victim.milliseconds].map(([phase, ms]) => `${phase} ${ms.toFixed(1)}`);
    console.log(`${name}: an update takes ${lengths.join(', ')} ms`);
    const random = new Random(seed);
    for (let here = 1; counted < wanted; here++) {
      const { during, left } = await victim.kill(random);
      kills++;
      count(`${name}, ${during}: ${left}`);
      if (during !== 'idle') counted++;
      if (here % 20 === 0) console.log(`${name}: killed ${here} times (${counted} in all)`);
    }
    victim.stop();
  }),
);

for (const [what, times] of [...counts].sort()) console.log(`${what} ${times}`);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(`${kills} kills, ${counted} of them during an update, in ${seconds} s: never torn`);
process.exit(counted >= wanted ? 0 : 1);
