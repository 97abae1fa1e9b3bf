/** What belongs in an answer, and the metres that put it in its place. */
export interface Right {
  readonly id: string;
  readonly meters: number;
}

/** How a contestant's answers compare with the right ones. */
export interface Agreement {
  readonly name: string;
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

/**
 * Compares lists of ids, one list per question. Two ids whose metres differ by no more than the
 * tolerance may come in either order.
 */
export function compareIds(
  name: string,
  answers: readonly (readonly string[])[],
  right: readonly (readonly Right[])[],
  toleranceMeters: number,
): Agreement {
  const total = { expected: 0, missing: 0, extra: 0, reordered: 0 };
  let firstDifference: string | undefined;
  answers.forEach((ids, question) => {
    const wanted = new Map(right[question]!.map(({ id, meters }) => [id, meters]));
    const found = new Set(ids);
    const missing = [...wanted.keys()].filter((id) => !found.has(id));
    // What comes twice is one too many.
    const extra = ids.filter((id, i) => !wanted.has(id) || ids.indexOf(id) !== i);
    const order = ids.filter((id) => wanted.has(id));
    const early = order.find(
      (id, i) => i > 0 && wanted.get(id)! < wanted.get(order[i - 1]!)! - toleranceMeters,
    );
    total.expected += wanted.size;
    total.missing += missing.length;
    total.extra += extra.length;
    if (early !== undefined) total.reordered++;
    if (missing.length + extra.length === 0 && early === undefined) return;
    firstDifference ??=
      `question ${question + 1}: missing ${list(missing)}; extra ${list(extra)}; ` +
      `out of order ${early ?? 'none'}`;
  });
  return firstDifference === undefined ? { name, ...total } : { name, ...total, firstDifference };
}

function list(ids: readonly string[]): string {
  if (ids.length === 0) return 'none';
  return ids.slice(0, 5).join(', ') + (ids.length > 5 ? ` and ${ids.length - 5} more` : '');
}
