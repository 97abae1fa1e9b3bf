import type { Finding } from '../import/finding';
import type { ImportReport } from '../import/import-report';

/** A column as spreadsheet programs call it: A for 0, Z for 25, AA for 26. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** The letter of the column that a finding is about; '' where it has none. */
export function columnLetters({ tables }: ImportReport): (finding: Finding) => string {
  const letters = new Map<string, string>();
  const key = (file: string, sheet: string | undefined, header: string) =>
    JSON.stringify([file, sheet, header]);
  for (const { file, sheet, columns } of tables) {
    for (const { header, index } of columns) {
      if (index !== undefined) letters.set(key(file, sheet, header), columnLetter(index));
    }
  }
  return ({ origin, column }) =>
    column === undefined ? '' : (letters.get(key(origin.file, origin.sheet, column)) ?? '');
}
