import type { Finding } from '../import/finding';

/** Whether it says why its row is not in the dataset. */
export function isLeftOut({ severity, code, origin, stationId }: Finding): boolean {
  if (origin.row === 0 || stationId !== undefined) return false;
  return severity === 'error' || code === 'not-a-station';
}

/** Why rows are not in the dataset: how many for each code, the most frequent first; each row once. */
export function reasonsLeftOut(findings: readonly Finding[]): [code: string, rows: number][] {
  const counts = new Map<string, number>();
  let last: Finding['origin'] | undefined;
  for (const finding of findings) {
    const { code, origin } = finding;
    if (!isLeftOut(finding)) continue;
    // Findings are in the order of rows: those of one row stand together.
    const isSame =
      last?.row === origin.row && last.file === origin.file && last.sheet === origin.sheet;
    if (!isSame) counts.set(code, (counts.get(code) ?? 0) + 1);
    last = origin;
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
