import type { AbortSignalLike } from '../../client/abort';
import { InvalidOptionError } from '../../errors';
import { checkOptionNames } from '../../options';

export interface OpenNavigationOptions {
  /**
   * How long an app has to take the page's place before the web link is opened, at most 60,000 ms.
   * Too short takes a rider to the web whose map app is still starting, or who has not yet answered
   * the question whether to open it; too long is waited for in vain by one who has no such app.
   * @default 2000
   */
  readonly fallbackAfterMs?: number | undefined;
  /**
   * Whether to try the app link at all. `false` goes to the web link at once.
   * @default true, but false in browsers known to refuse app links, by their user agent: WeChat, WeCom, Weibo, Qzone, Baidu, and QQ on iOS
   */
  readonly tryApp?: boolean | undefined;
  /** Cancels the wait: for a page that is left before it is over, say by the router of its app. */
  readonly signal?: AbortSignalLike | undefined;
}

const optionNames: readonly (keyof OpenNavigationOptions)[] = [
  'fallbackAfterMs',
  'tryApp',
  'signal',
];

/** The wait of callapp-lib, which has opened apps from Chinese pages since 2018. */
const defaultFallbackMs = 2000;

/** More is no wait but a mistake, and beyond 2^31 a timer would fire at once. */
const longestFallbackMs = 60_000;

export interface OpenNavigationPlan {
  readonly fallbackAfterMs: number;
  readonly tryApp: boolean | undefined;
  readonly signal: AbortSignalLike | undefined;
}

/** @throws InvalidOptionError */
export function readOpenNavigationOptions(options: OpenNavigationOptions): OpenNavigationPlan {
  checkOptionNames(options, optionNames);
  const { fallbackAfterMs = defaultFallbackMs, tryApp, signal } = options;
  if (!isWait(fallbackAfterMs)) {
    throw new InvalidOptionError(
      'fallbackAfterMs',
      fallbackAfterMs,
      `a number of milliseconds from 0 to ${longestFallbackMs}`,
    );
  }
  if (tryApp !== undefined && typeof tryApp !== 'boolean') {
    throw new InvalidOptionError('tryApp', tryApp, 'true or false');
  }
  if (signal !== undefined && typeof signal?.addEventListener !== 'function') {
    throw new InvalidOptionError('signal', signal, 'an AbortSignal');
  }
  return { fallbackAfterMs, tryApp, signal };
}

function isWait(ms: unknown): boolean {
  return typeof ms === 'number' && ms >= 0 && ms <= longestFallbackMs;
}
