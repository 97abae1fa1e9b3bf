import type { CollectionFacts } from '../../dataset/geojson';
import { type ClockOptions, checkClock } from '../../dataset/hours/local-clock';
import { readTerms } from '../../dataset/terms';
import type { OwnTerms } from '../../dataset/vocabulary';
import type { Crs } from '../../geo/crs';
import type { ReadTable } from './collect';
import type { FindingList } from './finding-list';

/**
 * What holds for the whole dataset: the terms of all tables, the first label where two differ; the clock and the
 * holidays that tables state, unless they contradict each other.
 *
 * @throws InvalidOptionError when a table's terms, clock or holidays are none
 */
export function headOf(
  tables: readonly ReadTable[],
  crs: Crs,
  findings: FindingList,
): CollectionFacts {
  const terms: Record<string, Record<string, unknown>> = {};
  for (const { head } of tables) {
    for (const [name, labels] of Object.entries(readTerms(head.terms ?? {}))) {
      terms[name] = { ...labels, ...terms[name] };
    }
  }
  const clock: Record<string, unknown> = {};
  for (const fact of ['utcOffsetMinutes', 'holidays'] as const) {
    const stated = tables.flatMap(({ head }, table) =>
      head[fact] === undefined ? [] : [{ table, value: head[fact] }],
    );
    const [first] = stated;
    const other = stated.find(
      ({ value }) => JSON.stringify(value) !== JSON.stringify(first!.value),
    );
    if (other !== undefined) {
      findings.atTable(other.table, { severity: 'warning', code: 'clock-contradicted' });
    } else if (first !== undefined) clock[fact] = first.value;
  }
  checkClock(clock as ClockOptions);
  return {
    crs,
    ...(Object.keys(terms).length > 0 && { terms: terms as OwnTerms }),
    ...(clock as ClockOptions),
  } as CollectionFacts;
}
