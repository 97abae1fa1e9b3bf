import type { Encoded } from './encoded';

/** More chunks than any number of 64 bits has. */
const mostChunks = 13;

/**
 * Reads numbers written as chunks of five bits, the lowest first; a sixth bit says that another chunk
 * follows. Sums and products instead of shifts: JavaScript shifts end at 32 bits.
 */
export class VarintReader {
  at = 0;
  private readonly encoded: Encoded;
  private readonly chunkOf: (code: number) => number;

  /** @param chunkOf the chunk of a character code, from 0 to 63, or -1 when it stands for none */
  constructor(encoded: Encoded, chunkOf: (code: number) => number) {
    this.encoded = encoded;
    this.chunkOf = chunkOf;
  }

  get atEnd(): boolean {
    return this.at >= this.encoded.text.length;
  }

  unsigned(): number {
    const short = this.readShort();
    if (short >= 0) return short;
    const { low, rest } = this.readLong();
    return 2 * rest + low;
  }

  /**
   * The lowest bit is the sign; negative numbers are written as their complement. It is kept apart, so
   * that it survives in numbers beyond 2^53, where a double has no room for it.
   */
  signed(): number {
    const short = this.readShort();
    if (short >= 0) return (short & 1) === 0 ? short >> 1 : ~(short >> 1);
    const { low, rest } = this.readLong();
    return low === 0 ? rest : -rest - 1;
  }

  /** The next number where it fits in 30 bits, as nearly all do; else -1, and nothing is read. */
  private readShort(): number {
    const { text } = this.encoded;
    let number = 0;
    for (let i = 0; i < 6; i++) {
      const chunk = this.chunkOf(text.charCodeAt(this.at + i));
      // Beyond the end of the text the code is NaN, which stands for nothing either.
      if (!(chunk >= 0)) return -1;
      number |= (chunk & 31) << (5 * i);
      if (chunk < 32) {
        this.at += i + 1;
        return number;
      }
    }
    return -1;
  }

  /** The lowest bit of the next number, and the bits above it. */
  private readLong(): { low: number; rest: number } {
    const { text, fail } = this.encoded;
    const start = this.at;
    let low = 0;
    let rest = 0;
    let scale = 0.5;
    for (;;) {
      if (this.atEnd) {
        const within = this.at === start ? 'a vertex' : 'a number';
        fail(`the text ends in the middle of ${within}: it is cut short`, text.length);
      }
      const chunk = this.chunkOf(text.charCodeAt(this.at));
      if (chunk < 0)
        fail(`${JSON.stringify(text.charAt(this.at))} is not used in this format`, this.at);
      if (this.at - start >= mostChunks) fail('this number is too long', start);
      if (this.at === start) low = chunk & 1;
      rest += ((chunk & 31) - (this.at === start ? low : 0)) * scale;
      scale *= 32;
      this.at++;
      if (chunk < 32) return { low, rest };
    }
  }
}
