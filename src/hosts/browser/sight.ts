import type { Page } from './page';

/** How a wait in sight of the rider ended. */
export type Sight = 'left' | 'stayed' | 'cancelled';

/**
 * A timer that is this late did not run while it should have: the page was asleep behind something.
 * Safari up to iOS 11 woke a page's timers before it told the page that it had been hidden
 * (suanmei/callapp-lib, issue 27). A busy cheap phone is late as well, but by less.
 */
const asleepMs = 1000;

export interface SightWatch {
  readonly ended: Promise<Sight>;
  cancel(): void;
}

/**
 * Watches whether the page goes out of sight within `waitMs`.
 *
 * Only hidden counts. Lost focus does not: Chromium takes the focus away to ask "Open the app?", also
 * when there is no app, and the page is in sight all the while.
 */
export function watchSight(page: Page, waitMs: number): SightWatch {
  let end!: (sight: Sight) => void;
  const ended = new Promise<Sight>((resolve) => {
    end = (sight) => {
      clearTimeout(timer);
      page.document.removeEventListener('visibilitychange', onVisibility);
      page.removeEventListener('pagehide', onHide);
      resolve(sight);
    };
  });
  const hidden = () => page.document.visibilityState === 'hidden';
  const onVisibility = () => hidden() && end('left');
  const onHide = () => end('left');
  const due = Date.now() + waitMs;
  const timer = setTimeout(() => {
    end(hidden() || Date.now() - due > asleepMs ? 'left' : 'stayed');
  }, waitMs);
  page.document.addEventListener('visibilitychange', onVisibility);
  page.addEventListener('pagehide', onHide);
  return { ended, cancel: () => end('cancelled') };
}
