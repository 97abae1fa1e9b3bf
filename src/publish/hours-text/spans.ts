import type { Doubts } from './confidence';
import type { Clock, DayPart, SunEvent } from './meaning';

/** Minutes after midnight, or what the sun does. */
export type Moment = number | SunEvent;

/** From one moment to another; past midnight the end is above 1440. */
export interface Span {
  readonly from: Moment;
  readonly to: Moment;
}

/** One end of a span as it is written. */
export interface Side {
  readonly value: Clock | SunEvent;
  readonly part?: DayPart;
  readonly nextDay?: boolean;
}

const day = 1440;
const hours = (count: number) => count * 60;

/**
 * The span between two written times. The half of the day is taken from the words where there are any,
 * from the first time for the second, and else only from times that can be no other (13:00, 09:00).
 */
export function readSpan(start: Side, end: Side, has24: boolean, doubts: Doubts): Span {
  if (typeof start.value === 'string' || typeof end.value === 'string') {
    return {
      from: typeof start.value === 'string' ? start.value : half(start, undefined, doubts),
      to: typeof end.value === 'string' ? end.value : atEnd(half(end, undefined, doubts), 0),
    };
  }
  const marked = start.part !== undefined || end.part !== undefined;
  if (!marked && !end.nextDay) return plainSpan(start.value, end.value, has24, doubts);
  const from = fromOf(start, end, doubts);
  if (start.part === 'am' && from < 60 && start.value.hour === 12 && end.part === 'pm') {
    doubts.serious('12 am may be meant for noon');
  }
  const to = toOf(start, end, from, doubts);
  return checked(from, to, doubts);
}

function checked(from: number, to: number, doubts: Doubts): Span {
  if (to - from > hours(20) && !(from % day === 0 && to - from === day)) {
    if (to - from > hours(24) || to > day) doubts.serious('a span of more than 20 hours');
  }
  if (to <= from) doubts.serious('a span that ends before it starts');
  return from >= day ? { from: from - day, to: to - day } : { from, to };
}

function fromOf(start: Side, end: Side, doubts: Doubts): number {
  const clock = start.value as Clock;
  const from = half(start, undefined, doubts);
  if (start.part !== undefined || end.part === undefined || clock.hour >= 12) return from;
  // Only the end says its half: 9-5pm, 2-5pm, 9点到晚上6点.
  if (clock.style === 'padded') return from;
  const to = half(end, undefined, doubts);
  if (end.part === 'pm') {
    if (from === 0 || from + hours(12) >= to) return from;
    if (clock.hour <= 5) return from + hours(12);
    doubts.serious('a start without the half of the day');
  } else if (end.part !== 'am' && clock.hour < 6 && clock.hour > 0) {
    doubts.serious('a start without the half of the day');
  } else if (end.part === 'am' && from >= to) {
    doubts.serious('a start without the half of the day');
  }
  return from;
}

function toOf(start: Side, end: Side, from: number, doubts: Doubts): number {
  const clock = end.value as Clock;
  let to = half(end, start.part, doubts);
  if (end.part === undefined && !end.nextDay && start.part !== undefined) {
    to = carried(clock, start.part, from, to, doubts);
  }
  if (end.nextDay) return to >= day ? to : to + day;
  if (to === 0) to = day;
  if (to > from) {
    if (end.part === 'pm' && clock.hour === 12 && from >= hours(10)) {
      doubts.serious('12 pm may be meant for midnight');
    }
    if (end.part === 'afternoon' && clock.hour === 12) doubts.serious('12 in the afternoon');
    return to;
  }
  if (end.part === 'pm' || end.part === 'afternoon' || end.part === 'noon') {
    doubts.serious('a span that ends before it starts');
  }
  // 11:00AM-6:00AM: more likely the wrong half than a day of 19 hours.
  const isLong = to + day - from > hours(16) && to >= hours(4);
  if (isLong && end.part === 'am') doubts.serious('a span of more than 16 hours');
  return to + day;
}

/** The end's half of the day is the start's, where that leaves only one reading. */
function carried(clock: Clock, part: DayPart, from: number, to: number, doubts: Doubts): number {
  if (clock.hour >= 13 || clock.hour === 0) return to;
  const plain = (clock.hour % 12) * 60 + clock.minute;
  const later = plain + hours(12);
  if (part === 'morning' || part === 'am' || part === 'night') {
    const asWritten = clock.hour * 60 + clock.minute;
    if (part === 'am') {
      if (clock.hour === 12 || asWritten > from)
        doubts.serious('an end without the half of the day');
      else doubts.slight('an end without the half of the day');
      return later;
    }
    if (asWritten <= from) doubts.serious('an end without the half of the day');
    return asWritten;
  }
  if (clock.hour === 12) {
    if (part !== 'evening' && part !== 'noon') doubts.serious('12 without the half of the day');
    return part === 'noon' ? hours(12) + clock.minute : day + clock.minute;
  }
  if (later > from && (part !== 'noon' || later - from <= hours(6))) return later;
  if (
    (part === 'evening' || part === 'pm') &&
    plain <= hours(7) &&
    plain + day - from <= hours(14)
  ) {
    if (part === 'pm') doubts.slight('an end without the half of the day');
    return plain + day;
  }
  doubts.serious('an end without the half of the day');
  return later;
}

/** A written time as minutes of its day, by the word at it; `carry` is the word at the start of its span. */
function half(side: Side, carry: DayPart | undefined, doubts: Doubts): number {
  const { hour, minute } = side.value as Clock;
  const at = hour * 60 + minute;
  const isEnd = carry !== undefined;
  switch (side.part) {
    case undefined:
      return at;
    case 'am':
      if (hour > 12) doubts.serious('am with an hour above 12');
      return hour === 12 ? at - hours(12) : at;
    case 'pm':
      return hour < 12 ? (hour === 0 ? at : at + hours(12)) : at;
    case 'morning':
      if (hour === 12 && !isEnd && minute === 0) return at;
      if (hour > 12) doubts.serious('a morning after noon');
      return at;
    case 'noon':
      return hour >= 1 && hour <= 4 ? at + hours(12) : at;
    case 'afternoon':
      if (hour === 0) doubts.serious('an afternoon at midnight');
      return hour >= 1 && hour < 12 ? at + hours(12) : at;
    case 'evening':
      if (hour === 12) return day + minute;
      if (hour === 0) return day + minute;
      if (hour <= 3) {
        doubts.slight('a small hour called evening');
        return at + day;
      }
      return hour < 12 ? at + hours(12) : at;
    default:
      if (hour > 12) return at;
      if (hour > 6 && hour < 12) doubts.serious('a small hour that is none');
      return hour === 12 ? minute : at;
  }
}

function atEnd(minutes: number, from: number): number {
  return minutes === 0 && from === 0 ? day : minutes;
}

/** Two times without a word: of 24 hours, where that is the only plausible reading. */
function plainSpan(start: Clock, end: Clock, has24: boolean, doubts: Doubts): Span {
  const from = (start.hour * 60 + start.minute) % day;
  let to = end.hour * 60 + end.minute;
  if (to === 0) to = day;
  const padded = start.style === 'padded' && end.style === 'padded';
  if (from < to) {
    const unsure = 'times without the half of the day';
    if (start.style !== 'padded' && from > 0 && from < hours(5)) {
      doubts.serious(unsure);
    } else if (to <= hours(12) && start.style !== 'padded' && from > 0) {
      if (from < hours(8) && !has24 && to < hours(12)) doubts.serious(unsure);
      else if (start.style === 'bare' && to < hours(12) && !has24) doubts.serious(unsure);
      else if (
        start.style === 'plain' &&
        end.minute + start.minute === 0 &&
        to < hours(12) &&
        !has24
      )
        doubts.slight(unsure);
    }
    return { from, to };
  }
  const after = to + day;
  const length = after - from;
  const late = end.hour === 0 && end.minute > 0;
  const clear =
    from >= hours(13)
      ? length <= hours(18) && to <= hours(10)
      : late || (padded && has24 && to < hours(4));
  if (!clear || from === to || (from >= hours(13) && from < hours(16) && to >= hours(4))) {
    doubts.serious('a span that ends before it starts');
    // What is more likely, for a report.
    if (from < hours(12) && to <= hours(12)) return { from, to: to + hours(12) };
  }
  return { from, to: after };
}
