/** Texts by key, as AsyncStorage, `wx.setStorage` and `my.setStorage` keep them. */
export interface KeyValue {
  /** For `status()`: `async-storage`, `wx`, `my`. */
  readonly kind: string;
  /** Longer texts are cut into parts of this length: characters of ASCII. */
  readonly mostCharacters: number;
  /** `undefined` when there is none. */
  get(key: string): Promise<string | undefined>;
  /** Replaces a text: no reader sees half of one. Rejects when there is no room, or the text is too long. */
  set(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}
