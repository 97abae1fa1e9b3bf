/*
 * A signal to stop, where the platform may have none: mini-programs know no AbortController.
 */

/** What is used of an `AbortSignal`: that of any platform will do, and so will one of the app's own. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Tells once, to all who listen. */
export class Aborter {
  private readonly own = new OwnSignal();

  get signal(): AbortSignalLike {
    return this.own;
  }

  abort(reason?: unknown): void {
    this.own.abort(reason);
  }
}

class OwnSignal implements AbortSignalLike {
  private readonly listeners = new Set<() => void>();
  aborted = false;
  reason: unknown;

  addEventListener(_: 'abort', listener: () => void): void {
    this.listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.listeners.delete(listener);
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const listeners = [...this.listeners];
    this.listeners.clear();
    for (const listener of listeners) listener();
  }
}
