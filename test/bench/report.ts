import { type Agreement, isRight } from './agreement';
import type { Result } from './measure';

/** One race: a question, who answered it, how fast and how rightly. */
export interface Race {
  readonly title: string;
  readonly results: readonly Result[];
  readonly agreements: readonly Agreement[];
}

const headings = ['', 'median', 'ratio', 'answers'];

/** A heading and a line for each contestant, in columns. */
export function table({ title, results, agreements }: Race): string {
  const rows = results.map(({ name, microseconds, ratio }) => [
    name,
    duration(microseconds),
    `${ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0)} ×`,
    differences(agreements.find((agreement) => agreement.name === name)),
  ]);
  const shown = agreements.length > 0 ? 4 : 3;
  const lines = [[title, ...headings.slice(1)], ...rows].map((row) => row.slice(0, shown));
  const widths = lines[0]!.map((_, column) =>
    Math.max(...lines.map((line) => line[column]!.length)),
  );
  return lines
    .map((line) =>
      line
        .map((text, column) => {
          const width = widths[column]!;
          return column === 1 || column === 2 ? text.padStart(width) : text.padEnd(width);
        })
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/** How the ids, and the metres if there are any, compare with those on the ellipsoid. */
function differences(agreement: Agreement | undefined): string {
  if (agreement === undefined) return '';
  const { expected, missing, extra, reordered, worstMeters } = agreement;
  const parts = isRight(agreement) ? [`all ${expected} ids right`] : [`of ${expected} ids`];
  if (missing > 0) parts.push(`${missing} missing`);
  if (extra > 0) parts.push(`${extra} extra`);
  if (reordered > 0) parts.push(`${reordered} lists out of order`);
  if (worstMeters !== undefined) parts.push(`metres within ${worstMeters.toPrecision(1)}`);
  return parts.join(', ');
}

function duration(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds.toPrecision(3)} µs`;
  const milliseconds = microseconds / 1000;
  return `${milliseconds < 1000 ? milliseconds.toPrecision(3) : milliseconds.toFixed(0)} ms`;
}
