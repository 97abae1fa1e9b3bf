import type { FindingList } from '../import/finding-list';
import type { RowFacts } from '../import/row-facts';
import { forEachGroup } from './grouping';

/**
 * Names rows that say the same as an earlier one, cell by cell. They stay: which of them to delete is for whoever
 * keeps the sheet to say.
 */
export function markRepeatedRows(rows: RowFacts, findings: FindingList): void {
  const same = (a: number, b: number) =>
    rows.lng[a] === rows.lng[b] &&
    rows.lat[a] === rows.lat[b] &&
    rows.names.at(a) === rows.names.at(b) &&
    rows.ids.at(a) === rows.ids.at(b) &&
    rows.addresses.at(a) === rows.addresses.at(b);
  forEachGroup(
    rows.stations(),
    (at) => rows.content[at]!,
    ([first, ...others]) => {
      for (const at of others) {
        if (!same(first!, at)) continue;
        rows.isRepeat[at] = 1;
        findings.at(at, { severity: 'warning', code: 'row-repeated', otherRow: first });
      }
    },
  );
}
