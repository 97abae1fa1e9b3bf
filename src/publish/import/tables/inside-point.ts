import pointOnFeature from '@turf/point-on-feature';

/*
 * Points for places that were drawn as areas or lines. This is the only file that knows
 * @turf/point-on-feature.
 */

/** A point of the geometry itself, near its middle; `undefined` for what is no geometry. */
export function insidePoint(geometry: object): readonly [number, number] | undefined {
  try {
    const feature = { type: 'Feature' as const, properties: {}, geometry };
    const { coordinates } = pointOnFeature(
      feature as Parameters<typeof pointOnFeature>[0],
    ).geometry;
    const [lng, lat] = coordinates;
    return Number.isFinite(lng) && Number.isFinite(lat) ? [lng!, lat!] : undefined;
  } catch {
    // Empty rings, no coordinates: the row is reported as one without a position.
    return undefined;
  }
}
