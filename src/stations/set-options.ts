import type { ClockOptions } from '../dataset/hours/local-clock';
import type { OnInvalid } from '../dataset/records';
import type { OwnTerms } from '../dataset/vocabulary';
import { InvalidOptionError } from '../errors';
import type { Crs } from '../geo/crs';
import type { LinkOptions } from '../links/request';

export interface StationSetOptions extends ClockOptions {
  /** The CRS the app speaks: every position given to the set, and every one it returns. Required: no guessing. */
  readonly crs: Crs;
  /**
   * What the records' positions are in.
   * @default the CRS that the GeoJSON collection states, else `crs`
   */
  readonly sourceCrs?: Crs | undefined;
  /**
   * What to do when some records are not stations: refuse the batch, or go on without them and list
   * them in `skipped`.
   * @default 'throw'
   */
  readonly onInvalid?: OnInvalid | undefined;
  /**
   * Labels of the dataset's own codes: `{ services: { 'x-foot-bath': { zh: '足浴', en: 'foot bath' } } }`.
   * @default those that the GeoJSON collection holds, else none
   */
  readonly terms?: OwnTerms | undefined;
}

/** A set knows by itself what its positions are in, and its own labels. */
export type SetLinkOptions = Omit<LinkOptions, 'crs'>;

/** Options of links for the stations of a set, which is in one CRS only. */
export function linkOptionsOf(
  set: { readonly crs: Crs; readonly terms: OwnTerms },
  options: SetLinkOptions,
): LinkOptions {
  const { crs = set.crs } = (options ?? {}) as Partial<LinkOptions>;
  if (crs !== set.crs) throw new InvalidOptionError('crs', crs, `${set.crs}, the set's own`);
  return { terms: set.terms, ...options, crs };
}
