import { YizhanError } from '../../errors';

/**
 * What we use of a web page's window. Our own type: were the DOM's known to the compiler, any file
 * could use it, and `yizhan/core` is to run where there is no page.
 */
export interface Page extends Listening {
  readonly navigator: { readonly userAgent: string; readonly maxTouchPoints?: number };
  readonly document: Listening & {
    readonly visibilityState: string;
    readonly body: { appendChild(element: Frame): unknown };
    createElement(name: 'iframe'): Frame;
  };
  readonly location: { href: string };
  /** The whole tab: the page itself, unless it is shown in a frame. */
  readonly top: { readonly location: { href: string } } | null;
}

interface Listening {
  addEventListener(type: string, listener: () => void): void;
  removeEventListener(type: string, listener: () => void): void;
}

interface Frame {
  src: string;
  readonly style: { display: string };
  remove(): void;
}

declare const window: Page | undefined;

/**
 * The page we run in. Asked for when it is needed, so that importing is harmless everywhere.
 *
 * @throws YizhanError `code: 'NO_WEB_PAGE'` where there is none: Node, a mini-program, a worker
 */
export function currentPage(): Page {
  // React Native has a `window`, but no document in it.
  if (typeof window !== 'undefined' && window.document !== undefined) return window;
  throw new YizhanError(
    'NO_WEB_PAGE',
    'openNavigation opens links from a web page, and there is none here: hand link.url to what ' +
      'opens links in this host',
  );
}
