import type { Progress } from './progress';

/** Where a command writes. Data goes to standard output, everything else to standard error. */
export interface Output {
  /** Writes data: text, or the bytes of a file. */
  data(data: string | Uint8Array): void;
  /** Writes a remark, on a line of its own. */
  note(text: string): void;
  /** How far long work has come, for whoever watches. */
  readonly progress: Progress;
  /** Cells that fit on a line of the terminal; `undefined` when it is not one. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** Whether block characters can be shown. */
  readonly blocks: boolean;
  readonly locale: 'zh' | 'en';
}
