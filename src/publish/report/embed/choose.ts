import type { Finding, Severity } from '../../import/finding';
import type { MapPoint } from '../../import/import-report';

/** From worst to least; the page counts on this order. */
export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** Which findings the page holds, by index and in their order: all, or as many as fit, the worst first. */
export function chosenFindings(findings: readonly Finding[], most: number): number[] {
  return worstFirst(findings, most).sort((a, b) => a - b);
}

/**
 * Which points the page holds, by index and in their order: all, or those that something was found about, and of
 * the others as many as fit, evenly from first to last. A point without a position cannot be drawn.
 */
export function chosenPoints(points: readonly MapPoint[], most: number): number[] {
  const drawn = (index: number) =>
    Number.isFinite(points[index]!.lng) && Number.isFinite(points[index]!.lat);
  const chosen = worstFirst(points, most).filter(drawn);
  const clean = [...points.keys()].filter(
    (index) => points[index]!.severity === undefined && drawn(index),
  );
  const room = Math.min(clean.length, most - chosen.length);
  for (let i = 0; i < room; i++) chosen.push(clean[Math.floor((i * clean.length) / room)]!);
  return chosen.sort((a, b) => a - b);
}

/** Those with a severity, errors before warnings before notes, at most so many. */
function worstFirst(
  items: readonly { readonly severity: Severity | undefined }[],
  most: number,
): number[] {
  const chosen: number[] = [];
  for (const severity of severities) {
    for (let index = 0; index < items.length && chosen.length < most; index++) {
      if (items[index]!.severity === severity) chosen.push(index);
    }
  }
  return chosen;
}
