/** A seeded generator (mulberry32), so that every run tries the same cases. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(least: number, greatest: number): number {
    return least + this.next() * (greatest - least);
  }

  int(least: number, greatest: number): number {
    return Math.floor(this.between(least, greatest + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)]!;
  }

  some<T>(list: readonly T[], most: number): T[] {
    return Array.from({ length: this.int(1, most) }, () => this.pick(list));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}
