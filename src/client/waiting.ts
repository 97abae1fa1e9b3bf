import { UpdateError } from '../errors';
import { Aborter, type AbortSignalLike } from './abort';

/** Resolves after a while, or rejects as soon as the signal is aborted. */
export function pause(milliseconds: number, signal: AbortSignalLike): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortError(signal));
      return;
    }
    const onAbort = () => {
      clearTimeout(timer);
      reject(abortError(signal));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Settles as `work` does, or rejects as soon as the signal is aborted. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignalLike): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortError(signal));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    const end = () => signal.removeEventListener('abort', onAbort);
    // Not by `finally`: promises of older engines, and polyfills of some platforms, have none.
    work.then(resolve, reject).then(end);
  });
}

/** A signal that is aborted with this one, and by `end`. */
export function childOf(signal: AbortSignalLike): { signal: AbortSignalLike; end(): void } {
  const controller = new Aborter();
  const onAbort = () => controller.abort(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    end() {
      signal.removeEventListener('abort', onAbort);
      controller.abort();
    },
  };
}

/** Why it was aborted: one of ours, if that was the reason, else that somebody wanted it. */
export function abortError(signal: AbortSignalLike): UpdateError {
  const { reason } = signal;
  if (reason instanceof UpdateError) return reason;
  return new UpdateError('ABORTED', 'The update was aborted', { cause: reason });
}

/** A timer that keeps no process from ending, where there is such a thing. */
export function quietTimer(run: () => void, milliseconds: number): () => void {
  const timer: unknown = setTimeout(run, milliseconds);
  (timer as { unref?: () => void }).unref?.();
  return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
}
