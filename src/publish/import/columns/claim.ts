import type { Crs } from '../../../geo/crs';
import type { Column } from './column';

/** What a column may be, before rivals for the same field are settled. */
export interface Claim {
  readonly index: number;
  readonly header: string;
  field: string | undefined;
  by: Column['by'];
  certainty: number;
  readonly crs: Crs | undefined;
  /** The header says what it is, if nothing of ours: what the cells look like does not matter. */
  isSettled: boolean;
}
