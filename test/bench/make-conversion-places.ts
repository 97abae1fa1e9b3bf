import { enclaves } from '../../src/geo/outline-enclaves';
import type { LngLat } from '../../src/geo/position';
import { kilometersTo } from '../outline/grow-line';
import { isInMainland, territoryAt } from '../support/mainland';
import { Random } from '../support/random';
import { type ConversionPlaces, placesPerKind } from './conversion-places';

interface Box {
  readonly lng: readonly [number, number];
  readonly lat: readonly [number, number];
}

const china: Box = { lng: [73, 136], lat: [18, 54] };
const shanghai: Box = { lng: [121.2, 121.8], lat: [31, 31.4] };
const europe: Box = { lng: [-5, 30], lat: [40, 55] };
const northOfHongKong: Box = { lng: [113.85, 114.55], lat: [22.44, 22.61] };

const hongKong = enclaves[0]!.map(([lng, lat]): LngLat => ({ lng, lat }));

/** Made once, by the maps that the tests judge the outline by, and handed to what is timed. */
export function makeConversionPlaces(): ConversionPlaces {
  const random = new Random(31);
  const inBox = ({ lng, lat }: Box) => ({
    lng: random.between(...lng),
    lat: random.between(...lat),
  });
  const places = (size: number, box: Box, fits: (place: LngLat) => boolean): LngLat[] =>
    Array.from({ length: size }, () => {
      for (;;) {
        const place = inBox(box);
        if (fits(place)) return place;
      }
    });
  return {
    mainland: places(placesPerKind, china, isInMainland),
    shanghai: places(placesPerKind, shanghai, isInMainland),
    shenzhen: places(
      placesPerKind,
      northOfHongKong,
      (place) =>
        kilometersToHongKong(place) < 5 && territoryAt(place) === 'CN' && isInMainland(place),
    ),
    abroad: places(placesPerKind, europe, () => true),
    fading: places(
      50,
      northOfHongKong,
      (place) => territoryAt(place) === 'HK' && kilometersToHongKong(place) < 1,
    ),
  };
}

/** From the line around it, whichever side the place is on. */
function kilometersToHongKong(place: LngLat): number {
  return hongKong.reduce((least, corner, i) => {
    const next = hongKong[(i + 1) % hongKong.length]!;
    return Math.min(least, kilometersTo(place, corner, next));
  }, Number.POSITIVE_INFINITY);
}
