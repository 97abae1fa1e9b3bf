import { addBd09 } from './bd09';
import { addGcj02 } from './gcj02';

/** A system that is moved from WGS-84. */
export type ShiftedCrs = 'gcj02' | 'bd09';

/** The place in a shifted system of a place in WGS-84, were the whole shift to apply there. */
export function addWhole(lng: number, lat: number, to: ShiftedCrs, out: Float64Array): void {
  addGcj02(lng, lat, out);
  if (to === 'bd09') addBd09(out[0]!, out[1]!, out);
}
