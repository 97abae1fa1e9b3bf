import type { ClientStatus } from '../client/status';
import { dateText, distanceText } from './measures';
import type { Place } from './model';
import { fill, type Locale, type Words, words } from './words';

export interface Notice {
  readonly kind: 'offline' | 'stale' | 'unsigned' | 'rough' | 'district';
  readonly text: string;
}

/** More than this and the order of the list is a guess. */
const roughMeters = 500;

export interface NoticeOptions {
  /** Where the rider is, and how surely. @default surely here */
  readonly place?: Place | undefined;
  /** As far as the device knows. @default true */
  readonly isOnline?: boolean | undefined;
  /** @default 'zh' */
  readonly locale?: Locale | undefined;
  /** Other words than ours. */
  readonly strings?: Partial<Words> | undefined;
}

/**
 * What a rider should know about what is shown, the most important first: that it is of another day because there is no
 * network, that it has expired, that nobody signed it; that the location is rough, or only a district.
 *
 * @param status a client's; `undefined` for a set
 * @example
 * noticesOf(undefined, { place: { kind: 'here', position: { lng: 121, lat: 31 }, accuracy: 800 }, locale: 'en' });
 * const [{ kind }] = noticesOf(undefined, { place: { kind: 'district', position: { lng: 121, lat: 31 }, name: '黄浦区' } });
 * kind; // 'district'
 */
export function noticesOf(status: ClientStatus | undefined, options: NoticeOptions = {}): Notice[] {
  const { place = { kind: 'unknown' }, isOnline = true, locale = 'zh' } = options;
  const said = { ...words[locale], ...options.strings };
  const notices: Notice[] = [];
  const say = (kind: Notice['kind'], pattern: string, values = {}) =>
    notices.push({ kind, text: fill(pattern, values) });
  if (status !== undefined && status.source !== 'none') {
    const { published, stale, lastError, lastCheck, origin } = status;
    const date = dateText(published ?? lastCheck ?? new Date(Number.NaN));
    const isKnown = (published ?? lastCheck) !== undefined;
    const isCutOff = !isOnline || /^(NETWORK|DEADLINE)_/.test(lastError?.code ?? '');
    if (isCutOff && isKnown) say('offline', said.offline, { date });
    if (stale && isKnown) say('stale', said.stale, { date });
    if (!status.signed && origin !== undefined) say('unsigned', said.unsigned);
  }
  if (place.kind === 'here' && (place.accuracy ?? 0) > roughMeters)
    say('rough', said.roughly, { distance: distanceText(place.accuracy!, locale) });
  if (place.kind === 'district' && place.name !== undefined)
    say('district', said.inDistrict, { name: place.name });
  return notices;
}
