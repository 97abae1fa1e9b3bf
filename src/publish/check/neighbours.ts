import { perPoint, putPoint } from '../../geo/boxes';
import { metersOfChord2, reach2OfMeters, toVector, type Vector } from '../../geo/ellipsoid';
import { buildTree } from '../../search/build-tree';
import { nearestPlaces } from '../../search/nearest';
import type { VectorTree } from '../../search/vector-tree';

/** Things with positions in WGS-84, by number. */
export interface Placed {
  readonly wgsLng: ArrayLike<number>;
  readonly wgsLat: ArrayLike<number>;
}

/** Some of many places, to be asked what is near. */
export class Neighbours {
  private readonly tree: VectorTree | undefined;

  /** @param members the numbers of those that can be found */
  constructor(placed: Placed, members: ArrayLike<number>) {
    const size = members.length;
    if (size === 0) return;
    const vectors = new Float64Array(perPoint * size);
    const items = new Uint32Array(size);
    for (let i = 0; i < size; i++) {
      items[i] = members[i]!;
      putPoint(vectors, i, vectorOf(placed, members[i]!));
    }
    // By number, so that of two that are equally near the earlier row comes first.
    this.tree = buildTree({
      size,
      vectors,
      words: 0,
      bits: new Int32Array(0),
      items,
      ranks: items,
    });
  }

  /** The nearest to a place, nearest first, at most 128 of them. */
  near(
    lng: number,
    lat: number,
    limit: number,
    reachMeters: number,
    accept?: (number: number) => boolean,
  ): { readonly number: number; readonly meters: number }[] {
    if (this.tree === undefined) return [];
    const search = { limit, reach2: reach2OfMeters(reachMeters), demand: undefined, accept };
    const found = nearestPlaces(this.tree, toVector({ lng, lat }), search);
    return Array.from({ length: found.count }, (_, i) => ({
      number: this.tree!.items[found.places[i]!]!,
      meters: metersOfChord2(found.chords2[i]!),
    }));
  }
}

function vectorOf({ wgsLng, wgsLat }: Placed, number: number): Vector {
  return toVector({ lng: wgsLng[number]!, lat: wgsLat[number]! });
}
