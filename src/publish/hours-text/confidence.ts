/** The least confidence at which a reading is given as `hours`. */
export const confidenceThreshold = 0.8;

/** What is left of the confidence after one doubt: a serious one alone leads below the threshold. */
const remains = { slight: 0.95, serious: 0.5 } as const;

/** Why a reading may be wrong, each reason once. */
export class Doubts {
  private readonly weights = new Map<string, keyof typeof remains>();

  /** The reading is what the words say, though somebody might have meant something else. */
  slight(reason: string): void {
    if (!this.weights.has(reason)) this.weights.set(reason, 'slight');
  }

  /** Two readings are plausible, or a part that may change the meaning was not understood. */
  serious(reason: string): void {
    this.weights.set(reason, 'serious');
  }

  get isSerious(): boolean {
    return [...this.weights.values()].includes('serious');
  }

  get reasons(): string[] {
    return [...this.weights.keys()];
  }

  get confidence(): number {
    let product = 1;
    for (const weight of this.weights.values()) product *= remains[weight];
    return Math.round(product * 100) / 100;
  }
}
