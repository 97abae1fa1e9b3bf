/** Where a site is read from: a folder, or an address. */
export interface SiteReader {
  /** For messages. */
  readonly name: string;
  /**
   * A file of the site; `undefined` when there is none.
   *
   * @throws YizhanError when it cannot be read, or has more than `mostBytes`
   */
  read(path: string, mostBytes: number): Promise<Uint8Array | undefined>;
  /** What devices could stumble over, noticed while reading. */
  readonly notes: ReadonlySet<string>;
}
