/** A binary heap: whatever comes before all others is on top. */
export class Heap<T> {
  private readonly values: T[] = [];

  /** @param before whether `a` comes before `b` */
  constructor(private readonly before: (a: T, b: T) => boolean) {}

  get size(): number {
    return this.values.length;
  }

  get top(): T | undefined {
    return this.values[0];
  }

  push(value: T): void {
    const { values } = this;
    let at = values.length;
    values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(value, values[parent]!)) break;
      values[at] = values[parent]!;
      at = parent;
    }
    values[at] = value;
  }

  pop(): T | undefined {
    const top = this.values[0];
    const last = this.values.pop();
    if (this.values.length > 0) this.replaceTop(last!);
    return top;
  }

  /** All values, the one on top last. The heap is of no use after this. */
  sorted(): T[] {
    return this.values.sort((a, b) => (this.before(a, b) ? 1 : -1));
  }

  replaceTop(value: T): void {
    const { values } = this;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= values.length) break;
      if (child + 1 < values.length && this.before(values[child + 1]!, values[child]!)) child++;
      if (!this.before(values[child]!, value)) break;
      values[at] = values[child]!;
      at = child;
    }
    values[at] = value;
  }
}
