import type { ClientStatus } from '../client/status';
import { dateText, distanceText } from './measures';
import type { Place } from './model';
import { fill, type Locale, type Words } from './words';

export interface Notice {
  readonly kind: 'offline' | 'stale' | 'unsigned' | 'rough' | 'district';
  readonly text: string;
}

/** More than this and the order of the list is a guess. */
const roughMeters = 500;

/** What a rider should know about what is shown, the most important first. */
export function noticesOf(
  status: ClientStatus | undefined,
  place: Place,
  isOnline: boolean,
  { words, locale }: { readonly words: Words; readonly locale: Locale },
): Notice[] {
  const notices: Notice[] = [];
  const say = (kind: Notice['kind'], pattern: string, values = {}) =>
    notices.push({ kind, text: fill(pattern, values) });
  if (status !== undefined && status.source !== 'none') {
    const { published, stale, lastError, lastCheck, origin } = status;
    const date = dateText(published ?? lastCheck ?? new Date(Number.NaN));
    const isKnown = (published ?? lastCheck) !== undefined;
    const isCutOff = !isOnline || /^(NETWORK|DEADLINE)_/.test(lastError?.code ?? '');
    if (isCutOff && isKnown) say('offline', words.offline, { date });
    if (stale && isKnown) say('stale', words.stale, { date });
    if (!status.signed && origin !== undefined) say('unsigned', words.unsigned);
  }
  if (place.kind === 'here' && (place.accuracy ?? 0) > roughMeters)
    say('rough', words.roughly, { distance: distanceText(place.accuracy!, locale) });
  if (place.kind === 'district' && place.name !== undefined)
    say('district', words.inDistrict, { name: place.name });
  return notices;
}
