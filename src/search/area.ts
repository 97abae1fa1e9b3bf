import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import { InvalidAreaError, InvalidGeoJsonError } from '../errors';
import type { Bounds } from '../geo/bounds';
import { type LngLat, positionFault } from '../geo/position';

type Ring = readonly (readonly number[])[];

/** A GeoJSON polygon: the outer ring, then its holes. Degrees, in the app's CRS. */
export interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: readonly Ring[];
}

/** Several GeoJSON polygons as one area. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}

interface Feature {
  readonly type: 'Feature';
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * An area: a polygon, several, or GeoJSON features of these, taken together. An area across the
 * antimeridian is several polygons.
 */
export type Area =
  | Polygon
  | MultiPolygon
  | Feature
  | { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] };

/**
 * The polygons of an area, checked.
 *
 * @throws InvalidGeoJsonError when it is no polygon, InvalidAreaError when a ring is open, too short or off the Earth
 */
export function readArea(input: unknown): MultiPolygon {
  const { type: outer, features, geometry } = (input ?? {}) as Record<string, unknown>;
  if (outer === 'FeatureCollection' && Array.isArray(features)) {
    const areas = features.map((feature) => readGeometry((feature as Partial<Feature>)?.geometry));
    return { type: 'MultiPolygon', coordinates: areas.flatMap((area) => area.coordinates) };
  }
  return readGeometry(outer === 'Feature' ? geometry : input);
}

function readGeometry(input: unknown): MultiPolygon {
  const { type, coordinates } = (input ?? {}) as Record<string, unknown>;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  if ((type !== 'Polygon' && type !== 'MultiPolygon') || !Array.isArray(polygons)) {
    throw new InvalidGeoJsonError('a Polygon, a MultiPolygon, or features of these', input);
  }
  polygons.forEach((polygon, p) => {
    const where = type === 'Polygon' ? '' : ` of polygon ${p + 1}`;
    if (!Array.isArray(polygon) || polygon.length === 0) {
      throw new InvalidAreaError(
        `the list of rings${where}`,
        'an array with at least one ring',
        polygon,
      );
    }
    for (const [r, ring] of polygon.entries()) checkRing(ring, `ring ${r + 1}${where}`);
  });
  return { type: 'MultiPolygon', coordinates: polygons as MultiPolygon['coordinates'] };
}

function checkRing(ring: unknown, where: string): void {
  if (!Array.isArray(ring) || ring.length < 4) {
    throw new InvalidAreaError(where, 'an array of four or more positions', ring);
  }
  for (const [i, point] of ring.entries()) {
    // GeoJSON knows one form only.
    const fault = positionFault(Array.isArray(point) ? point : []);
    if (fault !== undefined)
      throw new InvalidAreaError(`position ${i + 1} of ${where}`, `a position (${fault})`, point);
  }
  const first = ring[0] as number[];
  const last = ring[ring.length - 1] as number[];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw new InvalidAreaError(
      where,
      `closed (its last position must repeat the first, ${JSON.stringify(first)})`,
      last,
    );
  }
}

/** The box around each polygon, from its outer ring. */
export function boxesOf(area: MultiPolygon): Bounds[] {
  return area.coordinates.map(([outer]) => {
    const box: [number, number, number, number] = [180, 90, -180, -90];
    for (const [lng, lat] of outer as Ring) {
      box[0] = Math.min(box[0], lng!);
      box[1] = Math.min(box[1], lat!);
      box[2] = Math.max(box[2], lng!);
      box[3] = Math.max(box[3], lat!);
    }
    return box;
  });
}

/** Whether the area holds the position; its outline belongs to it. */
export function areaHolds(area: MultiPolygon, { lng, lat }: LngLat): boolean {
  const holds = (at: number) =>
    booleanPointInPolygon([at, lat], area as Parameters<typeof booleanPointInPolygon>[1]);
  // 180° E and 180° W are one line.
  return holds(lng) || (Math.abs(lng) === 180 && holds(-lng));
}
