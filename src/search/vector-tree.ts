import { perBox, perPoint } from '../geo/boxes';
import { leafCount, leafOrder, lowestNode, nodeCount } from '../geo/complete-tree';
import { leafSize } from '../geo/leaf-order';

/** "YZT", then the version of the layout below. */
const magic = 0x595a_5401;
const headerWords = 4;

/**
 * A static kd-tree over Earth-centred vectors, each with some bits, in one buffer. Nothing writes to the
 * buffer once it is built, so that threads can share it, or hand it over without a copy.
 *
 * It is a complete tree (see `geo/complete-tree.ts`) whose points lie in the order of the leaves, a leaf's
 * side by side. So the shape follows from the size, and neither children nor ranges are stored.
 *
 * A point is known by its *place* in that order; `items` tells which of the indexed items it is.
 */
export class VectorTree {
  readonly size: number;
  /** How many 32-bit words of bits each point has. */
  readonly words: number;
  readonly leaves: number;
  /** The first leaf of the lowest level; the points of the leaves there come first. */
  readonly lowest: number;

  /** x, y, z by place, in metres. */
  readonly points: Float64Array;
  readonly items: Uint32Array;
  /** By place; of two points equally far, the one of lower rank comes first. */
  readonly ranks: Uint32Array;
  readonly pointBits: Int32Array;

  /** By node: the box around its points. */
  readonly boxes: Float64Array;
  /** By node: every bit that one of its points has. */
  readonly nodeBits: Int32Array;
  /** By inner node: 0, 1 or 2 for x, y or z, and where on that axis its halves part. */
  readonly axes: Uint8Array;
  readonly splits: Float64Array;

  /** @throws RangeError when the buffer is no tree of this version */
  constructor(readonly buffer: ArrayBufferLike) {
    const [found = 0, size = 0, words = 0] = new Uint32Array(buffer, 0, headerWords);
    if (found !== magic || buffer.byteLength !== treeBytes(size, words)) {
      throw new RangeError('not the buffer of a tree of this version');
    }
    // `| 0` lets the engine know small integers: as doubles they slow every search by an eighth.
    this.size = size | 0;
    this.words = words | 0;
    this.leaves = leafCount(size, leafSize);
    const nodes = nodeCount(this.leaves);
    this.lowest = lowestNode(this.leaves);
    let at = 4 * headerWords;
    const take = (bytes: number): number => {
      at += bytes;
      return at - bytes;
    };
    // The widest first, so that each begins at a multiple of its width.
    this.points = new Float64Array(buffer, take(8 * perPoint * size), perPoint * size);
    this.boxes = new Float64Array(buffer, take(8 * perBox * nodes), perBox * nodes);
    this.splits = new Float64Array(buffer, take(8 * (this.leaves - 1)), this.leaves - 1);
    this.items = new Uint32Array(buffer, take(4 * size), size);
    this.ranks = new Uint32Array(buffer, take(4 * size), size);
    this.pointBits = new Int32Array(buffer, take(4 * words * size), words * size);
    this.nodeBits = new Int32Array(buffer, take(4 * words * nodes), words * nodes);
    this.axes = new Uint8Array(buffer, take(this.leaves - 1), this.leaves - 1);
  }

  /** A tree of this size with nothing in it yet, for its builder to fill. */
  static allocate(size: number, words: number, shared: boolean): VectorTree {
    const bytes = treeBytes(size, words);
    const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
    new Uint32Array(buffer).set([magic, size, words]);
    return new VectorTree(buffer);
  }

  /** The place of a leaf's first point. */
  firstPlace(leaf: number): number {
    return leafSize * leafOrder(leaf, this.lowest, this.leaves);
  }
}

/**
 * A squared chord rounded to 41 bits (Veltkamp's split), a part in 10¹²: 0.2 nm at 1 km. Distances that
 * differ by rounding alone become ties, and those that differ at all after this also differ in metres.
 */
export function rounded(chord2: number): number {
  const high = chord2 * 4097;
  return high - (high - chord2);
}

/** Rounding makes nothing smaller than by this factor. */
export const roundingSlack = 1 + 2 ** -40;

/** 40 bytes a point and 57 a node with up to 64 bits: less than 48 bytes a point. */
function treeBytes(size: number, words: number): number {
  const leaves = leafCount(size, leafSize);
  const nodes = nodeCount(leaves);
  const perInner = 8 + 1;
  const bytes =
    4 * headerWords +
    (8 * perPoint + 4 + 4 + 4 * words) * size +
    (8 * perBox + 4 * words) * nodes +
    perInner * (leaves - 1);
  // A whole number of words, so that the header can be read as such.
  return 4 * Math.ceil(bytes / 4);
}
