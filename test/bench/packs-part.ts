import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { StationSet } from '../../src/core';
import { gzip } from '../../src/dataset/gzip';
import { encodePack } from '../../src/stations/encode-pack';
import { median } from './measure';
import { realPlaces, sampleInWgs84 } from './opened-sets';
import { columns, factor } from './report';

/** Of fresh processes, taken in turns. */
const rounds = 15;

interface Opened {
  readonly milliseconds: number;
  readonly opening: number;
  readonly ids: readonly string[];
}

interface OpenRace {
  readonly name: string;
  readonly bytes: { readonly pack: number; readonly geojson: number };
  readonly milliseconds: { readonly pack: number; readonly geojson: number };
  /** How many times as long the peers take: round by round, then the median. */
  readonly times: number;
}

/** Races opening packs in fresh processes. @returns what is to be written down */
export function runPacks(placesFile: string): object {
  const name = 'P: from gzipped bytes to the first answer, in fresh processes';
  console.log(`${name}; medians of ${rounds}\n`);
  const sets = [
    ['sample', sampleInWgs84()],
    ['sample in GCJ-02', StationSet.from(sampleRecords(), { crs: sampleCrs })],
    ['real places', realPlaces(placesFile)],
  ] as const;
  const races = sets.map(([title, set]) => openRace(title, set));
  const rows = races.map((race) => [
    race.name,
    `${race.milliseconds.pack.toFixed(1)} ms`,
    `${race.milliseconds.geojson.toFixed(0)} ms`,
    `${factor(race.times)} ×`,
    `${(race.bytes.pack / race.bytes.geojson).toFixed(3)} of the GeoJSON’s bytes`,
  ]);
  const peers = 'gunzip, JSON.parse, zod, kdbush, geokdbush';
  console.log(`${columns([['first answer', 'yizhan', peers, 'ratio', 'gzipped'], ...rows])}\n`);
  return { name, races };
}

function openRace(title: string, set: StationSet): OpenRace {
  const folder = dirname(process.argv[1]!);
  const files = { pack: join(folder, 'pack.gz'), geojson: join(folder, 'geojson.gz') };
  const pack = gzip(encodePack(set));
  const geojson = gzipSync(JSON.stringify(set.toGeoJson()), { level: 9 });
  writeFileSync(files.pack, pack);
  writeFileSync(files.geojson, geojson);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { lng, lat } = set.filter()[(round * 7919) % set.size]!.position;
    // Not at the station itself, where two may be equally far.
    const from = [String(lng + 0.0013), String(lat + 0.0007)];
    const one = openIn('open-ours', files.pack, [...from, set.crs]);
    const other = openIn('open-peers', files.geojson, from);
    // On a sphere some are ordered differently; the nearest of five stay the same but for that.
    const common = one.ids.filter((id) => other.ids.includes(id)).length;
    if (common < one.ids.length - 1) throw new Error(`${one.ids} ≠ ${other.ids}`);
    ours.push(one.milliseconds);
    theirs.push(other.milliseconds);
  }
  return {
    name: `${title}, ${set.size.toLocaleString('en')} stations`,
    bytes: { pack: pack.length, geojson: geojson.length },
    milliseconds: { pack: median(ours), geojson: median(theirs) },
    times: median(theirs.map((time, round) => time / ours[round]!)),
  };
}

function openIn(program: string, file: string, from: readonly string[]): Opened {
  const script = join(dirname(process.argv[1]!), `${program}.mjs`);
  const { stdout, stderr } = spawnSync(process.execPath, [script, file, ...from], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Opened;
}
