/** Milliseconds since 1970 as the manifest has them, to the second: `2026-11-24T08:00:00Z`. */
export function instantOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
