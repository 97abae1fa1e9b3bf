import type { LngLat } from '../../geo/position';

/** Rings of `[lng, lat]` in WGS-84, outer ones and holes alike, each closed. */
export type Rings = readonly (readonly (readonly [lng: number, lat: number])[])[];

const metersPerDegree = 111_200;
const bands = 256;

/**
 * The outline of a district. Edges are sorted into bands of latitude, so that whether it holds a place takes a
 * look at a few of them; edges are straight in degrees, as GeoJSON has it.
 */
export class Outline {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** lng, lat, lng, lat of each edge. */
  private readonly edges: Float64Array;
  private readonly edgesOfBand: readonly (readonly number[])[];

  constructor(
    /** Six digits; empty when the file does not say. */
    readonly code: string,
    readonly name: string,
    readonly rings: Rings,
  ) {
    const edges: number[] = [];
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const ring of rings) {
      ring.forEach(([lng, lat], i) => {
        [west, east] = [Math.min(west, lng), Math.max(east, lng)];
        [south, north] = [Math.min(south, lat), Math.max(north, lat)];
        const next = ring[i + 1];
        if (next !== undefined) edges.push(lng, lat, next[0], next[1]);
      });
    }
    [this.west, this.south, this.east, this.north] = [west, south, east, north];
    this.edges = Float64Array.from(edges);
    const banded = Array.from({ length: bands }, (): number[] => []);
    for (let at = 0; at < edges.length; at += 4) {
      const [one, other] = [this.bandOf(edges[at + 1]!), this.bandOf(edges[at + 3]!)];
      for (let band = Math.min(one, other); band <= Math.max(one, other); band++) {
        banded[band]!.push(at);
      }
    }
    this.edgesOfBand = banded;
  }

  /** By the number of edges east of the place: odd inside, even outside and in a hole. */
  holds({ lng, lat }: LngLat): boolean {
    if (!(lng >= this.west && lng <= this.east && lat >= this.south && lat <= this.north)) {
      return false;
    }
    const { edges } = this;
    let isInside = false;
    for (const at of this.edgesOfBand[this.bandOf(lat)]!) {
      const [lng1, lat1, lng2, lat2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
      if (lat1 > lat === lat2 > lat) continue;
      if (lng < lng1 + ((lat - lat1) / (lat2 - lat1)) * (lng2 - lng1)) isInside = !isInside;
    }
    return isInside;
  }

  /** Metres from the outline; 0 inside. On a plane that touches the Earth at the place: to 1 % within 100 km. */
  metersOutside(place: LngLat): number {
    return this.holds(place) ? 0 : this.metersFromEdge(place);
  }

  metersFromEdge({ lng, lat }: LngLat): number {
    const eastward = metersPerDegree * Math.cos((lat * Math.PI) / 180);
    const { edges } = this;
    let nearest2 = Number.POSITIVE_INFINITY;
    for (let at = 0; at < edges.length; at += 4) {
      const x = (edges[at]! - lng) * eastward;
      const y = (edges[at + 1]! - lat) * metersPerDegree;
      const dx = (edges[at + 2]! - lng) * eastward - x;
      const dy = (edges[at + 3]! - lat) * metersPerDegree - y;
      const length2 = dx * dx + dy * dy;
      const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length2));
      const [fx, fy] = [x + along * dx, y + along * dy];
      nearest2 = Math.min(nearest2, fx * fx + fy * fy);
    }
    return Math.sqrt(nearest2);
  }

  private bandOf(lat: number): number {
    const share = (lat - this.south) / (this.north - this.south || 1);
    return Math.min(bands - 1, Math.max(0, Math.floor(share * bands)));
  }
}
