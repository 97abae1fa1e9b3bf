/** Values, each with its weight: a number of any size, above 0. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/**
 * A source of made-up values: the same seed gives the same values on every engine, because it uses
 * integer arithmetic, products and sums only (`Math.cos` and its like may differ in the last bit).
 *
 * Inside is Chris Doty-Humphrey's sfc32, public domain: 32 bits a call, no pattern that a map would
 * show.
 */
export class Random {
  private a = 0x9e3779b9 | 0;
  private b = 0x243f6a88;
  private c: number;
  private counter = 1;

  /** Starts the sequence of `seed`, a whole number. */
  constructor(seed: number) {
    this.c = seed | 0;
    // Neighbouring seeds start alike; a few rounds part them.
    for (let round = 0; round < 15; round++) this.next();
  }

  /** At least 0, below 1. */
  float(): number {
    return this.next() / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.float() * (most - least + 1));
  }

  /** True in `share` of the calls. */
  chance(share: number): boolean {
    return this.float() < share;
  }

  /** One of the items, each as likely as the others. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)]!;
  }

  /** One of the values, each as likely as its weight says. */
  weighted<T>(choices: Weighted<T>): T {
    let total = 0;
    for (const choice of choices) total += choice[1];
    let rest = this.float() * total;
    const chosen = choices.find((choice) => {
      rest -= choice[1];
      return rest < 0;
    });
    // Rounding may leave a crumb of the last weight.
    return (chosen ?? choices[choices.length - 1]!)[0];
  }

  /** Mean 0, standard deviation 1, never beyond ±3.5. */
  normal(): number {
    // Four uniforms have a variance of 4/12; the factor is the square root of 3.
    return (this.float() + this.float() + this.float() + this.float() - 2) * 1.7320508;
  }

  private next(): number {
    const { a, b, c, counter } = this;
    const sum = (a + b + counter) | 0;
    this.counter = (counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}
