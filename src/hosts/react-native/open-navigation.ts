import { InvalidOptionError } from '../../errors';
import type { NavigationLink } from '../../links/navigation-links';
import { checkLinks } from '../check-links';

/** What is used of React Native's `Linking`. */
export interface LinkingLike {
  openURL(url: string): Promise<unknown>;
}

export interface OpenedNavigation {
  /** `nothing`: the phone opened none of the links. */
  readonly outcome: 'app' | 'web' | 'nothing';
  /** The link that was opened; with `nothing`, the last one that was tried. */
  readonly link: NavigationLink;
}

/**
 * Opens navigation in a map app, else on the web: app links in their order, then pages, until the phone opens one. It is not asked
 * beforehand what it could open (`canOpenURL`): for that every app's scheme would have to be declared in the app.
 *
 * @param links the best first, as `navigationLinks` gives them with `platform: Platform.OS`
 * @throws (the promise rejects) InvalidOptionError
 * @example
 * const links = navigationLinks(set.get('a'), { crs: 'gcj02', platform: 'android', caller: 'rider' });
 * const opened = openNavigation(links, { linking: Linking });
 * opened instanceof Promise; // true
 */
export async function openNavigation(
  links: readonly NavigationLink[],
  options: { readonly linking: LinkingLike },
): Promise<OpenedNavigation> {
  const { linking } = options ?? {};
  if (typeof linking?.openURL !== 'function')
    throw new InvalidOptionError('linking', linking, "React Native's Linking");
  const checked = checkLinks(links);
  // Some app on the phone is better than the best one's page.
  const inOrder = [
    ...checked.filter(({ kind }) => kind === 'app'),
    ...checked.filter(({ kind }) => kind === 'web'),
  ];
  for (const { kind, url, link } of inOrder) {
    try {
      await linking.openURL(url);
      return { outcome: kind, link };
    } catch {
      // No app for it.
    }
  }
  return { outcome: 'nothing', link: inOrder[inOrder.length - 1]!.link };
}
