import type { AbortSignalLike } from '../../client/abort';
import type { NavigationLink } from '../../links/navigation-links';
import { checkLinks } from '../check-links';
import { go, goToApp } from './go';
import { refusesAppLinks } from './in-app-browsers';
import { type OpenNavigationOptions, readOpenNavigationOptions } from './open-navigation-options';
import { currentPage, type Page } from './page';
import { type Sight, type SightWatch, watchSight } from './sight';

/** What a tap on "navigate" came to, as far as a page can know. */
export interface OpenedNavigation {
  /**
   * - `app`: the page went out of sight after the app link was tried. So it does when an app opens; a
   *   page is never told more.
   * - `web`: the tab is on its way to the web link.
   * - `nothing`: the page is still here, and there was no web link to go to.
   * - `cancelled`: a later tap took over, or `signal` was aborted.
   */
  readonly outcome: 'app' | 'web' | 'nothing' | 'cancelled';
  /** The link that was opened; with `nothing` and `cancelled`, the one that would have been. */
  readonly link: NavigationLink;
}

/** The wait of the tap before this one, while it lasts. */
let waiting: SightWatch | undefined;

/**
 * Opens navigation in a map app, or on the web where no app answers: tries the first app link, and if
 * the page is still in sight after `fallbackAfterMs`, takes the tab to the first web link. In a browser
 * known to refuse app links, such as WeChat's, it goes to the web link at once.
 *
 * Call it in a click handler, before any `await` there: only while it handles a tap does a browser let a
 * page open an app. All happens in the same tab, since a window opened after a wait is blocked as a
 * pop-up; the back button leads back. No page can ask whether an app is installed. Safari asks the rider
 * before it opens one, and shows an error where there is none, while the wait goes on.
 *
 * @param links the best first, as `navigationLinks` gives them: with a `platform`, or there are no app
 *   links among them
 * @throws (the promise rejects; whatever the rider does only resolves it) InvalidOptionError, and
 *   YizhanError with `code: 'NO_WEB_PAGE'` in Node, workers and mini-programs
 * @example
 * const options = { crs: 'gcj02', app: 'amap', platform: 'android', caller: 'rider' };
 * const links = navigationLinks(set.get('a'), options);
 * links.map((link) => link.kind); // ['app', 'web']
 *
 * async function onTap() {
 *   const { outcome } = await openNavigation(links);
 *   if (outcome === 'nothing') alert('没有找到地图应用');
 * }
 */
export async function openNavigation(
  links: readonly NavigationLink[],
  options: OpenNavigationOptions = {},
): Promise<OpenedNavigation> {
  const checked = checkLinks(links);
  const { fallbackAfterMs, tryApp, signal } = readOpenNavigationOptions(options);
  const page = currentPage();
  waiting?.cancel();
  if (signal?.aborted) return { outcome: 'cancelled', link: checked[0]!.link };

  const app = checked.find(({ kind }) => kind === 'app');
  const web = checked.find(({ kind }) => kind === 'web');
  if (app !== undefined && (tryApp ?? !refusesAppLinks(page.navigator.userAgent))) {
    const sight = await tryAppLink(page, app.url, fallbackAfterMs, signal);
    if (sight === 'left') return { outcome: 'app', link: app.link };
    if (sight === 'cancelled') return { outcome: 'cancelled', link: app.link };
  }
  if (web === undefined) return { outcome: 'nothing', link: app!.link };
  go(page, web.url);
  return { outcome: 'web', link: web.link };
}

/** Up to its first `await` this runs within the rider's tap, as an app link must. */
async function tryAppLink(
  page: Page,
  url: string,
  waitMs: number,
  signal: AbortSignalLike | undefined,
): Promise<Sight> {
  const watch = watchSight(page, waitMs);
  waiting = watch;
  signal?.addEventListener('abort', watch.cancel);
  const afterwards = goToApp(page, url);
  try {
    return await watch.ended;
  } finally {
    afterwards();
    signal?.removeEventListener('abort', watch.cancel);
    if (waiting === watch) waiting = undefined;
  }
}
