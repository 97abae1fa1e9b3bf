import type { Service } from '../../src/core';
import { toVector } from '../../src/geo/ellipsoid';
import type { LngLat } from '../../src/geo/position';
import { subtree } from '../../src/search/build-tree';
import type { Demand } from '../../src/search/code-bits';
import { type FilterParts, readFilter } from '../../src/search/filter';
import { matching, placesOf } from '../../src/search/matching';
import { type Found, nearestPlaces } from '../../src/search/nearest';
import type { VectorTree } from '../../src/search/vector-tree';
import type { Data } from './data';
import type { NearestContestant } from './nearest-contestant';

/** The search by itself: from degrees to places and squared chords, no options and no hits. */
function search(tree: VectorTree, from: LngLat, limit: number, demand: Demand | undefined): Found {
  const reach2 = Number.POSITIVE_INFINITY;
  return nearestPlaces(tree, toVector(from), { limit, reach2, demand, accept: undefined });
}

/** The kernel on the whole tree, with the bits to ask for. */
export function kernel(
  data: Data,
  limit: number,
  services: readonly Service[] = [],
): NearestContestant {
  const { demand } = matching(data.index, filterOf(services));
  return contestant('yizhan kernel', data, data.index.tree, limit, demand);
}

/** The kernel on a tree of those that match: what a set does from the moment it prepared a filter. */
export function preparedKernel(
  data: Data,
  limit: number,
  services: readonly Service[],
): NearestContestant {
  const { index } = data;
  const tree = subtree(index.tree, placesOf(index, matching(index, filterOf(services))));
  return contestant('yizhan kernel, prepared', data, tree, limit, undefined);
}

function filterOf(services: readonly Service[]): FilterParts {
  return readFilter({ services });
}

function contestant(
  name: string,
  { stations }: Data,
  tree: VectorTree,
  limit: number,
  demand: Demand | undefined,
): NearestContestant {
  return {
    name,
    run: (from) => search(tree, from, limit, demand).places[0]!,
    ids: (from) => {
      const { places, count } = search(tree, from, limit, demand);
      return Array.from({ length: count }, (_, i) => stations[tree.items[places[i]!]!]!.id);
    },
  };
}
