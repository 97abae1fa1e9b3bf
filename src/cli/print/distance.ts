/** A distance as people say it: `7 m`, `850 m`, `1.2 km`, `12 km`. */
export function distanceText(meters: number): string {
  // Rounded first: 999.6 m is 1.0 km, not 1000 m.
  const whole = meters < 100 ? Math.round(meters) : Math.round(meters / 10) * 10;
  if (whole < 1000) return `${whole} m`;
  const tenths = Math.round(meters / 100) / 10;
  return tenths < 10 ? `${tenths.toFixed(1)} km` : `${Math.round(meters / 1000)} km`;
}

const points = {
  zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  en: ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'],
};

/** A direction as one of the eight points of the compass. */
export function compassText(degrees: number, locale: 'zh' | 'en'): string {
  return points[locale][Math.round(degrees / 45) % 8]!;
}
