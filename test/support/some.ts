/** Half of the cases, or all of them in the campaign: `npm run test:faults`. */
export function some<T>(cases: readonly T[]): readonly T[] {
  return process.env['FAULTS'] === 'full' ? cases : cases.filter((_, i) => i % 2 === 0);
}
