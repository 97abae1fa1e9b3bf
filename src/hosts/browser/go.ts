import { losesPageToAppLink } from './in-app-browsers';
import type { Page } from './page';

/**
 * Takes the whole tab to a link: never a new window, which after a wait would be blocked as a pop-up.
 * Out of a frame too: many maps refuse to be shown in one. Where the frame may not steer the tab (a
 * sandbox), it goes there by itself.
 */
export function go(page: Page, url: string): void {
  try {
    // `href`, not `assign`: of the tab's location, a frame from elsewhere may use this much only.
    page.top!.location.href = url;
  } catch {
    page.location.href = url;
  }
}

/** Hands a link to whatever app answers it, and the page stays. @returns what to call afterwards */
export function goToApp(page: Page, url: string): () => void {
  if (losesPageToAppLink(page.navigator.userAgent)) {
    // The error page, if there is one, is the frame's. Not done elsewhere: Chrome on Android and
    // Safari open no app from a hidden frame.
    const frame = page.document.createElement('iframe');
    frame.style.display = 'none';
    frame.src = url;
    page.document.body.appendChild(frame);
    return () => frame.remove();
  }
  try {
    go(page, url);
  } catch {
    // A browser may throw for a scheme it does not know. It told us early what the wait will tell.
  }
  return () => {};
}
