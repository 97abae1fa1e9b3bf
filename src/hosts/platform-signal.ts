import type { AbortSignalLike } from '../client/abort';

/** Runs `work` with the platform's own signal, for platforms that take no other. */
export async function withPlatformSignal<T>(
  signal: AbortSignalLike,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onAbort = () => controller.abort();
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  try {
    return await work(controller.signal);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
