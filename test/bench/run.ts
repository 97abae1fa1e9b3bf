import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LngLat } from '../../src/geo/position';
import { type Agreement, isRight } from './agreement';
import { alongContestants } from './along';
import { checkAlong } from './along-check';
import { setBuilders, treeBuilders } from './build-races';
import { type Data, readData, riders } from './data';
import { type Contestant, isOurs, measure } from './measure';
import { checkNearest } from './nearest-check';
import { type NearestRace, nearestRaces } from './nearest-races';
import { type Race, table } from './report';
import { cityRoutes, stationRoutes } from './routes';
import { type SetName, setNames } from './set-names';

const rounds = 9;
const questions = 1000;

function raceNearest(data: Data, race: NearestRace, from: readonly LngLat[]): Race {
  const contestants = race.contestants();
  const agreements = ours(checkNearest(contestants, data.stations, race, from));
  return { title: race.title, agreements, results: measure(contestants, from, rounds) };
}

function raceAlong(data: Data, routes: readonly (readonly LngLat[])[]): Race {
  const contestants = alongContestants(data);
  const agreements = ours(checkAlong(contestants, data.stations, routes));
  const title = 'along 20 km, 200 m either side';
  return { title, agreements, results: measure(contestants, routes, rounds) };
}

function raceBuild(title: string, contestants: readonly Contestant<undefined>[]): Race {
  return { title, agreements: [], results: measure(contestants, [undefined], 5) };
}

/** Speed is worth nothing when the answer is wrong: stops the benchmark when one of ours is. */
function ours(agreements: Agreement[]): Agreement[] {
  for (const agreement of agreements) {
    if (!isOurs(agreement.name) || isRight(agreement)) continue;
    throw new Error(`${agreement.name} answers wrongly: ${agreement.firstDifference}`);
  }
  return agreements;
}

function* racesOf(set: SetName, data: Data): Generator<Race> {
  const from = riders(data, questions);
  for (const race of nearestRaces(data)) yield raceNearest(data, race, from);
  if (set === 'S') yield raceAlong(data, cityRoutes(6));
  if (set === 'N') yield raceAlong(data, stationRoutes(data, 30));
  yield raceBuild('build an index', treeBuilders(data));
  if (set === 'S') yield raceBuild('build a set', setBuilders(data));
}

function readSetName(text: string | undefined): SetName {
  const set = setNames.find((name) => name === text);
  if (set === undefined) throw new Error(`--set: one of ${setNames.join(', ')}`);
  return set;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      places: { type: 'string' },
      results: { type: 'string' },
    },
  });
  const set = readSetName(values.set);
  const start = performance.now();
  const data = readData(set, values.places!);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { tree } = data.index;
  const bytesPerStation = tree.buffer.byteLength / tree.size;
  const memory = `tree and bits: ${bytesPerStation.toFixed(1)} bytes per station`;
  console.log(`${data.name}; made in ${seconds} s; ${memory}, ${tree.words} words of bits\n`);
  const races: Race[] = [];
  for (const race of racesOf(set, data)) {
    races.push(race);
    console.log(`${table(race)}\n`);
  }
  writeFileSync(values.results!, JSON.stringify({ name: data.name, bytesPerStation, races }));
}

main();
