/*
 * Outlines as ECharts' map files have them: each ring a string of pairs of characters, zigzag differences from
 * the point before, in units of 1/1024 degree (or `UTF8Scale`), from an `encodeOffsets` pair on.
 */

const usualScale = 1024;
/** The code unit that stands for 0. */
const zero = 64;

/** A geometry whose rings may be encoded, with plain rings; anything else is given back as it is. */
export function plainGeometry(geometry: unknown, scale: unknown): unknown {
  const { type, coordinates, encodeOffsets } = (geometry ?? {}) as Record<string, unknown>;
  if (!Array.isArray(coordinates) || !Array.isArray(encodeOffsets)) return geometry;
  const perDegree = typeof scale === 'number' && scale > 0 ? scale : usualScale;
  return { type, coordinates: decodeAll(coordinates, encodeOffsets, perDegree) };
}

function decodeAll(
  encoded: readonly unknown[],
  offsets: readonly unknown[],
  scale: number,
): unknown[] {
  return encoded.map((part, i) => {
    if (typeof part === 'string') return decodeRing(part, offsets[i], scale);
    const inner = offsets[i];
    return Array.isArray(part) && Array.isArray(inner) ? decodeAll(part, inner, scale) : part;
  });
}

function decodeRing(text: string, offset: unknown, scale: number): [number, number][] {
  let [lng = Number.NaN, lat = Number.NaN] = Array.isArray(offset) ? (offset as number[]) : [];
  const ring: [number, number][] = [];
  for (let at = 0; at + 1 < text.length; at += 2) {
    lng += difference(text, at);
    lat += difference(text, at + 1);
    ring.push([lng / scale, lat / scale]);
  }
  // The last point is the first again, and left out.
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}

function difference(text: string, at: number): number {
  const zigzag = text.charCodeAt(at) - zero;
  return (zigzag >> 1) ^ -(zigzag & 1);
}
