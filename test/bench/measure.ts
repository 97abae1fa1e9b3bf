/** One way of answering the same questions. */
export interface Contestant<Input> {
  readonly name: string;
  /** Answers one question; what it returns is summed, so that no work can be optimized away. */
  readonly run: (input: Input) => number;
  /** How many of the inputs a slow contestant is given in each round: others every time. @default all of them */
  readonly inputs?: number;
  /** In how many of the rounds a slow contestant takes part. @default all of them */
  readonly rounds?: number;
}

export interface Result {
  readonly name: string;
  /** Median over the rounds of the mean time of one run. */
  readonly microseconds: number;
  /** The mean time of one run in each round. */
  readonly rounds: readonly number[];
  readonly checksum: number;
}

export interface Pace {
  /** How long a contestant's turn lasts at least: it goes through its inputs again and again. */
  readonly turnMs: number;
  /** Before the first round each runs this long, so that what is timed is compiled code. */
  readonly warmUpMs: number;
}

const usualPace: Pace = { turnMs: 40, warmUpMs: 400 };

/** Ours are what the others are compared with, and what must answer rightly. */
export function isOurs(name: string): boolean {
  return name.startsWith('yizhan');
}

/**
 * Times contestants in turns, so that a slow moment of the machine meets all of them alike. Who begins
 * changes from round to round.
 */
export function measure<Input>(
  contestants: readonly Contestant<Input>[],
  inputs: readonly Input[],
  rounds: number,
  { turnMs, warmUpMs }: Pace = usualPace,
): Result[] {
  // What indexes and checks left behind would be collected while somebody is timed.
  globalThis.gc?.();
  const times = contestants.map((): number[] => []);
  const checksums = contestants.map(
    (contestant) => time(contestant, inputsOf(contestant, inputs, rounds), warmUpMs).checksum,
  );
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const index = (turn + round) % contestants.length;
      const contestant = contestants[index]!;
      if (round >= (contestant.rounds ?? rounds)) continue;
      const own = inputsOf(contestant, inputs, round);
      const { microseconds, checksum } = time(contestant, own, turnMs);
      times[index]!.push(microseconds);
      checksums[index]! += checksum;
    }
  }
  return contestants.map(({ name }, index) => ({
    name,
    microseconds: median(times[index]!),
    rounds: times[index]!,
    checksum: checksums[index]!,
  }));
}

/** The same for a part of a run, where each deals with that many things. */
export function perThing(results: readonly Result[], things: number): Result[] {
  return results.map((result) => ({
    ...result,
    microseconds: result.microseconds / things,
    rounds: result.rounds.map((microseconds) => microseconds / things),
  }));
}

/** How many times longer than another: taken in each round that both took part in, then the median. */
export function timesLonger({ rounds }: Result, than: Result): number {
  const both = Math.min(rounds.length, than.rounds.length);
  return median(rounds.slice(0, both).map((value, round) => value / than.rounds[round]!));
}

function inputsOf<Input>(
  { inputs: most }: Contestant<Input>,
  inputs: readonly Input[],
  round: number,
): Input[] {
  const count = Math.min(most ?? inputs.length, inputs.length);
  return Array.from({ length: count }, (_, i) => inputs[(round * count + i) % inputs.length]!);
}

/** The mean time of one run, over whole passes through the inputs. */
function time<Input>(
  { run }: Contestant<Input>,
  inputs: readonly Input[],
  leastMs: number,
): { microseconds: number; checksum: number } {
  let checksum = 0;
  let passes = 0;
  let elapsed = 0;
  const start = performance.now();
  do {
    for (let i = 0; i < inputs.length; i++) checksum += run(inputs[i]!);
    passes++;
    elapsed = performance.now() - start;
  } while (elapsed < leastMs);
  return { microseconds: (elapsed * 1000) / (passes * inputs.length), checksum };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
