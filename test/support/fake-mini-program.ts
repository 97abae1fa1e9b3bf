/*
 * What the fakes of WeChat and Alipay have in common. Nothing but the language is used, so that they run in an engine
 * that has nothing else: what a phone has comes in from outside.
 */

/** What an exchange on the network gave. */
export interface NetworkAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A promise where the body comes later than the head. */
  readonly bytes: Uint8Array | Promise<Uint8Array>;
}

export interface MiniEnvironment {
  /** One exchange, no redirect followed. Rejects when there is no line. */
  fetchBytes(
    url: string,
    request: { readonly method: string; readonly headers: Readonly<Record<string, string>> },
  ): Promise<NetworkAnswer>;
  setTimeout(run: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
  /** What the app's package holds, by path. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

export interface MiniOptions {
  /** What the app's owner has registered: `https://stations.example.cn`. */
  readonly domains: readonly string[];
  /** Where storage is kept: give the next fake the same one, and it is the same phone later. */
  readonly disk?: Disk;
  /** How the phone writes the names of headers: iOS and Android differ. */
  readonly headerNames?: 'as-sent' | 'lower' | 'title';
}

/** What a phone keeps, as JSON text by key. */
export type Disk = Map<string, string>;

export interface Callbacks {
  // biome-ignore lint/suspicious/noExplicitAny: each call has an answer of its own
  success?(answer: any): void;
  // biome-ignore lint/suspicious/noExplicitAny: and an error
  fail?(error: any): void;
  // biome-ignore lint/suspicious/noExplicitAny: one of both
  complete?(either: any): void;
}

/**
 * Calls back later, as a phone does: never within the call. Without callbacks a promise is returned:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/api.html
 */
export function answering<T>(
  { setTimeout }: MiniEnvironment,
  callbacks: Callbacks,
  work: () => T,
  errorOf: (cause: unknown) => unknown,
): Promise<T> | undefined {
  const { success, fail, complete } = callbacks;
  const answer = (succeed: (value: T) => void, refuse: (error: unknown) => void) =>
    setTimeout(() => {
      let value: T;
      try {
        value = work();
      } catch (cause) {
        refuse(errorOf(cause));
        return;
      }
      succeed(value);
    }, 0);
  if (success === undefined && fail === undefined && complete === undefined)
    return new Promise(answer);
  answer(
    (value) => {
      success?.(value);
      complete?.(value);
    },
    (error) => {
      fail?.(error);
      complete?.(error);
    },
  );
  return undefined;
}

export class StorageRefusal extends Error {
  constructor(readonly reason: 'key' | 'value' | 'item' | 'total') {
    super(reason);
  }
}

/**
 * Storage by key. Values become JSON text and back: what JSON does not know is lost, as bytes are. Lengths are of the
 * text in UTF-8, the most that a phone may count.
 */
export class MiniStorage {
  constructor(
    private readonly disk: Disk,
    private readonly bytesPerKey: number,
    private readonly bytesInAll: number,
  ) {}

  /** @throws StorageRefusal */
  set(key: unknown, data: unknown): void {
    if (typeof key !== 'string' || key === '') throw new StorageRefusal('key');
    const text = JSON.stringify(data);
    if (text === undefined) throw new StorageRefusal('value');
    const bytes = utf8Length(text);
    if (bytes > this.bytesPerKey) throw new StorageRefusal('item');
    const others = this.bytes() - utf8Length(this.disk.get(key) ?? '');
    if (others + bytes > this.bytesInAll) throw new StorageRefusal('total');
    this.disk.set(key, text);
  }

  /** `undefined` where there is nothing. */
  get(key: string): unknown {
    const text = this.disk.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  remove(key: string): void {
    this.disk.delete(key);
  }

  clear(): void {
    this.disk.clear();
  }

  /** Sizes in KB, as both platforms tell them. */
  info() {
    const currentSize = Math.ceil(this.bytes() / 1024);
    return { keys: [...this.disk.keys()], currentSize, limitSize: this.bytesInAll / 1024 };
  }

  private bytes(): number {
    let sum = 0;
    for (const text of this.disk.values()) sum += utf8Length(text);
    return sum;
  }
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Each half of a pair counts two of the four bytes.
    length += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return length;
}

/** Those who listen to something; the same one twice is told once. */
export class Listeners<T> {
  private readonly listeners = new Set<(event: T) => void>();
  readonly on = (listener: (event: T) => void): void => {
    if (typeof listener !== 'function') throw new TypeError('a listener is a function');
    this.listeners.add(listener);
  };
  /** Without a listener, all of them. */
  readonly off = (listener?: (event: T) => void): void => {
    if (listener === undefined) this.listeners.clear();
    else this.listeners.delete(listener);
  };
  tell(event: T): void {
    for (const listener of [...this.listeners]) listener(event);
  }
  get size(): number {
    return this.listeners.size;
  }
}
