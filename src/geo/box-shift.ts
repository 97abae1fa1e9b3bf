import { addBd09, undoBd09 } from './bd09';
import type { Crs } from './crs-names';
import { addGcj02, undoGcj02 } from './gcj02';

/** The box in which the formula was published. */
function inBox(lng: number, lat: number): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;
}

/**
 * Conversion as gcoord has it, into `out`: GCJ-02 is whole in the box and jumps at its border, and BD-09
 * goes on top of it all over the Earth. Places that the jump leaves out come out as if there were none.
 */
export function convertInBox(
  lng: number,
  lat: number,
  from: Crs,
  to: Crs,
  out: Float64Array,
): void {
  out[0] = lng;
  out[1] = lat;
  if (from === to) return;
  if (from === 'bd09') undoBd09(lng, lat, out);
  if (to === 'wgs84') {
    if (inBox(out[0]!, out[1]!)) undoGcj02(out[0]!, out[1]!, out);
    return;
  }
  if (from === 'wgs84' && inBox(lng, lat)) addGcj02(lng, lat, out);
  if (to === 'bd09') addBd09(out[0]!, out[1]!, out);
}
