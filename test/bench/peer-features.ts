import { around } from 'geokdbush';
import KDBush from 'kdbush';
import * as z from 'zod';

/* Stations as an app reads them with well-known parts: parse, check, index, ask. */

const station = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({
    type: z.literal('Point'),
    coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  }),
  properties: z.object({
    name: z.string().optional(),
    nameEn: z.string().optional(),
    address: z.string().optional(),
    directions: z.string().optional(),
    programme: z.string().optional(),
    host: z.string().optional(),
    kind: z.string(),
    district: z.string().optional(),
    services: z.array(z.string()),
    audiences: z.array(z.string()),
    access: z.array(z.string()),
    hours: z.string().optional(),
    hoursText: z.string().optional(),
    phone: z.string().optional(),
    capacity: z.number().optional(),
    status: z.enum(['active', 'suspended', 'planned']),
    verifiedAt: z.string().optional(),
    updatedAt: z.string().optional(),
    source: z.string().optional(),
  }),
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(station) });

export type Feature = z.infer<typeof station>;

export interface Indexed {
  readonly features: readonly Feature[];
  readonly index: KDBush;
}

export function readFeatures(text: string): Indexed {
  const { features } = collection.parse(JSON.parse(text));
  const index = new KDBush(features.length);
  for (const { geometry } of features) index.add(geometry.coordinates[0], geometry.coordinates[1]);
  index.finish();
  return { features, index };
}

export function nearestIds({ features, index }: Indexed, lng: number, lat: number): string[] {
  return around(index, lng, lat, 5).map((item) => features[Number(item)]!.id);
}
