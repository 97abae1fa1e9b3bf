const everyMillis = 250;

/** A line on the terminal that says how far it is, and how fast; nothing where standard error is no terminal. */
export class Progress {
  constructor(totalBytes, stream = process.stderr) {
    this.totalBytes = totalBytes;
    this.stream = stream;
    this.startedAt = performance.now();
    this.shownAt = 0;
    this.bytes = 0;
    this.rows = 0;
  }

  /** What passes is counted. */
  async *counting(parts) {
    for await (const part of parts) {
      this.bytes += part.length;
      yield part;
    }
  }

  row() {
    this.rows++;
    if (!this.stream.isTTY || this.rows % 64 > 0) return;
    const now = performance.now();
    if (now - this.shownAt < everyMillis) return;
    this.shownAt = now;
    const speed = Math.round(this.rows / ((now - this.startedAt) / 1000));
    const share = this.totalBytes ? `, ${Math.floor((100 * this.bytes) / this.totalBytes)} %` : '';
    const text = `${this.rows.toLocaleString('en')} orders, ${speed.toLocaleString('en')} a second${share}`;
    this.stream.write(`\r${text}\x1b[K`);
  }

  /** Takes the line away, so that what is said next begins a line. */
  end() {
    if (this.stream.isTTY && this.shownAt > 0) this.stream.write('\r\x1b[K');
  }
}
