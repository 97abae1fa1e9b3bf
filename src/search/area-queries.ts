import type { Station } from '../dataset/station';
import { type Bounds, readBounds } from '../geo/bounds';
import { type Area, areaHolds, boxesOf, readArea } from './area';
import { BoundsIndex } from './bounds-index';
import type { Filter } from './filter';
import { passes, readMatching, stationsAt } from './matching';
import type { StationIndex } from './station-index';

/** The queries of a set that ask what lies within: everything is checked before anything is looked for. */
export class AreaQueries {
  private readonly index: StationIndex;
  /** Made by the first query. */
  private boundsIndex: BoundsIndex | undefined;

  constructor(index: StationIndex) {
    this.index = index;
  }

  inBounds(bounds: Bounds, filter: Filter): Station[] {
    const match = readMatching(this.index, filter);
    const places = this.placesWithin(readBounds(bounds));
    return stationsAt(
      this.index,
      places.filter((place) => passes(this.index, place, match)),
    );
  }

  inArea(area: Area, filter: Filter): Station[] {
    const { stations, tree } = this.index;
    const match = readMatching(this.index, filter);
    const polygons = readArea(area);
    const near = new Set(boxesOf(polygons).flatMap((box) => this.placesWithin(box)));
    const places = [...near].filter(
      (place) =>
        areaHolds(polygons, stations.positionOf(tree.items[place]!)) &&
        passes(this.index, place, match),
    );
    return stationsAt(this.index, places);
  }

  private placesWithin(bounds: Bounds): number[] {
    const { stations, tree } = this.index;
    this.boundsIndex ??= new BoundsIndex(
      Array.from(tree.items, (item) => stations.positionOf(item)),
    );
    return this.boundsIndex.within(bounds);
  }
}
