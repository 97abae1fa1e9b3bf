import { boxAround, type PointBox } from './hilbert-order';

/*
 * The spatial index of FlatGeobuf: an R-tree without pointers. Nodes stand level by level, the root first
 * and the features last; each is a box of four doubles and a number of 64 bits, little-endian. A feature's
 * number is where it begins among the features' bytes, another node's is the index of its first child.
 */

const nodeBytes = 40;

/** Children of a node; what FlatGeobuf takes by default. */
export const nodeSize = 16;

/**
 * The index over features in the order they are written.
 *
 * @param starts where each feature begins, in bytes from the first
 */
export function packTree(
  points: readonly { readonly lng: number; readonly lat: number }[],
  starts: readonly number[],
): Uint8Array {
  const levels = [points.map((point) => boxAround([point]))];
  // One feature has a root above it, too.
  do {
    levels.push(parentsOf(levels[levels.length - 1]!));
  } while (levels[levels.length - 1]!.length > 1);
  const nodes = levels.reduce((sum, level) => sum + level.length, 0);
  const bytes = new Uint8Array(nodes * nodeBytes);
  const view = new DataView(bytes.buffer);
  let end = nodes;
  levels.forEach((level, height) => {
    const start = end - level.length;
    const startOfChildren = end;
    level.forEach((box, i) => {
      const at = (start + i) * nodeBytes;
      [box.xmin, box.ymin, box.xmax, box.ymax].forEach((value, edge) => {
        view.setFloat64(at + 8 * edge, value, true);
      });
      const number = height === 0 ? starts[i]! : startOfChildren + i * nodeSize;
      view.setBigUint64(at + 32, BigInt(number), true);
    });
    end = start;
  });
  return bytes;
}

function parentsOf(children: readonly PointBox[]): PointBox[] {
  return Array.from({ length: Math.ceil(children.length / nodeSize) }, (_, i) =>
    children.slice(i * nodeSize, (i + 1) * nodeSize).reduce((a, b) => ({
      xmin: Math.min(a.xmin, b.xmin),
      ymin: Math.min(a.ymin, b.ymin),
      xmax: Math.max(a.xmax, b.xmax),
      ymax: Math.max(a.ymax, b.ymax),
    })),
  );
}
