import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Service } from '../../src/core';
import type { LngLat } from '../../src/geo/position';
import { type Agreement, isRight } from './agreement';
import { alongContestants } from './along';
import { checkAlong } from './along-check';
import { buildContestants } from './build';
import { type Data, riders, sample, synthetic } from './data';
import { measure } from './measure';
import { limit, nearestContestants } from './nearest';
import { checkNearest } from './nearest-check';
import { type Race, table } from './report';
import { routes } from './routes';

const notes = `Median over the rounds; ratio to the first line of each table, taken round by round, then the
median. All of it is compiled to ES2019 and timed when warm.
Not like for like:
- geokdbush and Haversine measure on a sphere, and so order some stations differently. geokdbush
  returns numbers only; yizhan checks its options, returns stations, distances and bearings, and
  breaks ties by id. Along a route it also returns the side, the detour and where to leave.
- "kdbush range by segment" measures in a plane, which serves for narrow corridors only.
- Turf's buffer is a polygon of few corners around a line on a sphere, and its metres are spherical.
- An index of positions is a small part of a set: StationSet.from also checks and copies records.
The sample is made up, its size is a real one; the synthetic set is copies of it, moved about.`;

const rounds = 9;

/** Common and rare: 64 % and 3 % of the sample's stations. */
const services: readonly (Service | undefined)[] = [undefined, 'toilet', 'shower'];

function raceNearest(data: Data, from: readonly LngLat[], service?: Service): Race {
  const contestants = nearestContestants(data, service);
  const agreements = ours(checkNearest(contestants, data.stations, service, from));
  const title = `nearest ${limit}${service ? ` with ${service}` : ''}; ${data.name}`;
  return { title, agreements, results: measure(contestants, from, rounds) };
}

function raceAlong(data: Data): Race {
  const paths = routes(2);
  const contestants = alongContestants(data);
  const agreements = ours(checkAlong(contestants, data.stations, paths));
  const title = `along 20 km, 200 m either side; ${data.name}`;
  return { title, agreements, results: measure(contestants, paths, rounds) };
}

function raceBuild(data: Data): Race {
  const title = `build a set; ${data.name}`;
  return { title, agreements: [], results: measure(buildContestants(data), [undefined], rounds) };
}

/** Speed is worth nothing when the answer is wrong: stops the benchmark when one of ours is. */
function ours(agreements: Agreement[]): Agreement[] {
  for (const agreement of agreements) {
    if (!agreement.name.startsWith('yizhan') || isRight(agreement)) continue;
    throw new Error(`${agreement.name} answers wrongly: ${agreement.firstDifference}`);
  }
  return agreements;
}

function main(): void {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const small = sample();
  const large = synthetic(small);
  const from = riders(small, 100);
  const races: Race[] = [];
  const show = (race: Race): void => {
    races.push(race);
    console.log(`${table(race)}\n`);
  };
  console.log(`Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString()}\n`);
  for (const data of [small, large]) {
    for (const service of services) show(raceNearest(data, from, service));
    show(raceAlong(data));
  }
  show(raceBuild(small));
  console.log(notes);
  if (values.json === undefined) return;
  const machine = { node: process.version, cores: cpus().length, date: new Date().toISOString() };
  writeFileSync(values.json, `${JSON.stringify({ ...machine, notes, races }, null, 2)}\n`);
}

main();
