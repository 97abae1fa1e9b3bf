import {
  buffer,
  featureCollection,
  lineString,
  nearestPointOnLine,
  point,
  pointsWithinPolygon,
} from '@turf/turf';
import type { Station } from '../../src/core';
import type { Corridor } from './corridor';

/** The way Turf's documentation suggests: buffer the line, keep the points inside, snap each. */
export function turfCorridor(stations: readonly Station[], widthMeters: number): Corridor {
  const points = featureCollection(
    stations.map(({ id, position }) => point([position.lng, position.lat], { id })),
  );
  return (route) => {
    const line = lineString(route.map(({ lng, lat }) => [lng, lat]));
    const area = buffer(line, widthMeters, { units: 'meters' });
    if (area === undefined) return [];
    return pointsWithinPolygon(points, area)
      .features.map(({ geometry, properties }) => {
        const place = geometry.coordinates as [number, number];
        const foot = nearestPointOnLine(line, place, { units: 'meters' }).properties;
        return { id: properties.id, along: foot.totalDistance, offset: foot.pointDistance };
      })
      .sort((a, b) => a.along - b.along);
  };
}
