import { InvalidOptionError } from '../../errors';
import type { DatedOffset } from '../schedule/schedule';

/** The clocks of the world are within 14 hours of UTC. */
const mostMinutes = 14 * 60;

/** @throws InvalidOptionError when it is neither minutes nor a list of dated ones */
export function readOffsets(value: unknown): readonly DatedOffset[] {
  const list: unknown = typeof value === 'number' ? [{ from: always, minutes: value }] : value;
  if (Array.isArray(list) && list.length > 0 && list.every(isOffset)) {
    // Before the first change that anybody names, the clock was as after it. JSON has `null` there.
    const offsets = list.map(({ from, minutes }, i) =>
      Object.freeze({ from: i === 0 ? always : from, minutes }),
    );
    const isAscending = offsets.every(({ from }, i) => i === 0 || from > offsets[i - 1]!.from);
    if (isAscending) return Object.freeze(offsets);
  }
  throw new InvalidOptionError(
    'utcOffsetMinutes',
    value,
    `whole minutes from -${mostMinutes} to ${mostMinutes} (480 in China), or a list of { from, minutes } in order of from, milliseconds since 1970`,
  );
}

const always = Number.NEGATIVE_INFINITY;

function isOffset(value: unknown, i: number): value is DatedOffset {
  const { from, minutes } = (value ?? {}) as Partial<DatedOffset>;
  return (
    (i === 0 || (typeof from === 'number' && !Number.isNaN(from))) &&
    Number.isInteger(minutes) &&
    Math.abs(minutes!) <= mostMinutes
  );
}

export function offsetAt(offsets: readonly DatedOffset[], millis: number): number {
  let last = offsets.length - 1;
  while (last > 0 && offsets[last]!.from > millis) last--;
  return offsets[last]!.minutes;
}
