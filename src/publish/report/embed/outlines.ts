import type { ReportOutline } from '../options';
import { cut, jsonBlock } from './json-block';
import { packedDegrees } from './packed-degrees';

/** Lines to find one's way by: more would be slower to draw than the points. */
const mostVertices = 100_000;

/** The outlines as a block of data, thinned evenly when they are finer than a page can draw. */
export function outlineBlock(outlines: readonly ReportOutline[]): string {
  const rings = outlines.flatMap((outline) => outline.rings);
  const vertices = rings.reduce((sum, ring) => sum + ring.length, 0);
  const step = Math.max(1, Math.ceil(vertices / mostVertices));
  return jsonBlock(
    'outlines',
    outlines.map((outline) => ({
      name: cut(outline.name, 40),
      rings: outline.rings.map((ring) => packedDegrees(thinned(ring, step))),
    })),
  );
}

/** Every so manieth vertex, and the last one; a small ring keeps its shape. */
function thinned<T>(ring: readonly T[], step: number): readonly T[] {
  if (step === 1 || ring.length < 50) return ring;
  return ring.filter((_, index) => index % step === 0 || index === ring.length - 1);
}
