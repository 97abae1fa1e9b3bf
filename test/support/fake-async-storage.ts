/** AsyncStorage as Android has it: it takes an entry of any length, and fails to read a long one back. */
export class FakeAsyncStorage {
  /** Of a cursor's window. */
  static readonly longest = 2 * 2 ** 20;
  /** https://react-native-async-storage.github.io/async-storage/docs/advanced/db_size */
  constructor(
    readonly most = 6 * 2 ** 20,
    readonly entries = new Map<string, string>(),
  ) {}

  async getItem(key: string): Promise<string | null> {
    await turn();
    const value = this.entries.get(key) ?? null;
    if (value !== null && value.length > FakeAsyncStorage.longest)
      throw new Error('Row too big to fit into CursorWindow requiredPos=0, totalRows=1');
    return value;
  }

  async setItem(key: string, value: string): Promise<void> {
    await turn();
    if (typeof value !== 'string') throw new Error('The value is no text');
    const others = [...this.entries].filter(([name]) => name !== key);
    const used = others.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (used + key.length + value.length > this.most)
      throw new Error('database or disk is full (code 13 SQLITE_FULL)');
    this.entries.set(key, value);
  }

  async removeItem(key: string): Promise<void> {
    await turn();
    this.entries.delete(key);
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
