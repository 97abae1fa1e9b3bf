import OpeningHours from 'opening_hours';

/** A place for the sun and the holidays of the reference; neither is what is compared. */
const place = { lat: 51.5, lon: -0.1, address: { country_code: 'gb', state: 'England' } };

/** A week of winter and one of summer, from Monday. */
const weeks = [
  [new Date(2026, 2, 2), new Date(2026, 2, 9)],
  [new Date(2026, 6, 6), new Date(2026, 6, 13)],
] as const;

/** What the reference makes of hours in those weeks; `undefined` when it rejects them. */
export function courseOf(hours: string): string | undefined {
  try {
    const reference = new OpeningHours(hours, place as never);
    const spans = weeks.flatMap(([from, to]) => reference.getOpenIntervals(from, to));
    // Neighbours with different comments are one span to a person.
    const joined: [number, number, boolean][] = [];
    for (const [from, to, unknown] of spans) {
      const last = joined[joined.length - 1];
      if (last && last[1] === from.getTime() && last[2] === unknown) last[1] = to.getTime();
      else joined.push([from.getTime(), to.getTime(), unknown]);
    }
    return JSON.stringify(joined);
  } catch {
    return undefined;
  }
}
