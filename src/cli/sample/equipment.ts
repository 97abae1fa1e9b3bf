import type { Parking } from '../../dataset/station';
import type { Service } from '../../dataset/vocabulary';
import type { OurKind } from './kinds';
import type { Random, Weighted } from './random';

/** What there is to count at a station. */
export interface Equipment {
  readonly capacity?: number;
  readonly parking?: Parking;
  readonly beds?: number;
}

/** Kinds with nowhere to sit. */
const seatless: ReadonlySet<OurKind> = new Set(['parking-spot', 'public-facility']);

/** Some count e-bikes at the kerb, or say that there is no room for one, without offering parking. */
const parkingElsewhere: Weighted<Parking | undefined> = [
  [undefined, 85],
  [{ ebike: true }, 12],
  [{ ebike: false }, 3],
];

/** Seats, beds where there is housing, places to park where there is parking. */
export function equipmentOf(
  kind: OurKind,
  services: readonly Service[],
  random: Random,
): Equipment {
  const parking = services.includes('parking')
    ? parkingAt(kind, random)
    : random.weighted(parkingElsewhere);
  return {
    ...(!seatless.has(kind) && random.chance(0.6) && { capacity: random.int(2, 15) * 2 }),
    ...(parking && { parking }),
    ...(services.includes('housing') && {
      beds: kind === 'lodging' ? random.int(5, 80) * 8 : random.int(2, 10) * 2,
    }),
  };
}

function parkingAt(kind: OurKind, random: Random): Parking {
  const places = (most: number) => (random.chance(0.25) ? true : random.int(2, most));
  switch (kind) {
    case 'driver-home':
      return { ebike: random.chance(0.5), car: places(40) };
    case 'trucker-stop':
      return { car: places(20), truck: places(60) };
    case 'friendly-park':
      return {
        ebike: places(80),
        car: places(30),
        ...(random.chance(0.3) && { truck: places(10) }),
      };
    default:
      return { ebike: places(40), ...(random.chance(0.2) && { car: places(10) }) };
  }
}
