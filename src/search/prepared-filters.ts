import { subtree } from './build-tree';
import type { FilterParts } from './filter';
import { type Matching, matching, placesOf } from './matching';
import type { StationIndex } from './station-index';
import type { VectorTree } from './vector-tree';

/** How many filters are remembered: a rider has a few chips to tap. */
const most = 4;

/**
 * What preparing costs, in places that searches look at, which takes them about 15 ns each: a pass over
 * all places takes 4 ns for each, building a tree 220 ns for each that matches.
 */
const passCost = 1 / 4;
const buildCost = 16;

/** What more than a quarter of the stations have is found quickly anyway, and would take memory. */
const largestShare = 1 / 4;

/** Where to look for what passes a filter, and what to ask there. */
export interface Plan extends Matching {
  readonly tree: VectorTree;
  /** The filter among those that are remembered, if it is. */
  readonly remembered: Remembered | undefined;
}

/** A filter that was asked for, without what may be answered differently next time: `where`, and opening hours. */
interface Remembered {
  readonly key: string;
  readonly filter: FilterParts;
  /** Places that searches for it looked at so far, and how many pay for the next step. */
  visited: number;
  due: number;
  /** Of the stations that match, once that is paid. */
  tree: VectorTree | undefined;
}

/**
 * Remembers the last few filters, and prepares those that keep coming: once searches for a filter have
 * cost what preparing it costs, it gets a tree of its own, of the stations that match. So all searches
 * together cost at most about twice what they would have with the best choice made beforehand (this is the
 * ski-rental problem).
 */
export class PreparedFilters {
  /** By what they ask for; the one used last comes last. */
  private readonly remembered = new Map<string, Remembered>();

  constructor(private readonly index: StationIndex) {}

  plan(filter: FilterParts): Plan {
    const { clauses, districts } = filter;
    const { tree } = this.index;
    const isRemembered = clauses.length > 0 || districts !== undefined;
    const remembered = isRemembered ? this.remember(filter) : undefined;
    if (remembered?.tree === undefined) {
      const { demand, accept } = matching(this.index, filter);
      return { demand, accept, tree, remembered };
    }
    const { accept } = matching(this.index, { ...filter, clauses: [], districts: undefined });
    return { demand: undefined, accept, tree: remembered.tree, remembered: undefined };
  }

  private remember(filter: FilterParts): Remembered {
    const key = keyOf(filter);
    const { remembered } = this;
    const known = remembered.get(key) ?? {
      key,
      filter: { ...filter, offer: undefined, opening: undefined, where: undefined },
      visited: 0,
      due: passCost * this.index.tree.size,
      tree: undefined,
    };
    remembered.delete(key);
    remembered.set(key, known);
    if (remembered.size > most) remembered.delete(remembered.keys().next().value!);
    return known;
  }

  /** To be told how many places a search looked at; prepares the filter when that has been paid for. */
  charge({ remembered }: Plan, visited: number): void {
    if (remembered === undefined) return;
    remembered.visited += visited;
    if (remembered.visited < remembered.due) return;
    // Another search may have paid in the meantime, or other filters have taken its place.
    if (remembered.tree !== undefined) return;
    if (this.remembered.get(remembered.key) !== remembered) return;
    const { index } = this;
    const places = placesOf(index, matching(index, remembered.filter));
    const price = passCost * index.tree.size + buildCost * places.length;
    if (places.length > largestShare * index.tree.size) {
      remembered.due = Number.POSITIVE_INFINITY;
    } else if (remembered.visited < price) {
      remembered.due = price;
    } else {
      remembered.tree = subtree(index.tree, places);
    }
  }
}

/** The same for codes in any order. */
function keyOf({ clauses, districts = [] }: FilterParts): string {
  const parts = clauses.map(({ field, codes }) => `${field}=${[...codes].sort().join()}`);
  return [...parts.sort(), [...districts].sort().join()].join(';');
}
