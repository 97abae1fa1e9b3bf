import type { FindingList } from '../import/finding-list';
import { hash53 } from '../import/hash';
import type { RowFacts } from '../import/row-facts';
import { forEachGroup } from './grouping';
import { plainName } from './names';

/** Two stations may share a building's point. Three of different names rarely do. */
const fewestNames = 3;
const rowsNamed = 12;

/** Many different names on exactly one point: somebody looked up the street, or the city, instead of the house. */
export function checkSamePoint(rows: RowFacts, findings: FindingList): void {
  const keyOf = (at: number) => hash53(`${rows.wgsLng[at]},${rows.wgsLat[at]}`);
  const keys = new Float64Array(rows.size);
  const stations = rows.stations();
  for (const at of stations) keys[at] = keyOf(at);
  forEachGroup(
    stations,
    (at) => keys[at]!,
    (group) => {
      const names = new Set(Array.from(group, (at) => plainName(rows.names.at(at))));
      names.delete('');
      if (names.size < fewestNames) return;
      const [first, second] = group;
      const listed = Array.from(group.subarray(0, rowsNamed), (at) => rows.row[at]).join(', ');
      findings.at(first!, {
        severity: 'warning',
        code: 'position-duplicated',
        field: 'lng',
        value: `${rows.lng[first!]},${rows.lat[first!]}`,
        otherRow: second,
        details: {
          count: group.length,
          rows: group.length > rowsNamed ? `${listed}, …` : listed,
        },
      });
    },
  );
}
