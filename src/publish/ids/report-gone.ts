import type { FindingList } from '../import/finding-list';
import type { PreviousStations } from './previous-stations';

/** From so many on, a district without any is said in one line: its sheet was not imported. */
const fewestForDistrict = 5;

/** Names the stations of the dataset before that are in this one no more. */
export function reportGone(
  previous: PreviousStations,
  kept: ReadonlySet<string>,
  findings: FindingList,
): void {
  const all = new Map<number, number>();
  const gone = new Map<number, number>();
  previous.ids.forEach((id, number) => {
    const district = previous.district[number]!;
    all.set(district, (all.get(district) ?? 0) + 1);
    if (!kept.has(id)) gone.set(district, (gone.get(district) ?? 0) + 1);
  });
  const isWholly = (district: number) =>
    district !== 0 &&
    gone.get(district)! >= fewestForDistrict &&
    gone.get(district) === all.get(district);
  for (const [district, count] of gone) {
    if (!isWholly(district)) continue;
    const details = { district: String(district).padStart(6, '0'), count };
    const origin = { file: previous.path, row: 0 };
    findings.elsewhere(origin, { severity: 'warning', code: 'district-gone', details });
  }
  previous.ids.forEach((id, number) => {
    if (kept.has(id) || isWholly(previous.district[number]!)) return;
    const name = previous.names[number]!;
    findings.elsewhere(
      { file: previous.path, row: previous.row[number]! },
      {
        severity: 'warning',
        code: 'station-gone',
        value: id,
        details: { id, ...(name !== '' && { name }) },
      },
    );
  });
}
