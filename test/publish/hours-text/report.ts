import { readFileSync } from 'node:fs';
import { isOpeningHours } from '../../../src/dataset/hours/parse';
import { readHoursText } from '../../../src/publish/hours-text';
import { Random } from '../../support/random';
import { sharedData } from '../../support/shared-data';
import { courseOf } from './meaning';

/*
 * How much of real free text is read: npx tsx test/publish/hours-text/report.ts [--sample 60] [--seed 1]
 * To be run with TZ=UTC.
 */

const option = (name: string, fallback: number) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const sampleSize = option('--sample', 0);
const random = new Random(option('--seed', 1));

/** The fields of the sheets that hold hours; the others tell of ticket offices and platforms. */
const sheetFields = [
  'open',
  'opening_hours',
  'time notes:',
  'days of the week open',
  'open season - summer',
];

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value.trim() !== '');
}

function linesOf(path: string): string[] {
  return readFileSync(sharedData(path), 'utf8').split('\n');
}

function ukForms(): string[] {
  const places = linesOf('uk-toilet-map/loos.ndjson')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { origHours?: Record<string, unknown>; opening?: unknown });
  const ofSheets = places.flatMap(({ origHours }) =>
    sheetFields.map((field) => String(origHours?.[field] ?? '')),
  );
  // The same as `opening_hours` of uk-toilets.csv, for the places that are in use no more too.
  const ofMap = places.map(({ opening }) => String(opening ?? ''));
  return distinct([...ofSheets, ...ofMap].filter((text) => !isOpeningHours(text)));
}

function report(name: string, texts: readonly string[]): void {
  const rows = texts.map((text) => {
    const { hours } = readHoursText(text);
    return { text, hours, ours: hours && courseOf(hours), theirs: courseOf(text) };
  });
  const read = rows.filter(({ hours }) => hours !== undefined);
  const accepted = rows.filter(({ theirs }) => theirs !== undefined);
  const both = read.filter(({ theirs }) => theirs !== undefined);
  const differ = both.filter(({ ours, theirs }) => ours !== theirs);
  const share = (part: number) => `${part} (${((100 * part) / texts.length).toFixed(1)} %)`;
  console.log(`${name}: ${texts.length} distinct values
  read with confidence by us        ${share(read.length)}
  read by opening_hours             ${share(accepted.length)}
  read by both                      ${share(both.length)}
  of these with different meaning   ${share(differ.length)}`);
  if (sampleSize === 0) return;
  const print = (some: typeof rows) => {
    const left = [...some];
    for (let count = 0; count < sampleSize && left.length > 0; count++) {
      const { text, hours } = left.splice(random.int(0, left.length - 1), 1)[0]!;
      console.log(`    ${JSON.stringify(text)} → ${hours}`);
    }
  };
  console.log('  of those read:');
  print(read);
  console.log('  of those that differ:');
  print(differ);
}

report('osm-hard-values.txt', distinct(linesOf('opening-hours/osm-hard-values.txt')));
report('UK free text', ukForms());
