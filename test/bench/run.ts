import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { LngLat } from '../../src/geo/position';
import { type Agreement, inWords, isRight } from './agreement';
import { alongContestants } from './along';
import { checkAlong } from './along-check';
import { setBuilders, treeBuilders } from './build-races';
import { codecRaces } from './codec-races';
import { runCold } from './cold-part';
import { placesPerKind } from './conversion-places';
import { conversionRaces } from './conversion-races';
import { type Data, readData, riders } from './data';
import { runHours } from './hours-part';
import { type Contestant, isOurs, measure } from './measure';
import { checkNearest } from './nearest-check';
import { type NearestRace, nearestRaces } from './nearest-races';
import { outlineCost } from './outline-cost';
import { runPacks } from './packs-part';
import { type Answered, printed, type Race } from './report';
import { cityRoutes, stationRoutes } from './routes';
import { type PartName, partNames, type SetName } from './set-names';

const rounds = 9;
const questions = 1000;

function raceNearest(data: Data, race: NearestRace, from: readonly LngLat[]): Race {
  const contestants = race.contestants();
  const answers = ours(checkNearest(contestants, data.stations, race, from));
  return { title: race.title, answers, results: measure(contestants, from, rounds) };
}

function raceAlong(data: Data, routes: readonly (readonly LngLat[])[]): Race {
  const contestants = alongContestants(data);
  const answers = ours(checkAlong(contestants, data.stations, routes));
  const title = 'along 20 km, 200 m either side';
  return { title, answers, results: measure(contestants, routes, rounds) };
}

function raceBuild(title: string, contestants: readonly Contestant<undefined>[]): Race {
  return { title, answers: [], results: measure(contestants, [undefined], 5) };
}

/** Speed is worth nothing when the answer is wrong: stops the benchmark when one of ours is. */
function ours(agreements: readonly Agreement[]): Answered[] {
  for (const agreement of agreements) {
    if (!isOurs(agreement.name) || isRight(agreement)) continue;
    throw new Error(`${agreement.name} answers wrongly: ${agreement.firstDifference}`);
  }
  return agreements.map((agreement) => ({ ...agreement, words: inWords(agreement) }));
}

function* racesOf(set: SetName, data: Data): Generator<Race> {
  const from = riders(data, questions);
  for (const race of nearestRaces(data)) yield raceNearest(data, race, from);
  if (set === 'S') yield raceAlong(data, cityRoutes(6));
  if (set === 'N') yield raceAlong(data, stationRoutes(data, 30));
  yield raceBuild('build an index', treeBuilders(data));
  if (set === 'S') yield raceBuild('build a set', setBuilders(data));
}

/** Races a set. @returns what is to be written down */
function runSet(set: SetName, placesFile: string): object {
  const start = performance.now();
  const data = readData(set, placesFile);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { tree } = data.index;
  const bytesPerStation = tree.buffer.byteLength / tree.size;
  const memory = `tree and bits: ${bytesPerStation.toFixed(1)} bytes per station`;
  console.log(`${data.name}; made in ${seconds} s; ${memory}, ${tree.words} words of bits\n`);
  return { name: data.name, bytesPerStation, races: printed(racesOf(set, data)) };
}

/** Races what needs no stations. */
function runConversions(placesFile: string): object {
  const name = `C: conversions of ${placesPerKind.toLocaleString('en')} places of each kind, and codecs`;
  console.log(`${name}; times for a place or a vertex\n`);
  const places = JSON.parse(readFileSync(placesFile, 'utf8'));
  const races = [...printed(conversionRaces(places)), ...printed(codecRaces())];
  const outline = outlineCost();
  console.log(`${outline.words}\n`);
  return { name, races, outline };
}

function readPartName(text: string | undefined): PartName {
  const part = partNames.find((name) => name === text);
  if (part === undefined) throw new Error(`--set: one of ${partNames.join(', ')}`);
  return part;
}

async function runPart(part: PartName, placesFile: string): Promise<object> {
  if (part === 'C') return runConversions(placesFile);
  if (part === 'P') return runPacks(placesFile);
  if (part === 'D') return runCold(placesFile);
  return part === 'H' ? runHours() : runSet(part, placesFile);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      places: { type: 'string' },
      results: { type: 'string' },
    },
  });
  const part = readPartName(values.set);
  const done = await runPart(part, values.places!);
  writeFileSync(values.results!, JSON.stringify(done));
}

void main();
