/** A chunk holds many texts; longer texts get one of their own. */
const chunkBytes = 2 ** 20;

/**
 * Texts by number, kept as UTF-8 outside the engine's heap: a million names take their 20 to 40 bytes each, and
 * no garbage collector looks at them.
 */
export class TextPool {
  private readonly chunks: Buffer[] = [];
  private used = chunkBytes;
  private count = 0;
  /** By text: its chunk, where in it, and how many bytes. */
  private chunkOf = new Uint32Array(1024);
  private startOf = new Uint32Array(1024);
  private bytesOf = new Uint32Array(1024);

  get size(): number {
    return this.count;
  }

  /** Takes the next number. Nothing is kept of an empty text. */
  add(text: string): void {
    const at = this.count++;
    if (at === this.chunkOf.length) this.grow();
    if (text === '') return;
    const bytes = Buffer.byteLength(text);
    if (this.used + bytes > (this.chunks.at(-1)?.length ?? 0)) {
      this.chunks.push(Buffer.allocUnsafeSlow(Math.max(chunkBytes, bytes)));
      this.used = 0;
    }
    this.chunks.at(-1)!.write(text, this.used);
    this.chunkOf[at] = this.chunks.length - 1;
    this.startOf[at] = this.used;
    this.bytesOf[at] = bytes;
    this.used += bytes;
  }

  /** The text of a number; empty when there is none. */
  at(number: number): string {
    const bytes = this.bytesOf[number] ?? 0;
    if (bytes === 0) return '';
    const start = this.startOf[number]!;
    return this.chunks[this.chunkOf[number]!]!.toString('utf8', start, start + bytes);
  }

  has(number: number): boolean {
    return (this.bytesOf[number] ?? 0) > 0;
  }

  private grow(): void {
    const length = 2 * this.chunkOf.length;
    const wider = (old: Uint32Array<ArrayBuffer>) => {
      const array = new Uint32Array(length);
      array.set(old);
      return array;
    };
    this.chunkOf = wider(this.chunkOf);
    this.startOf = wider(this.startOf);
    this.bytesOf = wider(this.bytesOf);
  }
}
