import type { LngLat } from '../../src/geo/position';

interface Corner extends LngLat {
  /** Kilometres that it lies outside the line it stands for. */
  readonly moved: number;
}

/** One way of getting rid of a corner: those from `at` on, `count` of them, are replaced by `by`. */
interface Step {
  readonly at: number;
  readonly count: number;
  readonly by: readonly Corner[];
  readonly cost: number;
}

/**
 * A line with fewer corners that leaves nothing on its left which was there before, and takes in at most
 * `kilometers` more. The cheapest step first: a corner that points to the left is cut off; two that
 * point to the right become the one in which their other sides meet.
 */
export function growLine(line: readonly LngLat[], kilometers: number): LngLat[] {
  const corners: Corner[] = line.map((corner) => ({ ...corner, moved: 0 }));
  for (;;) {
    const step = cheapestStep(corners);
    if (step === undefined || step.cost > kilometers) return corners;
    corners.splice(step.at, step.count, ...step.by);
  }
}

function cheapestStep(corners: readonly Corner[]): Step | undefined {
  let best: Step | undefined;
  for (let i = 0; i + 2 < corners.length; i++) {
    const step = stepAt(i, corners[i]!, corners[i + 1]!, corners[i + 2]!, corners[i + 3]);
    if (step !== undefined && !(step.cost >= (best?.cost ?? Number.POSITIVE_INFINITY))) best = step;
  }
  return best;
}

function stepAt(
  i: number,
  a: Corner,
  b: Corner,
  c: Corner,
  d: Corner | undefined,
): Step | undefined {
  if (turn(a, b, c) <= 0) {
    return { at: i + 1, count: 1, by: [], cost: kilometersTo(b, a, c) + b.moved };
  }
  if (d === undefined || turn(b, c, d) <= 0) return undefined;
  const meet = meeting(a, b, d, c);
  if (meet === undefined) return undefined;
  const moved = kilometersTo(meet, b, c) + Math.max(b.moved, c.moved);
  return { at: i + 1, count: 2, by: [{ ...meet, moved }], cost: moved };
}

/** Above 0 when `a`, `b`, `c` turn left. */
function turn(a: LngLat, b: LngLat, c: LngLat): number {
  return (b.lng - a.lng) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lng - a.lng);
}

/** Where the ray from `a` beyond `b` meets the one from `d` beyond `c`. */
function meeting(a: LngLat, b: LngLat, d: LngLat, c: LngLat): LngLat | undefined {
  const across = (b.lng - a.lng) * (c.lat - d.lat) - (b.lat - a.lat) * (c.lng - d.lng);
  if (Math.abs(across) < 1e-12) return undefined;
  const s = ((d.lng - a.lng) * (c.lat - d.lat) - (d.lat - a.lat) * (c.lng - d.lng)) / across;
  const t = ((d.lng - a.lng) * (b.lat - a.lat) - (d.lat - a.lat) * (b.lng - a.lng)) / across;
  if (s < 1 || t < 1) return undefined;
  return { lng: a.lng + s * (b.lng - a.lng), lat: a.lat + s * (b.lat - a.lat) };
}

const kilometersPerDegree = 111.2;

/** From a place to the line between two others, on a map that is flat near the place. */
export function kilometersTo(place: LngLat, a: LngLat, b: LngLat): number {
  const narrowing = Math.cos((place.lat * Math.PI) / 180);
  const ax = (a.lng - place.lng) * narrowing;
  const ay = a.lat - place.lat;
  const dx = (b.lng - a.lng) * narrowing;
  const dy = b.lat - a.lat;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length2));
  return Math.hypot(ax + t * dx, ay + t * dy) * kilometersPerDegree;
}
