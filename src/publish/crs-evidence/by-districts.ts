import type { LngLat } from '../../geo/position';
import type { Outline } from '../outlines/outline';
import { candidates, readings } from './candidates';
import type { Verdict } from './verdict';

/** Rows that are inside in one CRS and outside in the other, net: fewer may be chance, or a coarse outline. */
const fewestRows = 3;
/** An atlas' outlines are drawn with a coarse pen: what they tell by a few rows is no evidence. */
const leastConfidence = 0.85;

/**
 * What CRS puts most rows inside the district they claim. Only rows near a border tell, as the wrong CRS carries
 * them across: for each pair of candidates, those that are inside in the one alone, against those in the other
 * alone (McNemar's test).
 */
export function judgeByDistricts(
  rows: Iterable<LngLat & { readonly claimed: Outline | undefined }>,
): Verdict | undefined {
  /** How many rows are inside in the first alone of each pair. */
  const alone = candidates.map(() => candidates.map(() => 0));
  const inside = candidates.map(() => 0);
  let all = 0;
  for (const { lng, lat, claimed } of rows) {
    if (claimed === undefined) continue;
    all++;
    const holds = readings(lng, lat).map((place) => claimed.holds(place));
    holds.forEach((one, i) => {
      if (one) inside[i]!++;
      holds.forEach((other, j) => {
        if (one && !other) alone[i]![j]!++;
      });
    });
  }
  const best = inside.indexOf(Math.max(...inside));
  const rivals = candidates.map((_, i) => i).filter((i) => i !== best);
  const nets = rivals.map((rival) => alone[best]![rival]! - alone[rival]![best]!);
  if (all === 0 || Math.min(...nets) < fewestRows) return undefined;
  const confidence = Math.min(
    ...rivals.map((rival, i) => {
      const told = alone[best]![rival]! + alone[rival]![best]!;
      return normalShareBelow((nets[i]! - 1) / Math.sqrt(told));
    }),
  );
  if (confidence < leastConfidence) return undefined;
  const crs = candidates[best]!;
  const counts = candidates.map((name, i) => `${name} ${inside[i]}`).join(', ');
  return {
    crs,
    confidence,
    reason: {
      zh: `${all} 行写明所属区，按各坐标系落在本区轮廓内的行数：${counts}`,
      en: `of ${all} rows that claim a district, so many are inside its outline when read as ${counts}`,
    },
  };
}

/** The standard normal distribution function, by Pólya's approximation: within 0.003, which is plenty here. */
function normalShareBelow(z: number): number {
  const half = Math.sqrt(1 - Math.exp((-2 * z * z) / Math.PI)) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}
