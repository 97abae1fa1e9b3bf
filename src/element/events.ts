import type { Station } from '../dataset/station';
import type { Service } from '../dataset/vocabulary';
import type { NavigationLink } from '../links/navigation-links';

/** What the element tells the app, by the name of the event. */
export interface NearbyEvents {
  'yizhan-open': undefined;
  'yizhan-close': undefined;
  'yizhan-filter': { readonly services: readonly Service[]; readonly openNow: boolean };
  /** Prevented, the app goes there itself. */
  'yizhan-navigate': { readonly station: Station; readonly links: readonly NavigationLink[] };
  'yizhan-call': { readonly station: Station };
  /** The rider says that it is not open. */
  'yizhan-report': { readonly station: Station };
}

/** @returns whether nobody has prevented what comes next */
export function tell<Name extends keyof NearbyEvents>(
  element: HTMLElement,
  name: Name,
  detail: NearbyEvents[Name],
): boolean {
  const options = { detail, bubbles: true, composed: true, cancelable: true };
  return element.dispatchEvent(new CustomEvent(name, options));
}
