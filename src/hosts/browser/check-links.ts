import { InvalidOptionError } from '../../errors';
import type { NavigationLink } from '../../links/navigation-links';
import { hasAllowedScheme } from '../../links/url';

/**
 * Refuses what is no list of links, and every link with a scheme that none of ours has: the page is
 * about to go there, and links may have come over a network.
 *
 * @throws InvalidOptionError
 */
export function checkLinks(links: unknown): asserts links is readonly NavigationLink[] {
  if (!Array.isArray(links) || links.length === 0) {
    throw new InvalidOptionError('links', links, 'an array of at least one navigation link');
  }
  for (const [index, link] of links.entries()) {
    const { kind, url } = (link ?? {}) as Partial<NavigationLink>;
    if (kind !== 'app' && kind !== 'web') {
      throw new InvalidOptionError(`links[${index}].kind`, kind, "'app' or 'web'");
    }
    const fits = kind === 'web' ? isWebPage : hasAllowedScheme;
    if (typeof url !== 'string' || !fits(url)) {
      throw new InvalidOptionError(`links[${index}].url`, url, addresses[kind]);
    }
  }
}

const addresses = {
  app: 'the address of a map app, as navigationLinks writes it',
  web: 'an https address',
};

function isWebPage(url: string): boolean {
  return url.startsWith('https://');
}
