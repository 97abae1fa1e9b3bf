import type { StationRecord } from '../../dataset/station';
import { type District, readDistricts } from './districts';
import { scatter } from './places';
import { Random } from './random';
import { recordAt } from './record';

/** As many as Shanghai counted in real life, so that what the sample shows is of real size. */
const stationCount = 7395;

/** What the sample is called: the name says that it is made up. */
export const sampleName = {
  zh: '上海示例数据（虚构）',
  en: 'Shanghai sample (synthetic, made up)',
} as const;

/** The CRS of the sample's positions. */
export const sampleCrs = 'gcj02' as const;

/**
 * 7,395 made-up stations in Shanghai, district by district. Towns, roads and administrative codes are
 * real; stations, hours and telephone numbers are not. The same every time and on every engine: a
 * seeded sequence, no clock, no data file.
 */
export function sampleRecords(): readonly StationRecord[] {
  made ??= makeSample();
  return made;
}

let made: readonly StationRecord[] | undefined;

/** The same, made anew. */
export function makeSample(): StationRecord[] {
  const places = scatter(readDistricts(), stationCount, randomOfPlaces);
  const seenNames = new Map<string, number>();
  const numbers = new Map<District, number>();
  return places.map((place) => {
    const number = (numbers.get(place.district) ?? 0) + 1;
    numbers.set(place.district, number);
    const id = `sample-${place.district.code}-${String(number).padStart(4, '0')}`;
    return recordAt(place, id, seenNames, randomOfRecord(place.district, number));
  });
}

// A sequence for each district and each record: a change to one does not move all that follow.
const randomOfPlaces = ({ code }: District) => new Random(Number(code));
const randomOfRecord = ({ code }: District, number: number) =>
  new Random(Number(code) * 10_000 + number);
