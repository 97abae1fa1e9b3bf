/**
 * A place moved by what Newton's method says about it: `missLng` and `missLat` are by how much its image
 * misses the target, `out[2]` to `out[5]` the slopes of the shift. Into `out[0]` and `out[1]`.
 */
export function newtonStep(
  lng: number,
  lat: number,
  missLng: number,
  missLat: number,
  out: Float64Array,
): void {
  const a = 1 + out[2]!;
  const b = out[3]!;
  const c = out[4]!;
  const d = 1 + out[5]!;
  const shrink = 1 / (a * d - b * c);
  out[0] = lng - (d * missLng - b * missLat) * shrink;
  out[1] = lat - (a * missLat - c * missLng) * shrink;
}
