import type { Crs } from '../../geo/crs';

/** What evidence says that positions are in. */
export interface Verdict {
  readonly crs: Crs;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly reason: { readonly zh: string; readonly en: string };
}
