import type { ClockOptions } from '../dataset/hours/local-clock';
import type { OnInvalid } from '../dataset/records';
import type { OwnTerms } from '../dataset/vocabulary';
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
