import type { DistrictNames } from '../values/districts';
import { couldBeNames, readColumnContent } from './by-content';
import type { Claim } from './claim';

/** Gives the columns that no header claimed what their cells look like. */
export function judgeByContent(
  claims: readonly Claim[],
  cellsOf: (one: Claim) => readonly unknown[],
  names: DistrictNames,
): void {
  const taken = new Set(claims.flatMap(({ field }) => field ?? []));
  const isFree = (field: string) =>
    !taken.has(field) &&
    !(field === 'position' && taken.has('lng') && taken.has('lat')) &&
    !(field === 'hours' && taken.has('opens')) &&
    !(field === 'services' && [...taken].some((name) => name.startsWith('service:'))) &&
    !((field === 'lng' || field === 'lat') && taken.has('position'));
  const take = (one: Claim, field: string) => {
    one.field = field;
    one.by = 'content';
    taken.add(field);
  };
  const open = claims.filter((one) => one.field === undefined && !one.isSettled);
  if (isFree('lng') && isFree('lat')) {
    const pair = neighbours(open, cellsOf, names);
    if (pair !== undefined) {
      take(pair[0], 'lng');
      take(pair[1], 'lat');
    }
  }
  for (const one of open) {
    if (one.field !== undefined) continue;
    const field = readColumnContent(cellsOf(one), isFree, names);
    if (field !== undefined) take(one, field);
  }
  // A table without a header has its names somewhere, if it has positions.
  if (taken.has('name') || claims.some(({ by }) => by === 'header' || by === 'mapping')) return;
  if (!taken.has('lng') && !taken.has('position')) return;
  const unnamed = claims.find(
    (one) => one.field === undefined && !one.isSettled && couldBeNames(cellsOf(one)),
  );
  if (unnamed !== undefined) take(unnamed, 'name');
}

/** Of the columns that look like degrees, the longitude and the latitude side by side: others are areas. */
function neighbours(
  claims: readonly Claim[],
  cellsOf: (one: Claim) => readonly unknown[],
  names: DistrictNames,
): readonly [lng: Claim, lat: Claim] | undefined {
  const like = (wanted: string) =>
    claims.filter(
      (one) => readColumnContent(cellsOf(one), (field) => field === wanted, names) !== undefined,
    );
  const lats = like('lat');
  for (const lng of like('lng')) {
    const lat = lats.find(({ index }) => Math.abs(index - lng.index) === 1);
    if (lat !== undefined) return [lng, lat];
  }
  return undefined;
}
