import { likeness, marksOf, plainName } from '../check/names';

/** What a station is told by. Hashes are 0 where there is nothing. */
export interface Traits {
  readonly name: string;
  readonly address: string;
  readonly phone: number;
  readonly kind: number;
  readonly district: number;
}

/** How often a trait occurs, in whichever of both datasets has it more often. */
export interface Rarity {
  readonly names: number;
  readonly phones: number;
}

/** What a pair must reach to be one station. */
export const sameStation = 4.5;
/** What it must reach when the row resembles another station more, and another row got that one: no chains. */
export const surelySame = 6;

/**
 * How much speaks for a row being a station of the dataset before, in points. A name that only one has is worth
 * most, so that a station may move; without it two of address, position and telephone have to agree, so that it
 * may be renamed.
 */
export function resemblance(row: Traits, before: Traits, meters: number, rarity: Rarity): number {
  return (
    ofNames(row.name, before.name, rarity.names) +
    ofAddresses(row.address, before.address) +
    ofDistance(meters) +
    agreement(row.phone, before.phone, rarity.phones > 1 ? 1 : 2.5, -1) +
    agreement(row.kind, before.kind, 0, -1.5) +
    agreement(row.district, before.district, 0.5, -1)
  );
}

function agreement(one: number, other: number, same: number, different: number): number {
  if (one === 0 || other === 0) return 0;
  return one === other ? same : different;
}

function ofNames(one: string, other: string, count: number): number {
  const [name, before] = [plainName(one), plainName(other)];
  if (name === '' || before === '') return 0;
  if (marksOf(one) !== marksOf(other)) return -2;
  if (name === before) return count > 3 || name.length < 3 ? 2 : count > 1 ? 3.5 : 6;
  const like = likeness(name, before);
  return like >= 0.5 ? 2 * like : -1;
}

function ofAddresses(one: string, other: string): number {
  const [address, before] = [plainName(one), plainName(other)];
  if (address === '' || before === '') return 0;
  if (address === before) return 3;
  if (marksOf(one) !== marksOf(other)) return -1;
  return likeness(address, before) >= 0.75 ? 1.5 : -0.5;
}

/** Instead of a distance: the one station at exactly this point, then and now, and of a name that is new. */
export const inPlace = -1;

function ofDistance(meters: number): number {
  // Enough by itself, unless telephone, kind or address speak against it.
  if (meters === inPlace) return 6.5;
  if (meters <= 5) return 3;
  if (meters <= 50) return 2;
  if (meters <= 300) return 1;
  if (meters <= 2000) return 0;
  return meters <= 20_000 ? -1 : -3;
}
