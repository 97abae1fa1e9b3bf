import type { Station } from '../dataset/station';
import type { Position } from '../geo/position';
import type { Route } from '../geo/route';
import { currentPlatform } from '../hosts/browser/current-platform';
import { openNavigation } from '../hosts/browser/open-navigation';
import { Choices } from '../nearby/choices';
import { contentOf, type Settings } from '../nearby/content';
import { Feed } from '../nearby/feed';
import type { District, Stations } from '../nearby/model';
import { noticesOf } from '../nearby/notices';
import { type Locale, type Words, words } from '../nearby/words';
import { attributeNames, localeOf, readAttributes } from './attributes';
import { button } from './dom';
import { tell } from './events';
import type { Locate } from './locate';
import { Rider } from './rider';
import { Sheet, type SheetActions, type SheetState } from './sheet';
import { addStyle } from './style';

/** Where there is no page, the class can be imported and named all the same. */
const Base: typeof HTMLElement =
  typeof HTMLElement === 'undefined' ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

/**
 * `<yizhan-nearby>`: a button, and behind it the stations near the rider, or along the route: what they offer, how far they
 * are, whether they are open, and one tap to go there. Defined by `defineNearby`.
 *
 * Attributes: `audience`, `access` (codes with blanks between), `max-distance` (metres, 3000), `lang` (`zh` or `en`; by default
 * the page's), `theme` (`light`, `dark`; by default the system's), `caller` (for links). Everything is answered on the device.
 *
 * Events, all of which bubble: `yizhan-open`, `yizhan-close`, `yizhan-filter` (`{ services, openNow }`), `yizhan-navigate`
 * (`{ station, links }`; what is prevented is left to the app), `yizhan-call` and `yizhan-report` (`{ station }`).
 *
 * @example
 * // import { defineNearby } from 'yizhan/element';
 * defineNearby();
 * // const nearby = document.querySelector('yizhan-nearby');
 * // nearby.client = await openStations({ source, keys, crs: 'gcj02' });
 * typeof YizhanNearby; // 'function'
 */
export class YizhanNearby extends Base {
  static get observedAttributes(): string[] {
    return attributeNames;
  }

  private readonly feed = new Feed(() => this.schedule());
  private readonly rider = new Rider(() => this.schedule());
  private readonly choices = new Choices();
  private sheet: Sheet | undefined;
  private opener: HTMLButtonElement | undefined;
  private ownRoute: Route | undefined;
  private ownStrings: Partial<Words> = {};
  private ownDistricts: readonly District[] | undefined;
  private ownNow: (() => number) | undefined;
  private isScheduled = false;
  private readonly onLine = () => this.schedule();

  /** A client, or a set of stations. */
  get client(): Stations | undefined {
    return this.feed.source;
  }
  set client(client: Stations | undefined) {
    this.feed.use(client);
  }

  /** Where the rider is, in the client's CRS; nobody is asked then. `undefined`: the browser, or `locate`, is. */
  get position(): Position | undefined {
    return this.rider.position;
  }
  set position(position: Position | undefined) {
    this.rider.position = position;
  }

  /** The route that the rider is on: with one, the list can show what lies along it. */
  get route(): Route | undefined {
    return this.ownRoute;
  }
  set route(route: Route | undefined) {
    const { choices } = this;
    choices.onRoute = route !== undefined && (choices.onRoute || this.ownRoute === undefined);
    this.ownRoute = route;
    this.schedule();
  }

  /** Other words than the element's own. */
  get strings(): Partial<Words> {
    return this.ownStrings;
  }
  set strings(strings: Partial<Words>) {
    this.ownStrings = { ...strings };
    this.schedule();
  }

  /** What to choose from where no location can be had. @default the districts that stations are in */
  get districts(): readonly District[] | undefined {
    return this.ownDistricts;
  }
  set districts(districts: readonly District[] | undefined) {
    this.ownDistricts = districts;
    this.schedule();
  }

  /** Finds the rider, in the client's CRS: for apps with a location of their own. @default the browser's, converted */
  get locate(): Locate | undefined {
    return this.rider.locate;
  }
  set locate(locate: Locate | undefined) {
    this.rider.locate = locate;
  }

  /** The clock, in milliseconds since 1970. @default the device's */
  get now(): () => number {
    return this.ownNow ?? Date.now;
  }
  set now(now: () => number) {
    this.ownNow = now;
    this.schedule();
  }

  connectedCallback(): void {
    if (this.sheet === undefined) this.build();
    window.addEventListener('online', this.onLine);
    window.addEventListener('offline', this.onLine);
    this.schedule();
  }

  disconnectedCallback(): void {
    this.close();
    window.removeEventListener('online', this.onLine);
    window.removeEventListener('offline', this.onLine);
  }

  attributeChangedCallback(): void {
    this.schedule();
  }

  /** Shows the sheet, as a tap on the button does. */
  open(): void {
    const { sheet } = this;
    if (sheet === undefined || sheet.isOpen) return;
    this.draw();
    sheet.show();
    this.opener!.setAttribute('aria-expanded', 'true');
    tell(this, 'yizhan-open', undefined);
    void this.findRider();
  }

  close(): void {
    const { sheet } = this;
    if (sheet === undefined || !sheet.isOpen) return;
    sheet.hide();
    this.opener!.setAttribute('aria-expanded', 'false');
    this.opener!.focus({ preventScroll: true });
    tell(this, 'yizhan-close', undefined);
  }

  /** @internal Stations are on their way, though there is no client yet; or will not come. */
  expect(kind: 'loading' | 'failed'): void {
    this.feed.expect(kind);
  }

  /** @internal What a tap on "retry" does. */
  protected retry(): void {
    this.feed.load();
  }

  private build(): void {
    const root = this.attachShadow({ mode: 'open' });
    addStyle(root);
    this.sheet = new Sheet(this.actions());
    this.opener = button(
      { class: 'opener', part: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      '',
      () => this.open(),
    );
    root.append(this.opener, this.sheet.backdrop, this.sheet.root);
  }

  private actions(): SheetActions {
    const { choices, rider } = this;
    const then = (work: () => void) => {
      work();
      this.draw();
    };
    const filter = (work: () => void) => {
      then(work);
      const { services, openNow } = choices;
      tell(this, 'yizhan-filter', { services, openNow });
    };
    return {
      close: () => this.close(),
      choose: (service) => filter(() => choices.toggle(service)),
      openNow: () => filter(() => choices.toggleOpenNow()),
      clear: () => filter(() => choices.clear()),
      tab: (onRoute) =>
        then(() => {
          choices.onRoute = onRoute;
        }),
      farther: (reachMeters) =>
        then(() => {
          choices.reach = reachMeters;
        }),
      district: ({ name, position }) =>
        then(() => rider.choose({ kind: 'district', name, position })),
      more: () => then(() => choices.more()),
      locate: () => void this.findRider(),
      retry: () => this.retry(),
      navigate: (station) => void this.navigate(station),
      call: (station) => tell(this, 'yizhan-call', { station }),
      report: (station) => {
        tell(this, 'yizhan-report', { station });
        this.sheet!.say(this.words.reported);
      },
    };
  }

  private get locale(): Locale {
    return localeOf(this);
  }

  private get words(): Words {
    return { ...words[this.locale], ...this.ownStrings };
  }

  /** Several changes at once are drawn once. */
  private schedule(): void {
    if (this.isScheduled || this.sheet === undefined) return;
    this.isScheduled = true;
    Promise.resolve().then(() => {
      this.isScheduled = false;
      if (this.isConnected) this.draw();
    });
  }

  /** Also while the sheet is hidden: then a tap only has to show it. */
  private draw(): void {
    this.opener!.textContent = this.words.open;
    this.sheet!.draw(this.state());
  }

  private state(): SheetState {
    const { words, locale, feed, choices, rider } = this;
    const isOnline = navigator.onLine !== false;
    const isReady = feed.supply.kind === 'ready';
    return {
      words,
      hasRoute: this.ownRoute !== undefined,
      onRoute: choices.onRoute,
      openNow: choices.openNow,
      hasFilters: choices.areAny,
      canLocate: rider.position === undefined,
      notices: isReady
        ? noticesOf(feed.status, {
            place: rider.place,
            isOnline,
            locale,
            strings: this.ownStrings,
          })
        : [],
      content: contentOf(feed.supply, rider.place, this.settings()),
    };
  }

  private settings(): Settings {
    const { services, openNow, onRoute, reach, shown } = this.choices;
    const { audience, access, reachMeters } = readAttributes(this);
    return {
      districts: this.ownDistricts,
      route: onRoute ? this.ownRoute : undefined,
      services,
      openNow,
      audience,
      access,
      reachMeters: reach ?? reachMeters,
      shown,
      now: this.now(),
      locale: this.locale,
      words: this.words,
    };
  }

  private async findRider(): Promise<void> {
    const { source } = this.feed;
    if (source !== undefined) await this.rider.find(source.crs);
  }

  private async navigate(station: Station): Promise<void> {
    const { source } = this.feed;
    if (source === undefined) return;
    const options = { platform: currentPlatform(), locale: this.locale };
    const caller = this.getAttribute('caller');
    const links = source.navigationLinks(station, caller ? { ...options, caller } : options);
    if (!tell(this, 'yizhan-navigate', { station, links })) return;
    const { outcome } = await openNavigation(links);
    if (outcome === 'nothing') this.sheet!.say(this.words.noMapApp);
  }
}
