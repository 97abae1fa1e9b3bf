import { readFileSync } from 'node:fs';
import { readCsv } from '../../src/publish/import/csv';
import { isMissing, sharedData } from './shared-data';

const files = {
  sample: 'opening-hours/valid-sample-203.txt',
  uk: 'uk-toilet-map/uk-toilets.csv',
  osm: 'uk-toilet-map/osm-uk-toilets-2014.geojson',
};

export const realHoursAreMissing = Object.values(files).some(isMissing);

/**
 * Every distinct value of `opening_hours` that we hold and that claims to be in its syntax; whoever asks
 * has to find out which are. None where the files are absent, for then what asks for them is skipped.
 */
export function realHours(): string[] {
  if (realHoursAreMissing) return [];
  return [...new Set([...sampleHours(), ...ukHours(), ...osmHours()])].filter(
    (text) => text !== '',
  );
}

/** A part of them is commented out there, with a remark behind; those are values like the others. */
function sampleHours(): string[] {
  return linesOf(files.sample).map((line) => line.replace(/^# /, ''));
}

function ukHours(): string[] {
  const { records } = readCsv(readFileSync(sharedData(files.uk), 'utf8'), files.uk);
  return (records as { hours?: string }[]).map(({ hours }) => hours ?? '');
}

function osmHours(): string[] {
  const { features } = JSON.parse(readFileSync(sharedData(files.osm), 'utf8')) as {
    features: { properties: { tags?: Record<string, string> } }[];
  };
  return features.map(({ properties }) => properties.tags?.['opening_hours'] ?? '');
}

function linesOf(file: string): string[] {
  return readFileSync(sharedData(file), 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}
