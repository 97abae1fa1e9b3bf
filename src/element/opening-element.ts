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

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.client === undefined && this.hasAttribute('source')) void this.openSource();
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
      this.client = await openStations(this.options());
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
      source: this.getAttribute('source')!,
      crs: this.getAttribute('crs') as OpenOptions['crs'],
      keys: list('keys'),
      packs: list('packs'),
      unsigned: this.hasAttribute('unsigned') ? true : undefined,
      // The list shows how it comes.
      ready: 'now',
    };
  }
}
