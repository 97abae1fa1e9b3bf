import type { Kind } from 'yizhan';

/** The sixteen kinds in five groups, which the eye can tell apart on a map. */
export const groups = ['rest', 'community', 'driver', 'business', 'other'] as const;
export type Group = (typeof groups)[number];

const groupOfKind: { readonly [kind: string]: Group } = {
  'union-station': 'rest',
  'courier-home': 'rest',
  'rider-station': 'rest',
  'party-mass-centre': 'community',
  'friendly-community': 'community',
  'legal-point': 'community',
  'driver-home': 'driver',
  'trucker-stop': 'driver',
  'parking-spot': 'driver',
  merchant: 'business',
  'friendly-business': 'business',
  'friendly-park': 'business',
  lodging: 'business',
};

export const groupOf = (kind: Kind): Group => groupOfKind[kind] ?? 'other';

/** As `--rest`, … in style.css says: on the map as in the list. */
export function colorOf(group: Group): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${group}`).trim();
}
