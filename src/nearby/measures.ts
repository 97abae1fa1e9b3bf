import { cleanText } from '../links/text';
import { fill, type Locale, type Words } from './words';

/**
 * An e-bike among traffic lights: 18 km/h, which `along` takes for a rider's speed as well; the limit by law is 25 (GB
 * 17761-2018).
 */
const ebikeMetersPerMinute = 300;
/** 4.5 km/h. */
const walkMetersPerMinute = 75;
/** Nobody starts a bike for less. */
const walkMeters = 150;
/** How much longer the way is than a straight line: see `along`. */
const circuity = 1.3;

/** `320 m`, `1.2 km`, `12 km`; `320 米`, `1.2 公里` in Chinese. */
export function distanceText(meters: number, locale: Locale): string {
  const [m, km] = locale === 'zh' ? ['米', '公里'] : ['m', 'km'];
  // Rounded first: 999.6 m is 1.0 km, not 1000 m.
  const whole = meters < 100 ? Math.round(meters) : Math.round(meters / 10) * 10;
  if (whole < 1000) return `${whole} ${m}`;
  const tenths = Math.round(meters / 100) / 10;
  return tenths < 10 ? `${tenths.toFixed(1)} ${km}` : `${Math.round(meters / 1000)} ${km}`;
}

/** How long it takes, rounded up: about, for nobody knows the way. */
export function timeText(meters: number, words: Words): string {
  const onFoot = meters < walkMeters;
  const speed = onFoot ? walkMetersPerMinute : ebikeMetersPerMinute;
  const minutes = Math.max(1, Math.ceil((meters * circuity) / speed));
  return fill(onFoot ? words.onFoot : words.byEbike, { minutes });
}

/** `2026-11-30`, by the device's clock. */
export function dateText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const days = { Mo: '周一', Tu: '周二', We: '周三', Th: '周四', Fr: '周五', Sa: '周六', Su: '周日' };
const inChinese: Readonly<Record<string, string>> = {
  ...days,
  PH: '节假日',
  off: '休息',
  ',': '、',
};

/** An offer's hours, as they are written: `We 13:00-16:00`; `周三 13:00-16:00` in Chinese. */
export function hoursText(hours: string | undefined, locale: Locale): string {
  const text = cleanText(hours, 60);
  if (locale === 'en') return text;
  return text.replace(/\b(?:[A-Z][a-z]|PH|off)\b|,/g, (word) => inChinese[word] ?? word);
}
