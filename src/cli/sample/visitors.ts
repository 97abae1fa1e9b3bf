import type { Access, Audience } from '../../dataset/vocabulary';
import type { OurKind } from './kinds';
import type { Random, Weighted } from './random';

type Audiences = readonly Audience[];

const everyone: Audiences = [];
const riders: Audiences = ['food-rider', 'courier'];
const outdoorWorkers: Audiences = ['food-rider', 'courier', 'sanitation', 'builder'];
const drivers: Audiences = ['ride-hailing-driver', 'taxi-driver'];

const usualAudiences: Weighted<Audiences> = [
  [everyone, 80],
  [riders, 11],
  [outdoorWorkers, 4],
  [['food-rider', 'courier', ...drivers], 3],
  [['food-rider', 'courier', 'sanitation', 'public'], 2],
];

const specialAudiences: Partial<Record<OurKind, Weighted<Audiences>>> = {
  'courier-home': [
    [everyone, 65],
    [['courier'], 10],
    [riders, 25],
  ],
  'rider-station': [
    [everyone, 45],
    [['food-rider'], 15],
    [riders, 40],
  ],
  'driver-home': [
    [drivers, 70],
    [['taxi-driver'], 15],
    [[...drivers, 'trucker'], 15],
  ],
  'trucker-stop': [
    [['trucker'], 85],
    [['trucker', 'courier'], 15],
  ],
  lodging: [
    [['builder', 'sanitation', 'food-rider', 'courier'], 60],
    [['builder', 'sanitation'], 40],
  ],
  'parking-spot': [
    [everyone, 40],
    [riders, 60],
  ],
  'public-facility': [[everyone, 1]],
};

const unsaid: readonly Access[] = [];

const usualAccess: Weighted<readonly Access[]> = [
  [unsaid, 12],
  [['open'], 52],
  [['staff'], 14],
  [['open', 'staff'], 8],
  [['qr'], 7],
  [['qr', 'pin'], 1.5],
  [['app'], 2],
  [['face'], 2],
  [['pin'], 1.5],
];

const specialAccess: Partial<Record<OurKind, Weighted<readonly Access[]>>> = {
  'rider-station': [
    [unsaid, 10],
    [['open'], 32],
    [['staff'], 8],
    [['qr'], 22],
    [['app'], 12],
    [['qr', 'app'], 6],
    [['face'], 6],
    [['pin'], 4],
  ],
  lodging: [
    [['staff'], 40],
    [['id-card'], 20],
    [['face', 'id-card'], 40],
  ],
  merchant: [
    [unsaid, 15],
    [['open'], 65],
    [['staff'], 20],
  ],
  'parking-spot': [
    [unsaid, 25],
    [['open'], 75],
  ],
  'public-facility': [
    [unsaid, 15],
    [['open'], 85],
  ],
};

/** Whom a station welcomes and how they get in. */
export interface Visitors {
  readonly audiences?: Audiences;
  readonly access?: readonly Access[];
}

/** An empty list is left out: everyone is welcome, and nobody said how one gets in. */
export function visitorsOf(kind: OurKind, random: Random): Visitors {
  const audiences = random.weighted(specialAudiences[kind] ?? usualAudiences);
  const access = random.weighted(specialAccess[kind] ?? usualAccess);
  return {
    ...(audiences.length > 0 && { audiences: [...audiences] }),
    ...(access.length > 0 && { access: [...access] }),
  };
}
