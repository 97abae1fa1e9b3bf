/** A number in decimal notation, else NaN: `Number` alone takes '' for 0 and 0x10 for 16. */
export function readDecimal(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
