import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { StationSet } from '../../src/core';
import { openStations } from '../../src/node';
import { buildSite } from '../../src/publish/build/build-site';
import { serveSite } from '../../src/publish/serve/serve-site';
import { testKey } from '../support/manifests';
import { median } from './measure';
import { realPlaces, sampleInWgs84 } from './opened-sets';
import { columns, factor } from './report';

/** Of processes, taken in turns. */
const rounds = 25;

interface ColdRace {
  readonly name: string;
  /** Of whole processes, medians; `node` does nothing. */
  readonly milliseconds: { readonly node: number; readonly ours: number; readonly peers: number };
  /** How many times as long the peers take: round by round, then the median. */
  readonly times: number;
  /** The same less what Node takes to do nothing. */
  readonly timesBeyondNode: number;
}

/**
 * Races whole processes from their start to their end: on a device that has a generation, and on one that has a file
 * of GeoJSON. @returns what is to be written down
 */
export async function runCold(placesFile: string): Promise<object> {
  const name = 'D: whole processes that answer once, from what the device has';
  console.log(`${name}; medians of ${rounds}\n`);
  const races = [
    await coldRace('sample', sampleInWgs84()),
    await coldRace('real places', realPlaces(placesFile)),
  ];
  const rows = races.map(({ name, milliseconds, times, timesBeyondNode }) => [
    name,
    `${milliseconds.node.toFixed(0)} ms`,
    `${milliseconds.ours.toFixed(0)} ms`,
    `${milliseconds.peers.toFixed(0)} ms`,
    `${factor(times)} ×`,
    `${factor(timesBeyondNode)} × beyond Node itself`,
  ]);
  const peers = 'JSON.parse, zod, kdbush, geokdbush';
  const heading = ['one answer', 'node, nothing', 'yizhan/node', peers, 'ratio', ''];
  console.log(`${columns([heading, ...rows])}\n`);
  return { name, races };
}

async function coldRace(title: string, set: StationSet): Promise<ColdRace> {
  const folder = join(dirname(process.argv[1]!), title.replace(' ', '-'));
  const geojson = `${folder}.geojson`;
  writeFileSync(geojson, JSON.stringify(set.toGeoJson()));
  const { source, key } = await makeDevice(set, folder);
  const times = { node: [] as number[], ours: [] as number[], peers: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const { lng, lat } = set.filter()[(round * 7919) % set.size]!.position;
    // Not at the station itself, where two may be equally far.
    const from = [String(lng + 0.0013), String(lat + 0.0007)];
    const node = processOf('cold-empty', []);
    const ours = processOf('cold-ours', [join(folder, 'device'), source, key, ...from]);
    const peers = processOf('cold-peers', [geojson, ...from]);
    // On a sphere some are ordered differently; the nearest of five stay the same but for that.
    const common = ours.ids.filter((id) => peers.ids.includes(id)).length;
    if (ours.ids.length !== 5 || common < 4) throw new Error(`${ours.ids} ≠ ${peers.ids}`);
    times.node.push(node.milliseconds);
    times.ours.push(ours.milliseconds);
    times.peers.push(peers.milliseconds);
  }
  const node = median(times.node);
  return {
    name: `${title}, ${set.size.toLocaleString('en')} stations`,
    milliseconds: { node, ours: median(times.ours), peers: median(times.peers) },
    times: median(times.peers.map((time, i) => time / times.ours[i]!)),
    timesBeyondNode: median(times.peers.map((time, i) => (time - node) / (times.ours[i]! - node))),
  };
}

/** A folder in which a client has kept what a publisher signed. */
async function makeDevice(set: StationSet, folder: string) {
  const key = await testKey(1);
  const site = join(folder, 'site');
  await buildSite(set, site, { dataset: 'bench', packs: 'none', keys: [key] });
  const server = await serveSite(site, { port: 0 });
  const source = `${server.url}manifest.json`;
  const { publicKey } = key;
  const options = { source, keys: [publicKey], crs: 'wgs84', refresh: false } as const;
  const client = await openStations({ ...options, folder: join(folder, 'device') });
  client.close();
  await server.close();
  return { source, key: publicKey };
}

function processOf(program: string, args: readonly string[]) {
  const script = join(dirname(process.argv[1]!), `${program}.mjs`);
  const start = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (stdout === '') throw new Error(stderr);
  return { milliseconds, ids: JSON.parse(stdout) as string[] };
}
