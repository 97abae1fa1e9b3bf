import { InvalidOptionError } from '../errors';
import type { NavigationLink } from '../links/navigation-links';
import { hasAllowedScheme } from '../links/url';

/** A link as it was when it was checked: what somebody does to theirs while we wait changes nothing. */
export interface CheckedLink {
  readonly kind: 'app' | 'web';
  readonly url: string;
  /** The one that was given. */
  readonly link: NavigationLink;
}

/**
 * Refuses what is no list of links, and every link that leads neither to a map app nor to an https page: the
 * tab is about to go there, and links may have come over a network.
 *
 * @throws InvalidOptionError
 */
export function checkLinks(links: unknown): readonly CheckedLink[] {
  if (!Array.isArray(links) || links.length === 0) {
    throw new InvalidOptionError('links', links, 'an array of at least one navigation link');
  }
  return Array.from(links, (link: NavigationLink | undefined, index) => {
    const { kind, url } = link ?? ({} as Partial<NavigationLink>);
    if (kind !== 'app' && kind !== 'web') {
      throw new InvalidOptionError(`links[${index}].kind`, kind, "'app' or 'web'");
    }
    const fits = kind === 'web' ? isWebPage : isAppLink;
    if (typeof url !== 'string' || !fits(url)) {
      throw new InvalidOptionError(`links[${index}].url`, url, addresses[kind]);
    }
    return { kind, url, link: link! };
  });
}

const addresses = {
  app: 'the address of a map app, as navigationLinks writes it',
  web: 'an https address without a user name',
};

/** Anybody's page: an app may fall back to its own. A name before the host is there to look like another. */
function isWebPage(url: string): boolean {
  return /^https:\/\/[^/?#\\\s@]+(?:[/?#]|$)/.test(url);
}

/** A map app's: not a page, and no number to dial. */
function isAppLink(url: string): boolean {
  return hasAllowedScheme(url) && !/^(?:https|tel):/.test(url);
}
