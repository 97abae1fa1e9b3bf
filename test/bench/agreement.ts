/** What may belong in an answer, and the metres that put it in its place. */
export interface Right {
  readonly id: string;
  readonly meters: number;
}

/** What an answer has to be. */
export interface Wanted {
  /** In order. More than the limit where some beyond it are as good as the last within it. */
  readonly right: readonly Right[];
  /** How many of them make an answer; all of them when there are fewer. */
  readonly limit: number;
}

/** How a contestant's answers compare with the right ones. */
export interface Agreement {
  readonly name: string;
  /** How many answers were looked at. */
  readonly questions: number;
  /** Ids in the right answers. */
  readonly expected: number;
  /** Ids that belong there and were not found. */
  readonly missing: number;
  /** Ids that were found and do not belong there. */
  readonly extra: number;
  /** Answers with two ids in the wrong order. */
  readonly reordered: number;
  /** The greatest error of a metre count, where answers have any. */
  readonly worstMeters?: number;
  /** The first answer that is not as it should be, in words. */
  readonly firstDifference?: string;
}

export function isRight({ missing, extra, reordered }: Agreement): boolean {
  return missing + extra + reordered === 0;
}

/** How the ids, and the metres if there are any, compare with those on the ellipsoid. */
export function inWords(agreement: Agreement): string {
  const { questions, expected, missing, extra, reordered, worstMeters } = agreement;
  const ids = `${expected.toLocaleString('en')} ids of ${questions.toLocaleString('en')} answers`;
  const parts = isRight(agreement) ? [`all ${ids} right`] : [`of ${ids}`];
  if (missing > 0) parts.push(`${missing} missing`);
  if (extra > 0) parts.push(`${extra} extra`);
  if (reordered > 0) parts.push(`${reordered} lists out of order`);
  if (worstMeters !== undefined) parts.push(`metres within ${worstMeters.toPrecision(1)}`);
  return parts.join(', ');
}

/**
 * Compares lists of ids, one list per question. Two ids whose metres differ by no more than the
 * tolerance may come in either order, and either may be the one that the limit leaves out.
 */
export function compareIds(
  name: string,
  answers: readonly (readonly string[])[],
  wanted: readonly Wanted[],
  tolerance: (meters: number) => number,
): Agreement {
  const total = { expected: 0, missing: 0, extra: 0, reordered: 0 };
  let firstDifference: string | undefined;
  answers.forEach((ids, question) => {
    const { right, limit } = wanted[question]!;
    const count = Math.min(limit, right.length);
    const meters = new Map(right.map((one) => [one.id, one.meters]));
    const found = new Set(ids);
    const [least, most] = cutOf(wanted[question]!, tolerance);
    const missing = right.filter((one) => one.meters < least && !found.has(one.id));
    // What comes twice is one too many.
    const fits = (id: string, i: number): boolean =>
      meters.has(id) && meters.get(id)! <= most && ids.indexOf(id) === i;
    const extra = ids.filter((id, i) => !fits(id, i));
    const lacking = count - (ids.length - extra.length);
    const order = ids.filter((id) => meters.has(id));
    const early = order.find((id, i) => {
      const before = meters.get(order[i - 1] ?? id)!;
      return meters.get(id)! < before - tolerance(before);
    });
    total.expected += count;
    total.missing += Math.max(missing.length, lacking);
    total.extra += Math.max(extra.length, -lacking);
    if (early !== undefined) total.reordered++;
    if (missing.length + extra.length === 0 && lacking === 0 && early === undefined) return;
    firstDifference ??=
      `question ${question + 1}: ${ids.length} ids of ${count}; ` +
      `missing ${list(missing.map(({ id }) => id))}; extra ${list(extra)}; ` +
      `out of order ${early ?? 'none'}`;
  });
  const agreement = { name, questions: answers.length, ...total };
  return firstDifference === undefined ? agreement : { ...agreement, firstDifference };
}

/** Up to how many metres everything must be found, and up to how many it may. */
function cutOf(
  { right, limit }: Wanted,
  tolerance: (meters: number) => number,
): [least: number, most: number] {
  const last = right.length > limit ? right[limit - 1]!.meters : undefined;
  if (last === undefined) return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [last - tolerance(last), last + tolerance(last)];
}

function list(ids: readonly string[]): string {
  if (ids.length === 0) return 'none';
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
}
