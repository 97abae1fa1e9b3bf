import { insidePoint } from './inside-point';

/** A JSON object on its way to being a row: what it says by key, its geometry apart. */
export interface FeatureRow {
  readonly number: number;
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Degrees, longitude first. */
  readonly position: readonly [unknown, unknown] | undefined;
  /** The type of a geometry that is no point, for which a point inside was taken. */
  readonly shape?: string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A feature, an element of Overpass or a record of any shape; `undefined` for what is no object. */
export function toFeatureRow(value: unknown, number: number): FeatureRow | undefined {
  if (!isObject(value)) return undefined;
  // A hit that a query wrote.
  const { station } = value;
  if (isObject(station)) return toFeatureRow({ ...value, ...station, station: undefined }, number);
  if (value['type'] === 'Feature') return fromFeature(value, number);
  if (isElement(value)) return fromElement(value, number);
  const { id, ...properties } = value;
  return { number, id, properties, position: undefined };
}

function fromFeature(
  { id, geometry, properties }: Record<string, unknown>,
  number: number,
): FeatureRow {
  const { id: inner, ...rest } = isObject(properties) ? properties : {};
  const own = id ?? inner;
  const kept =
    inner === undefined || String(inner) === String(own)
      ? rest
      : { ...rest, 'properties.id': inner };
  return { number, id: own, properties: kept, ...place(geometry) };
}

function place(geometry: unknown): Pick<FeatureRow, 'position' | 'shape'> {
  if (!isObject(geometry)) return { position: undefined };
  const { type, coordinates } = geometry;
  if (type === 'Point' && Array.isArray(coordinates)) {
    return { position: [coordinates[0], coordinates[1]] };
  }
  const point = insidePoint(geometry);
  return { position: point, shape: String(type) };
}

function isElement({ type, id, tags, lat, center }: Record<string, unknown>): boolean {
  return (
    (type === 'node' || type === 'way' || type === 'relation') &&
    id !== undefined &&
    (tags !== undefined || lat !== undefined || center !== undefined)
  );
}

function fromElement(element: Record<string, unknown>, number: number): FeatureRow {
  const { type, id, lat, lon, center, tags, geometry, bounds, timestamp } = element;
  const at = isObject(center) ? center : { lat, lon };
  const own = `${type}/${id}`;
  const properties = {
    ...(isObject(tags) && { tags }),
    ...(timestamp !== undefined && { '@timestamp': timestamp }),
  };
  if (at['lat'] !== undefined)
    return { number, id: own, properties, position: [at['lon'], at['lat']] };
  return { number, id: own, properties, ...placeOutline(geometry, bounds) };
}

/** What `out geom` and `out bb` give instead of a centre. */
function placeOutline(geometry: unknown, bounds: unknown): Pick<FeatureRow, 'position' | 'shape'> {
  if (Array.isArray(geometry)) {
    const line = geometry.filter(isObject).map((point) => [point['lon'], point['lat']]);
    const [first, last] = [line[0], line[line.length - 1]];
    const isRing = line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
    return place(
      isRing ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line },
    );
  }
  if (!isObject(bounds)) return { position: undefined };
  const middle = (a: unknown, b: unknown) => (Number(a) + Number(b)) / 2;
  return {
    position: [
      middle(bounds['minlon'], bounds['maxlon']),
      middle(bounds['minlat'], bounds['maxlat']),
    ],
    shape: 'bounds',
  };
}
