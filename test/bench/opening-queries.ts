import type { NearestOptions, Service } from '../../src/core';

/** A filter by opening hours, and the same without. */
export interface OpeningQuery {
  readonly title: string;
  readonly at: number;
  readonly services: readonly Service[];
  readonly without: Pick<NearestOptions, 'services'>;
  readonly filter: Pick<NearestOptions, 'services' | 'openAt' | 'openFor' | 'includeUnknown'>;
}

export const stayMinutes = 15;

/** Of a Monday that is a day like any other. */
const monday = Date.UTC(2026, 10, 23, -8);
const hours = [3, 12, 20];

/** None; one that two thirds offer; and one of 13 %, for which the set soon has a tree of its own. */
const asked: readonly (readonly Service[])[] = [[], ['toilet'], ['vehicle-charging']];

export function openingQueries(): OpeningQuery[] {
  return asked.flatMap((services) =>
    hours.map((hour) => {
      const at = monday + hour * 3_600_000;
      const without = services.length === 0 ? {} : { services };
      return {
        title: [`${String(hour).padStart(2, '0')}:00`, ...services].join(', '),
        at,
        services,
        without,
        filter: { ...without, openAt: at, openFor: stayMinutes, includeUnknown: false },
      };
    }),
  );
}
