import { UpdateError, type YizhanError } from '../errors';
import { Aborter, type AbortSignalLike } from './abort';
import type { ReadOptions } from './open-options';
import type { Timing } from './timing';
import type { Progress } from './update';
import { abortError, quietTimer } from './waiting';

export interface RefreshOptions {
  /** Lets go of this call; the update itself stops when nobody waits for it any more. */
  readonly signal?: AbortSignalLike | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

type Run = (signal: AbortSignalLike, onProgress: (progress: Progress) => void) => Promise<boolean>;

interface Running {
  readonly controller: Aborter;
  readonly result: Promise<boolean>;
  readonly listeners: Set<(progress: Progress) => void>;
  waiting: number;
}

/** When updates run: one at a time, however many ask for it, and by themselves as the app wishes. */
export class Refresher {
  private running: Running | undefined;
  /** What everyone has left may still be putting its things away. */
  private before: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  /** Reasons to ask nothing by itself for a while. */
  private rests = 0;
  /** Somebody would have asked meanwhile. */
  private isWanted = false;
  private readonly stops = new Set<() => void>();

  constructor(
    private readonly run: Run,
    private readonly timing: Timing,
  ) {}

  /** Joins the update that is under way, or begins one. */
  refresh({ signal, onProgress }: RefreshOptions): Promise<boolean> {
    if (this.isClosed) return Promise.reject(new UpdateError('CLOSED', 'The client is closed'));
    if (signal?.aborted) return Promise.reject(abortError(signal));
    this.running ??= this.begin();
    const { running } = this;
    return wait(running, signal, onProgress, () => {
      if (this.running === running) this.running = undefined;
    });
  }

  /** Begins to look for something new by itself. */
  start(policy: ReadOptions['refresh'], watch: ((onReturn: () => void) => () => void) | undefined) {
    if (policy.onOpen) this.refreshQuietly();
    if (policy.onReturn && watch !== undefined) this.stops.add(watch(() => this.refreshQuietly()));
    if (policy.everyMinutes !== undefined) this.repeat(policy.everyMinutes * 60_000);
  }

  close(): void {
    this.isClosed = true;
    for (const stop of this.stops) stop();
    this.stops.clear();
    this.running?.controller.abort(new UpdateError('CLOSED', 'The client was closed'));
  }

  private begin(): Running {
    const controller = new Aborter();
    const listeners = new Set<(progress: Progress) => void>();
    const stopDeadline = quietTimer(() => {
      const seconds = this.timing.deadlineMilliseconds / 1000;
      controller.abort(new UpdateError('DEADLINE_PASSED', `No end of the update in ${seconds} s`));
    }, this.timing.deadlineMilliseconds);
    const run = () =>
      this.run(controller.signal, (progress) => {
        for (const listener of listeners) listener(progress);
      });
    const result = this.before.then(run);
    // Not by `finally`: promises of older engines, and polyfills of some platforms, have none. Who waits for the result finds that it is over.
    const end = () => {
      stopDeadline();
      if (this.running === running) this.running = undefined;
    };
    this.before = result.then(end, end);
    const running: Running = { controller, result, listeners, waiting: 0 };
    return running;
  }

  /** Nothing is asked by itself for so long. */
  leaveAlone(seconds: number): void {
    this.rest(seconds * 1000);
  }

  /** What fails is in `status()`, and was told to whom it concerns. */
  private refreshQuietly(): void {
    if (this.isClosed) return;
    if (this.rests > 0) {
      this.isWanted = true;
      return;
    }
    this.isWanted = false;
    const stopRest = this.rest(this.timing.restMilliseconds);
    this.refresh({}).catch((error: YizhanError) => {
      if (!/^(NETWORK|DEADLINE)_/.test(error.code)) return;
      // The line may be back in a moment, and who tells so is not to wait for a minute.
      this.rest(this.timing.lineRestMilliseconds);
      stopRest();
    });
  }

  /** @returns ends it early */
  private rest(milliseconds: number): () => void {
    this.rests++;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      this.rests--;
      if (this.rests === 0 && this.isWanted) this.refreshQuietly();
    };
    // Longer than a timer can wait is for ever.
    const stop = this.later(end, Math.min(milliseconds, 2 ** 31 - 1));
    return () => {
      stop();
      end();
    };
  }

  private repeat(milliseconds: number): void {
    this.later(
      () => {
        this.refreshQuietly();
        this.repeat(milliseconds);
      },
      milliseconds * (1 + Math.random() / 10),
    );
  }

  private later(run: () => void, milliseconds: number): () => void {
    const stop = quietTimer(() => {
      this.stops.delete(stop);
      run();
    }, milliseconds);
    this.stops.add(stop);
    return stop;
  }
}

/** One caller's part in an update: it can leave without taking it away from the others. */
function wait(
  running: Running,
  signal: AbortSignalLike | undefined,
  onProgress: ((progress: Progress) => void) | undefined,
  onNobody: () => void,
): Promise<boolean> {
  running.waiting++;
  if (onProgress !== undefined) running.listeners.add(onProgress);
  return new Promise<boolean>((resolve, reject) => {
    const onAbort = () => {
      leave();
      reject(abortError(signal!));
      if (running.waiting > 0) return;
      onNobody();
      running.controller.abort(signal!.reason);
    };
    const leave = () => {
      running.waiting--;
      if (onProgress !== undefined) running.listeners.delete(onProgress);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    const end = () => {
      // Who has left has left.
      if (!signal?.aborted) leave();
    };
    running.result.then(resolve, reject).then(end);
  });
}
