import type { Platform } from '../../links/map-app';
import { ios } from './in-app-browsers';
import { currentPage } from './page';

/**
 * Which phone this page is open on, by its user agent, for the `platform` of `navigationLinks`: `web` on a
 * computer and wherever it cannot be told. An iPad says that it is a Mac; it is told by its touch screen.
 *
 * @throws YizhanError with `code: 'NO_WEB_PAGE'` in Node, workers and mini-programs
 * @example
 * const linksForThisPhone = (station) => set.navigationLinks(station, { platform: currentPlatform() });
 * typeof linksForThisPhone; // 'function'
 */
export function currentPlatform(): Platform {
  const { userAgent, maxTouchPoints = 0 } = currentPage().navigator;
  // HarmonyOS up to 4 runs Android's apps, and says Android as well; from 5 on it does neither.
  if (/Android/.test(userAgent)) return 'android';
  if (/OpenHarmony|HarmonyOS/.test(userAgent)) return 'harmony';
  if (ios.test(userAgent)) return 'ios';
  return /Macintosh/.test(userAgent) && maxTouchPoints > 1 ? 'ios' : 'web';
}
