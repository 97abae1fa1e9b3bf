import type { Collected } from './collect';

/**
 * Nothing is dropped without a line in the report: every row is a station, or stands there with an error, or as
 * a total or a remark that never was to be one.
 *
 * @throws Error when that is not so, which is a fault of ours
 */
export function checkAccount({ tables, rows, findings }: Collected): void {
  const explained = new Uint8Array(rows.size);
  for (const { at, finding } of findings.all) {
    if (at === -1) continue;
    const { severity, code } = finding;
    if (severity === 'error' || code === 'not-a-station') explained[at] = 1;
  }
  const counted = tables.reduce((sum, table) => sum + table.rows, 0);
  if (counted !== rows.size) throw new Error(`${counted} rows were read, ${rows.size} are known`);
  for (let at = 0; at < rows.size; at++) {
    if (rows.isStation(at) || explained[at] === 1) continue;
    const { file, sheet = '', row } = findings.originOf(at);
    throw new Error(`row ${row} of ${file} ${sheet} would be lost without a word`);
  }
}
