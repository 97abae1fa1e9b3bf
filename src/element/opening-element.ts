import type { StationClient } from '../client/client';
import type { OpenOptions } from '../client/open-options';
import { openStations } from '../hosts/browser/open-stations';
import { codesIn } from './attributes';
import { YizhanNearby } from './nearby';

/**
 * The same, opening its stations by itself: `source`, `keys` (with blanks between; or `unsigned`), `crs`, `packs` as attributes.
 * For pages that include one script.
 */
export class OpeningNearby extends YizhanNearby {
  private isOpening = false;
  /** The one that is ours to close. */
  private opened: StationClient | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.client === undefined && this.hasAttribute('source')) void this.openSource();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved within the page, it is back before this.
    Promise.resolve().then(() => {
      if (this.isConnected || this.opened === undefined) return;
      this.opened.close();
      if (this.client === this.opened) this.client = undefined;
      this.opened = undefined;
    });
  }

  protected override retry(): void {
    if (this.client === undefined) void this.openSource();
    else super.retry();
  }

  private async openSource(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    this.expect('loading');
    try {
      const client = await openStations(this.options());
      if (!this.isConnected) return client.close();
      this.opened = client;
      this.client = client;
    } catch (error) {
      this.expect('failed');
      // A slip of the pen in the page is for who wrote it.
      console.error(error);
    } finally {
      this.isOpening = false;
    }
  }

  private options(): OpenOptions {
    const list = (name: string) =>
      this.hasAttribute(name) ? codesIn(this.getAttribute(name)) : undefined;
    return {
      // Pages name what is theirs from where they are.
      source: new URL(this.getAttribute('source')!, document.baseURI).href,
      crs: this.getAttribute('crs') as OpenOptions['crs'],
      keys: list('keys'),
      packs: list('packs'),
      unsigned: this.hasAttribute('unsigned') ? true : undefined,
      // The list shows how it comes.
      ready: 'now',
    };
  }
}
