import { districtsOf } from './districts';
import type { Supply } from './feed';
import type { District, Model, Place } from './model';
import { type View, viewOf } from './view';

/** What is shown instead of stations. */
export type Message =
  | { readonly kind: 'locating' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loading'; readonly share: number | undefined }
  | {
      readonly kind: 'no-place';
      readonly why: 'refused' | 'unavailable';
      readonly districts: readonly District[];
    };

/** What the app and the rider have chosen. */
export interface Settings extends Omit<Model, 'set' | 'place'> {
  /** @default the districts that stations are in */
  readonly districts: readonly District[] | undefined;
}

/** The list; or what there is to say or to choose before there is one. */
export function contentOf(supply: Supply, place: Place, settings: Settings): Message | View {
  if (supply.kind === 'none') return { kind: 'loading', share: undefined };
  if (supply.kind !== 'ready') return supply;
  const { set } = supply;
  if ('position' in place) return viewOf({ ...settings, set, place });
  // What lies along a route is known without.
  if (settings.route !== undefined) return viewOf({ ...settings, set, place: undefined });
  if (place.kind !== 'refused' && place.kind !== 'unavailable') {
    // Hours are read and code is compiled at the first question: from anywhere, before the rider's.
    set.nearest([0, 0], { limit: settings.shown, openAt: new Date(settings.now) });
    return { kind: 'locating' };
  }
  return { kind: 'no-place', why: place.kind, districts: settings.districts ?? districtsOf(set) };
}
