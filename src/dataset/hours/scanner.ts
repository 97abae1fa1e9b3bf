import { InvalidHoursError } from '../../errors';

/** Walks over a text. Patterns are anchored to where it stands (`/y`). */
export class Scanner {
  at = 0;

  constructor(readonly text: string) {}

  /** What a pattern matches here, if it does; spaces before it are skipped. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    this.skipSpaces();
    return this.takeTight(pattern);
  }

  /** The same with no space before it. */
  takeTight(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  /** Whether a pattern matches here. */
  sees(pattern: RegExp): boolean {
    const before = this.at;
    const found = this.take(pattern) !== undefined;
    this.at = before;
    return found;
  }

  get isAtEnd(): boolean {
    this.skipSpaces();
    return this.at >= this.text.length;
  }

  /** @throws InvalidHoursError */
  fail(expected: string, at = this.at): never {
    throw new InvalidHoursError(this.text, expected, at);
  }

  private skipSpaces(): void {
    while (this.text[this.at] === ' ') this.at++;
  }
}
