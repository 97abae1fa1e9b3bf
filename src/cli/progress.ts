import { printable, truncated } from './print/text';

/** A line at the foot of the terminal that says how far long work has come. */
export interface Progress {
  /** Shows a text in place of the one before; at most a few times a second. */
  show(text: () => string): void;
  /** Takes the line away, so that something else can be written; what is shown next is not held back. */
  clear(): void;
}

const millisBetween = 100;

/** Erases the line that the cursor is on. */
const erase = '\r\u001b[2K';

/** Progress on a terminal, and none in a pipe or a file, where nobody watches and every line is kept. */
export function progressTo(
  stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number },
  quiet: boolean,
  now: () => number = Date.now,
): Progress {
  if (stderr.isTTY !== true || quiet) return { show: () => {}, clear: () => {} };
  let last = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(text) {
      if (now() - last < millisBetween) return;
      last = now();
      isShown = true;
      // A line that wraps could not be erased.
      stderr.write(`${erase}${truncated(printable(text()), (stderr.columns || 80) - 1)}`);
    },
    clear() {
      if (isShown) stderr.write(erase);
      isShown = false;
      // What comes next may take long: it is shown at once.
      last = Number.NEGATIVE_INFINITY;
    },
  };
}

/** One step after another of long work, each with its name: `packing 310101, 2 of 16`. */
export function stepsTo(
  progress: Progress,
  doing: string,
): (step: { done: number; total: number; name: string }) => void {
  return ({ done, total, name }) => {
    if (done < total) progress.show(() => `${doing} ${name}, ${done + 1} of ${total}`);
  };
}

/** `2.4 of 98.3 MB, 18,000 rows`, as far as known. */
export function progressText({
  bytes,
  totalBytes,
  rows,
}: {
  bytes?: number | undefined;
  totalBytes?: number | undefined;
  rows: number;
}): string {
  const mb = (count: number) => (count / 1e6).toFixed(1);
  const counted = `${rows.toLocaleString('en')} rows`;
  if (bytes === undefined) return counted;
  const whole = totalBytes === undefined ? '' : ` of ${mb(totalBytes)}`;
  return `${mb(bytes)}${whole} MB, ${counted}`;
}
