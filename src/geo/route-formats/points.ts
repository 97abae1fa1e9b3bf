import type { LngLat } from '../position';

/** Which of the two a format writes first; decides what a swapped pair is told. */
export type FirstOfPair = 'longitude' | 'latitude';

/** Why a vertex is no place on Earth, in words; `undefined` when it is one. */
export function vertexFault(
  vertex: number,
  { lng, lat }: LngLat,
  first: FirstOfPair,
): string | undefined {
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 90) return undefined;
  const swapped = Math.abs(lat) <= 180 && Math.abs(lng) <= 90;
  const hint = swapped ? ` (${first} comes first: were the two swapped?)` : '';
  const wrong = Math.abs(lat) > 90 ? 'lat between -90 and 90' : 'lng between -180 and 180';
  return `vertex ${vertex}: expected ${wrong}${hint}, got lng ${lng}, lat ${lat}`;
}

/**
 * The parts of a route in one line. Where a part begins with the very point at which the line ended,
 * that point is not written twice; vertices repeated within a part stay.
 */
export function joinParts(parts: Iterable<readonly LngLat[]>): LngLat[] {
  const joined: LngLat[] = [];
  for (const part of parts) {
    const end = joined[joined.length - 1];
    let from = 0;
    while (from < part.length && part[from]!.lng === end?.lng && part[from]!.lat === end.lat)
      from++;
    for (let i = from; i < part.length; i++) joined.push(part[i]!);
  }
  return joined;
}
