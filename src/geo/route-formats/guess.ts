import type { Crs } from '../crs';
import type { RouteFormat } from './index';

/** What a text or JSON probably is. */
export interface RouteGuess {
  /** `undefined` when it cannot be told. */
  readonly format: RouteFormat | undefined;
  /** The CRS, where the format or the input itself fixes one. */
  readonly crs: Crs | undefined;
  /** The formats it can be read in: one when `format` is known, none when it is no route we read. */
  readonly candidates: readonly RouteFormat[];
  /** Why, and what is left for the caller to state, in plain words. */
  readonly reason: string;
}

export function known(format: RouteFormat, crs: Crs | undefined, reason: string): RouteGuess {
  return Object.freeze({ format, crs, candidates: Object.freeze([format]), reason });
}

export function undecided(candidates: readonly RouteFormat[], reason: string): RouteGuess {
  const list = Object.freeze([...candidates]);
  return Object.freeze({ format: undefined, crs: undefined, candidates: list, reason });
}
