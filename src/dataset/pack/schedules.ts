import { InvalidPackError } from '../../errors';
import type {
  DatedOffset,
  DayPlan,
  Exceptions,
  OpeningState,
  Period,
  Schedule,
} from '../schedule/schedule';
import { countOf, packRunning, packUints, readAllUints, readRunning } from './numbers';
import { readMessage, WireWriter, writeBytesField } from './wire';

/** The fields of the messages in docs/station-pack.proto. */
const ofSchedule = { plans: 1, periods: 2, exceptions: 3, offsets: 4 } as const;
const ofPlan = { starts: 1, states: 2, comments: 3 } as const;
const ofPeriod = { fromDay: 1, week: 2 } as const;
const ofExceptions = { days: 1, plan: 2 } as const;
const ofOffset = { from: 1, minutes: 2 } as const;

/** By number. */
const states: readonly OpeningState[] = ['closed', 'open', 'unknown'];
const ever = Number.NEGATIVE_INFINITY;

/** The same schedule gives the same bytes. */
export function writeSchedule({ offsets, periods, exceptions }: Schedule): Uint8Array {
  const plans: string[] = [];
  const messages: Uint8Array[] = [];
  const planNumber = (plan: DayPlan) => {
    const message = writePlan(plan);
    const key = message.join();
    const known = plans.indexOf(key);
    if (known >= 0) return known;
    messages.push(message);
    return plans.push(key) - 1;
  };
  const writer = new WireWriter();
  const after: [number, Uint8Array][] = [];
  for (const { fromDay, week } of periods) {
    const period = new WireWriter();
    if (fromDay !== ever) period.writeSVarintField(ofPeriod.fromDay, fromDay);
    writeBytesField(period, ofPeriod.week, packUints(week.map(planNumber)));
    after.push([ofSchedule.periods, period.finish()]);
  }
  for (const { days, plan } of exceptions) {
    const exception = new WireWriter();
    writeBytesField(exception, ofExceptions.days, packRunning(days));
    exception.writeVarintField(ofExceptions.plan, planNumber(plan));
    after.push([ofSchedule.exceptions, exception.finish()]);
  }
  for (const { from, minutes } of offsets) {
    const offset = new WireWriter();
    if (from !== ever) offset.writeSVarintField(ofOffset.from, Math.ceil(from));
    offset.writeSVarintField(ofOffset.minutes, minutes);
    after.push([ofSchedule.offsets, offset.finish()]);
  }
  for (const message of messages) writer.writeBytesField(ofSchedule.plans, message);
  for (const [field, message] of after) writer.writeBytesField(field, message);
  return writer.finish();
}

function writePlan({ starts, states: said, comments }: DayPlan): Uint8Array {
  const writer = new WireWriter();
  writeBytesField(writer, ofPlan.starts, packUints(starts));
  writeBytesField(writer, ofPlan.states, packUints(said.map((state) => states.indexOf(state))));
  if (comments.some((comment) => comment !== undefined && comment !== '')) {
    for (const comment of comments) writer.writeStringField(ofPlan.comments, comment ?? '');
  }
  return writer.finish();
}

/** @throws InvalidPackError when it is no schedule that could be looked up */
export function readSchedule(bytes: Uint8Array): Schedule {
  const plans: DayPlan[] = [];
  const periods: Uint8Array[] = [];
  const exceptions: Uint8Array[] = [];
  const offsets: DatedOffset[] = [];
  readMessage(bytes, (field, value) => {
    if (field === ofSchedule.plans) plans.push(readPlan(value.bytes()));
    else if (field === ofSchedule.periods) periods.push(value.bytes());
    else if (field === ofSchedule.exceptions) exceptions.push(value.bytes());
    else if (field === ofSchedule.offsets) offsets.push(readOffset(value.bytes()));
  });
  const planAt = (number: number) => plans[number] ?? fail('a day that has no plan');
  const schedule = Object.freeze({
    offsets: Object.freeze(offsets),
    periods: Object.freeze(periods.map((period) => readPeriod(period, planAt))),
    exceptions: Object.freeze(exceptions.map((exception) => readExceptions(exception, planAt))),
  });
  checkAscending(schedule.periods.map(({ fromDay }) => fromDay));
  checkAscending(offsets.map(({ from }) => from));
  const days = schedule.exceptions.flatMap((exception) => exception.days);
  if (new Set(days).size < days.length) fail('a day with two plans');
  return schedule;
}

function readPlan(bytes: Uint8Array): DayPlan {
  let starts: Uint32Array = new Uint32Array(0);
  let said: Uint32Array = new Uint32Array(0);
  const comments: (string | undefined)[] = [];
  readMessage(bytes, (field, value) => {
    if (field === ofPlan.starts) starts = readAllUints(value.bytes());
    else if (field === ofPlan.states) said = readAllUints(value.bytes());
    else if (field === ofPlan.comments) comments.push(value.text() || undefined);
  });
  const isDay =
    starts[0] === 0 &&
    starts.every((start, i) => start < 1440 && (i === 0 || start > starts[i - 1]!));
  if (!isDay || said.length !== starts.length || said.some((state) => state >= states.length)) {
    fail('a day that does not run from midnight to midnight');
  }
  if (comments.length === 0) comments.push(...new Array<undefined>(starts.length).fill(undefined));
  if (comments.length !== starts.length) fail('more or fewer comments than runs');
  return Object.freeze({
    starts: Object.freeze([...starts]),
    states: Object.freeze(Array.from(said, (state) => states[state]!)),
    comments: Object.freeze(comments),
  });
}

function readPeriod(bytes: Uint8Array, planAt: (number: number) => DayPlan): Period {
  let fromDay = ever;
  let week: Uint32Array = new Uint32Array(0);
  readMessage(bytes, (field, value) => {
    if (field === ofPeriod.fromDay) fromDay = value.sint();
    else if (field === ofPeriod.week) week = readAllUints(value.bytes());
  });
  if (week.length !== 7) fail('a week of more or fewer than 7 days');
  return Object.freeze({ fromDay, week: Object.freeze(Array.from(week, planAt)) });
}

function readExceptions(bytes: Uint8Array, planAt: (number: number) => DayPlan): Exceptions {
  let days: Int32Array = new Int32Array(0);
  let plan = 0;
  readMessage(bytes, (field, value) => {
    if (field === ofExceptions.days) {
      const packed = value.bytes();
      days = readRunning(packed, countOf(packed));
    } else if (field === ofExceptions.plan) plan = value.uint();
  });
  if (days.some((day, i) => i > 0 && day <= days[i - 1]!)) fail('days that are not in order');
  return Object.freeze({ days: Object.freeze([...days]), plan: planAt(plan) });
}

function readOffset(bytes: Uint8Array): DatedOffset {
  let from = ever;
  let minutes = 0;
  readMessage(bytes, (field, value) => {
    if (field === ofOffset.from) from = value.sint();
    else if (field === ofOffset.minutes) minutes = value.sint();
  });
  if (Math.abs(minutes) > 14 * 60) fail('a clock more than 14 hours from UTC');
  return Object.freeze({ from, minutes });
}

/** The first counts from ever. */
function checkAscending(from: readonly number[]): void {
  const isFine = from[0] === ever && from.every((value, i) => i === 0 || value > from[i - 1]!);
  if (!isFine) fail('periods that are not in order');
}

function fail(what: string): never {
  throw new InvalidPackError(`opening hours with ${what}`);
}
