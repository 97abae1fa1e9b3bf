import type { kinds } from '../../dataset/vocabulary';
import type { District } from './districts';
import type { Random, Weighted } from './random';

/** The kinds that the SDK itself names: each has its own patterns in the tables of this folder. */
export type OurKind = keyof typeof kinds;

/** How common each kind is, in a hundred stations of each setting. */
const weights: Record<District['setting'], Weighted<OurKind>> = {
  central: [
    ['party-mass-centre', 16],
    ['courier-home', 12],
    ['union-station', 20],
    ['rider-station', 9],
    ['driver-home', 1],
    ['trucker-stop', 0.1],
    ['legal-point', 4],
    ['friendly-community', 10],
    ['friendly-business', 10],
    ['friendly-park', 1],
    ['scenic-venue', 2.5],
    ['merchant', 9],
    ['lodging', 0.4],
    ['parking-spot', 2],
    ['public-facility', 4],
    ['other', 1],
  ],
  outer: [
    ['party-mass-centre', 17],
    ['courier-home', 13],
    ['union-station', 19],
    ['rider-station', 9],
    ['driver-home', 2],
    ['trucker-stop', 1.5],
    ['legal-point', 4],
    ['friendly-community', 11],
    ['friendly-business', 5],
    ['friendly-park', 5],
    ['scenic-venue', 1.5],
    ['merchant', 7],
    ['lodging', 1.2],
    ['parking-spot', 2],
    ['public-facility', 4],
    ['other', 1],
  ],
};

/** A kind of station that one would find in the district. */
export function kindIn(district: District, random: Random): OurKind {
  return random.weighted(weights[district.setting]);
}
