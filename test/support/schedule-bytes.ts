import type {
  DayPlan,
  Exceptions,
  OpeningState,
  Schedule,
  Week,
} from '../../src/dataset/schedule/schedule';

/*
 * Schedules as a table of plain varints: every distinct comment, day, week and list of days once, and schedules that
 * refer to them by number. A measure of how small a pack can hold them, and of whether nothing else is in them.
 */

const states: readonly OpeningState[] = ['closed', 'open', 'unknown'];
/** Written for the period that counts from ever; others are days since 1970, and one. */
const ever = 0;

class Writer {
  readonly bytes: number[] = [];

  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) + 128);
    this.bytes.push(rest);
  }

  list(values: readonly number[]): void {
    this.number(values.length);
    for (const value of values) this.number(value);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: readonly number[]) {}

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  list(): number[] {
    return Array.from({ length: this.number() }, () => this.number());
  }
}

/** Numbers of what was met before, by what is in it. */
class Table {
  readonly rows: number[][] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(row: number[]): number {
    const key = row.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.rows.push(row) - 1);
    return this.rows.length - 1;
  }
}

const differences = (days: readonly number[]) => days.map((day, i) => day - (days[i - 1] ?? 0));

function sums(steps: readonly number[]): number[] {
  let day = 0;
  return steps.map((step) => {
    day += step;
    return day;
  });
}

/** All on one fixed clock, which a pack states once. */
export function writeSchedules(schedules: readonly Schedule[]): {
  bytes: number[];
  comments: string[];
} {
  const comments: string[] = [];
  const [plans, weeks, lists, rows] = [new Table(), new Table(), new Table(), new Table()];
  const planOf = ({ starts, states: of, comments: said }: DayPlan) =>
    plans.numberOf(
      starts.flatMap((start, run) => {
        const comment = said[run];
        if (comment !== undefined && !comments.includes(comment)) comments.push(comment);
        const number = comment === undefined ? 0 : comments.indexOf(comment) + 1;
        return [start, states.indexOf(of[run]!) + states.length * number];
      }),
    );
  const weekOf = (week: Week) => weeks.numberOf(week.map(planOf));
  for (const { periods, exceptions } of schedules) {
    const starts = periods.map(({ fromDay }) =>
      fromDay === Number.NEGATIVE_INFINITY ? ever : fromDay + 1,
    );
    const when = lists.numberOf(differences(starts));
    const special = exceptions.flatMap(({ days, plan }) => [
      lists.numberOf(differences(days)),
      planOf(plan),
    ]);
    rows.numberOf([when, ...periods.map(({ week }) => weekOf(week)), ...special]);
  }
  const writer = new Writer();
  for (const table of [plans, weeks, lists, rows]) {
    writer.number(table.rows.length);
    for (const row of table.rows) writer.list(row);
  }
  return { bytes: writer.bytes, comments };
}

export function readSchedules(
  bytes: readonly number[],
  comments: readonly string[],
  offsets: Schedule['offsets'],
): Schedule[] {
  const reader = new Reader(bytes);
  const table = () => Array.from({ length: reader.number() }, () => reader.list());
  const [plans, weeks, lists, rows] = [table().map(readPlan), table(), table().map(sums), table()];
  return rows.map(([when, ...numbers]) => {
    const starts = lists[when!]!;
    const periods = starts.map((start, i) => ({
      fromDay: start === ever ? Number.NEGATIVE_INFINITY : start - 1,
      week: weeks[numbers[i]!]!.map((plan) => plans[plan]!),
    }));
    const exceptions: Exceptions[] = [];
    for (let i = starts.length; i < numbers.length; i += 2) {
      exceptions.push({ days: lists[numbers[i]!]!, plan: plans[numbers[i + 1]!]! });
    }
    return { offsets, periods, exceptions };
  });

  function readPlan(row: readonly number[]): DayPlan {
    const runs = Array.from(
      { length: row.length / 2 },
      (_, i) => [row[2 * i]!, row[2 * i + 1]!] as const,
    );
    return {
      starts: runs.map(([start]) => start),
      states: runs.map(([, said]) => states[said % states.length]!),
      comments: runs.map(([, said]) => comments[Math.floor(said / states.length) - 1]),
    };
  }
}
