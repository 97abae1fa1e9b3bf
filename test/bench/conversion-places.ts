import type { LngLat } from '../../src/geo/position';

/** Enough that a processor cannot learn which way each goes, and no two alike. */
export const placesPerKind = 20_000;

/** Where conversions are raced: places in WGS-84. */
export interface ConversionPlaces {
  readonly mainland: readonly LngLat[];
  readonly shanghai: readonly LngLat[];
  /** In Shenzhen, up to 5 km from Hong Kong: in the mainland, but only a close look tells. */
  readonly shenzhen: readonly LngLat[];
  /** In Europe, where nothing moves. */
  readonly abroad: readonly LngLat[];
  /** In Hong Kong, up to a kilometre from Shenzhen: there the shift fades. */
  readonly fading: readonly LngLat[];
}
