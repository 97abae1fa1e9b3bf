import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { type Kind, type Service, type StationRecord, StationSet } from '../../src/core';
import { gzip } from '../../src/dataset/gzip';
import { codesOf } from '../../src/dataset/vocabulary';
import { encodePack } from '../../src/stations/encode-pack';
import { Random } from '../support/random';
import { readPlaces } from './places';
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
    ['sample', inWgs84(sampleRecords())],
    ['sample in GCJ-02', StationSet.from(sampleRecords(), { crs: sampleCrs })],
    ['real places', StationSet.from(placeRecords(placesFile), { crs: 'wgs84' })],
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

/** As the other parts have it, and as long to read: with as many decimals as before. */
function inWgs84(records: readonly StationRecord[]): StationSet {
  const moved = StationSet.from(records, { crs: 'wgs84', sourceCrs: sampleCrs }).filter();
  const six = (degrees: number) => Number(degrees.toFixed(6));
  const rounded = moved.map(({ position, ...station }) => {
    return { ...station, position: { lng: six(position.lng), lat: six(position.lat) } };
  });
  return StationSet.from(rounded, { crs: 'wgs84' });
}

/** Places of GeoNames with their names, of made-up kinds and services. */
function* placeRecords(file: string): Generator<StationRecord> {
  const random = new Random(6);
  const kinds = codesOf('kinds') as readonly Kind[];
  const services = codesOf('services') as readonly Service[];
  for (const { id, name, position } of readPlaces(file)) {
    const some = new Set(random.some(services, 12));
    yield { id, name, position, kind: random.pick(kinds), services: [...some] };
  }
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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
