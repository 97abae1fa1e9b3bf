import type { StationStatus } from '../../dataset/station';
import type { Random } from './random';

/** Whether a station is in use, and how fresh its record is. */
export interface Upkeep {
  readonly status: StationStatus;
  readonly verifiedAt?: string;
  readonly updatedAt: string;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31];

/** Days from January to August 2026, never today's, so that the sample does not change with the date. */
export function upkeepOf(random: Random): Upkeep {
  const status = random.weighted<StationStatus>([
    ['active', 98.5],
    ['suspended', 1],
    ['planned', 0.5],
  ]);
  const updated = random.int(0, 242);
  const verified = Math.min(242, updated + random.int(0, 20));
  return {
    status,
    // What is not there yet, nobody has seen.
    ...(status !== 'planned' && random.chance(0.8) && { verifiedAt: dayOf2026(verified) }),
    updatedAt: dayOf2026(updated),
  };
}

/** @param index 0 for 1 January, 242 for 31 August */
function dayOf2026(index: number): string {
  let day = index + 1;
  let month = 0;
  while (day > monthLengths[month]!) day -= monthLengths[month++]!;
  return `2026-${twoDigits(month + 1)}-${twoDigits(day)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
