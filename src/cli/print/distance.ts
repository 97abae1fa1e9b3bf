import { distanceText as distanceIn } from '../../nearby/measures';

/** A distance as people say it, with the signs of units in any language: `7 m`, `850 m`, `1.2 km`, `12 km`. */
export function distanceText(meters: number): string {
  return distanceIn(meters, 'en');
}

const points = {
  zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'],
};

/** A direction as one of the eight points of the compass. */
export function compassText(degrees: number, locale: 'zh' | 'en'): string {
  return points[locale][Math.round(degrees / 45) % 8]!;
}
