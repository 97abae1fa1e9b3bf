export interface DemoOptions {
  /** Where keys, site and page are kept. Opened again, the publisher goes on where it was. */
  readonly folder: string;
  /**
   * 0: any that is free. One that is taken is followed by the next.
   * @default 4173
   */
  readonly port?: number;
  /** @default the clock */
  readonly now?: () => number;
}

export interface Published {
  readonly sequence: number;
  readonly stations: number;
  readonly packBytes: number;
  readonly deltaBytes: number | undefined;
}

export interface Demo {
  /** With a slash at the end. */
  readonly url: string;
  readonly first: Published;
  publish(): Promise<Published>;
  rotate(): Promise<{ readonly keysVersion: number; readonly key: string }>;
  tamper(): Promise<{ readonly isTampered: boolean }>;
  close(): Promise<void>;
}

export function startDemo(options: DemoOptions): Promise<Demo>;
