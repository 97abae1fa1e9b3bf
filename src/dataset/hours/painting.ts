import type { OpeningState } from '../schedule/schedule';

/** What is said of a minute. */
export interface Tint {
  readonly state: OpeningState;
  readonly comment: string | undefined;
  /** The number of the rule that says so. */
  readonly rule: number;
  /** It gives way to what runs over from the evening before, and does not run over itself. */
  readonly isWeak: boolean;
}

/** Minutes of one tint, the last one not included. */
interface Stroke {
  readonly from: number;
  readonly until: number;
  readonly tint: Tint;
}

/** Two days, as the rules of the first one have it: strokes one after another, without a gap. */
export type Painting = readonly Stroke[];

/** The painting with some minutes of another tint, wherever `onto` agrees. */
export function paint(
  painting: Painting,
  from: number,
  until: number,
  tint: Tint,
  onto: (old: Tint) => boolean,
): Painting {
  const result: Stroke[] = [];
  const add = (start: number, end: number, of: Tint) => {
    const last = result[result.length - 1];
    if (end <= start) return;
    if (last !== undefined && isSameTint(last.tint, of)) result.pop();
    const begin = last !== undefined && isSameTint(last.tint, of) ? last.from : start;
    result.push({ from: begin, until: end, tint: of });
  };
  for (const stroke of painting) {
    const first = Math.min(Math.max(from, stroke.from), stroke.until);
    const last = Math.max(first, Math.min(until, stroke.until));
    add(stroke.from, first, stroke.tint);
    add(first, last, onto(stroke.tint) ? tint : stroke.tint);
    add(last, stroke.until, stroke.tint);
  }
  return result;
}

/** Whether two paintings say the same, whichever rules say it. */
export function isSamePainting(a: Painting, b: Painting): boolean {
  const one = said(a);
  const other = said(b);
  return one.length === other.length && one.every((text, i) => text === other[i]);
}

function said(painting: Painting): string[] {
  const changes: string[] = [];
  let last = '';
  for (const { from, tint } of painting) {
    const text = JSON.stringify([tint.state, tint.comment, tint.isWeak]);
    if (text !== last) changes.push(`${from} ${text}`);
    last = text;
  }
  return changes;
}

function isSameTint(a: Tint, b: Tint): boolean {
  return (
    a.state === b.state && a.comment === b.comment && a.isWeak === b.isWeak && a.rule === b.rule
  );
}
