import type { ManifestPayload } from './payload';

/** A larger part of the stations gone at once is more likely a mistake than the truth. */
const mostLost = 0.2;

/** Where a manifest has many fewer stations than the one before. */
export interface Shrink {
  /** The pack's name; `undefined`: the whole. */
  readonly pack: string | undefined;
  readonly before: number;
  /** 0: the pack has vanished. */
  readonly after: number;
}

type Counts = Pick<ManifestPayload, 'packs'>;

/**
 * What has lost more than a fifth of its stations: the whole, or a pack, or a pack that is no more. Publishers and
 * devices ask the same; the answer is no error where it was meant: see `shrunkAt`.
 */
export function shrinksBetween(before: Counts, after: Counts): Shrink[] {
  const counts = new Map(after.packs.map(({ name, count }) => [name, count]));
  const all: Shrink[] = [
    { pack: undefined, before: totalOf(before), after: totalOf(after) },
    ...before.packs.map(({ name, count }) => ({
      pack: name,
      before: count,
      after: counts.get(name) ?? 0,
    })),
  ];
  return all.filter((one) => one.before > 0 && one.after < one.before * (1 - mostLost));
}

export function totalOf({ packs }: Counts): number {
  return packs.reduce((sum, { count }) => sum + count, 0);
}
