import { codesOf, type Service, type services } from '../../dataset/vocabulary';
import type { OurKind } from './kinds';
import type { Random } from './random';

type OurService = keyof typeof services;
type Shares = { readonly [service in OurService]?: number };

/** In what share of ordinary stations each service is found. */
const usual: Record<OurService, number> = {
  water: 0.86,
  rest: 0.88,
  aircon: 0.62,
  heating: 0.3,
  microwave: 0.52,
  fridge: 0.16,
  'phone-charging': 0.74,
  wifi: 0.45,
  toilet: 0.64,
  'first-aid': 0.46,
  medical: 0.02,
  umbrella: 0.34,
  reading: 0.24,
  meals: 0.05,
  'legal-aid': 0.06,
  'job-guidance': 0.06,
  haircut: 0.01,
  shower: 0.012,
  laundry: 0.008,
  'vehicle-charging': 0.1,
  'battery-swap': 0.05,
  'vehicle-repair': 0.02,
  parking: 0.16,
  'parcel-handover': 0.04,
  'mother-baby': 0.06,
  housing: 0,
  volunteering: 0.08,
};

/** What sets a kind apart: `scale` shrinks the usual shares, `shares` replaces some. */
const special: Partial<Record<OurKind, { scale?: number; shares: Shares }>> = {
  'party-mass-centre': {
    shares: {
      toilet: 0.85,
      reading: 0.5,
      'mother-baby': 0.18,
      volunteering: 0.3,
      'legal-aid': 0.12,
    },
  },
  'courier-home': { shares: { 'parcel-handover': 0.2, 'vehicle-charging': 0.16 } },
  'union-station': { shares: { microwave: 0.7, 'first-aid': 0.65 } },
  'rider-station': {
    shares: {
      'vehicle-charging': 0.32,
      'battery-swap': 0.26,
      'vehicle-repair': 0.1,
      parking: 0.45,
    },
  },
  'driver-home': { shares: { toilet: 0.96, parking: 0.95, meals: 0.5, shower: 0.2, rest: 0.98 } },
  'trucker-stop': {
    shares: { toilet: 0.95, parking: 1, meals: 0.7, shower: 0.6, laundry: 0.4, housing: 0.15 },
  },
  'legal-point': { scale: 0.4, shares: { 'legal-aid': 1, rest: 0.6, water: 0.6 } },
  'friendly-community': {
    scale: 0.8,
    shares: { parking: 0.35, 'parcel-handover': 0.15, 'vehicle-charging': 0.2, haircut: 0.03 },
  },
  'friendly-business': { scale: 0.8, shares: { toilet: 0.8, parking: 0.3, meals: 0.1 } },
  'friendly-park': { shares: { meals: 0.3, parking: 0.5, 'vehicle-charging': 0.25 } },
  'scenic-venue': { scale: 0.6, shares: { toilet: 0.92, reading: 0.4, 'mother-baby': 0.3 } },
  merchant: { scale: 0.5, shares: { water: 0.8, meals: 0.55, 'phone-charging': 0.6 } },
  lodging: {
    scale: 0.7,
    shares: { housing: 1, shower: 0.92, laundry: 0.8, toilet: 0.95, wifi: 0.8 },
  },
  'parking-spot': {
    scale: 0,
    shares: { parking: 1, 'vehicle-charging': 0.12, rest: 0.08, water: 0.05 },
  },
  'public-facility': { scale: 0.35, shares: { toilet: 0.94 } },
};

const inOrder = codesOf('services') as readonly OurService[];

/** What a station offers, at least one thing, in the vocabulary's order. `sure` is among it. */
export function servicesOf(kind: OurKind, sure: readonly Service[], random: Random): Service[] {
  const { scale = 1, shares }: { scale?: number; shares: Shares } = special[kind] ?? { shares: {} };
  const found = inOrder.filter((service) => {
    const there = random.chance(shares[service] ?? usual[service] * scale);
    return there || sure.includes(service);
  });
  return found.length > 0 ? found : ['rest'];
}
