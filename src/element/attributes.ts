import type { Access, Audience } from '../dataset/vocabulary';
import type { Locale } from '../nearby/words';

/** What is said in the page's markup. */
export const attributeNames = ['audience', 'access', 'max-distance', 'lang', 'theme', 'caller'];

const defaultReachMeters = 3000;

export function readAttributes(element: HTMLElement) {
  const access = codesIn(element.getAttribute('access')) as Access[];
  const reach = Number(element.getAttribute('max-distance') ?? defaultReachMeters);
  return {
    audience: (element.getAttribute('audience') || undefined) as Audience | undefined,
    access: access.length > 0 ? access : undefined,
    reachMeters: reach > 0 ? reach : defaultReachMeters,
  };
}

/** The element's language, else the page's, else Chinese. */
export function localeOf(element: HTMLElement): Locale {
  const lang = element.lang || document.documentElement.lang;
  return /^en\b/i.test(lang) ? 'en' : 'zh';
}

/** Codes with blanks between. */
export function codesIn(attribute: string | null): string[] {
  return (attribute ?? '').split(/\s+/).filter(Boolean);
}
