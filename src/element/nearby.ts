import type { Station } from '../dataset/station';
import { InvalidOptionError } from '../errors';
import type { Position } from '../geo/position';
import type { Route } from '../geo/route';
import { Choices, rowsOfFirstSight } from '../nearby/choices';
import { contentOf, type Settings } from '../nearby/content';
import { Feed } from '../nearby/feed';
import type { District, Stations } from '../nearby/model';
import { noticesOf } from '../nearby/notices';
import { type Locale, languageTags, type Words, words } from '../nearby/words';
import { type Hands, tapsOf } from './actions';
import { attributeNames, localeOf, readAttributes } from './attributes';
import { button } from './dom';
import { tell } from './events';
import { goThere } from './go-there';
import type { Locate } from './locate';
import { adoptProperties } from './properties';
import { Redraw } from './redraw';
import { Rider } from './rider';
import { Sheet } from './sheet';
import type { SheetActions, SheetState } from './sheet-state';
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

  private readonly redraw = new Redraw(
    () => this.draw(),
    () => this.now(),
  );
  private readonly feed = new Feed(() => this.changed());
  private readonly rider = new Rider(() => this.changed());
  private readonly choices = new Choices();
  private sheet: Sheet | undefined;
  private opener: HTMLButtonElement | undefined;
  private ownRoute: Route | undefined;
  private ownStrings: Partial<Words> = {};
  private ownDistricts: readonly District[] | undefined;
  private ownNow: (() => number) | undefined;
  private ownWords: { readonly locale: Locale; readonly words: Words } | undefined;
  private readonly changed = () => {
    if (this.sheet === undefined || !this.isConnected) return;
    this.drawOpener();
    this.redraw.schedule(this.sheet.dialog.isOpen);
  };

  /** A client, or a set of stations. */
  get client(): Stations | undefined {
    return this.feed.source;
  }
  set client(client: Stations | undefined) {
    if (client !== undefined && typeof client?.nearest !== 'function')
      throw new InvalidOptionError('client', client, 'a StationClient or a StationSet');
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
    this.changed();
  }

  /** Other words than the element's own. */
  get strings(): Partial<Words> {
    return this.ownStrings;
  }
  set strings(strings: Partial<Words>) {
    this.ownStrings = { ...strings };
    this.ownWords = undefined;
    this.changed();
  }

  /** What to choose from without a location. @default the districts that stations are in */
  get districts(): readonly District[] | undefined {
    return this.ownDistricts;
  }
  set districts(districts: readonly District[] | undefined) {
    this.ownDistricts = districts;
    this.changed();
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
    this.changed();
  }

  connectedCallback(): void {
    if (this.sheet === undefined) this.build();
    this.feed.start();
    window.addEventListener('online', this.changed);
    window.addEventListener('offline', this.changed);
    this.changed();
  }

  disconnectedCallback(): void {
    this.close();
    this.feed.stop();
    window.removeEventListener('online', this.changed);
    window.removeEventListener('offline', this.changed);
  }

  attributeChangedCallback(): void {
    this.changed();
  }

  /** Shows the sheet, as a tap on the button does. */
  open(): void {
    const dialog = this.sheet?.dialog;
    if (dialog === undefined || dialog.isOpen) return;
    this.redraw.freshen();
    dialog.show();
    this.redraw.keepFresh(true);
    this.drawRestLater();
    this.opener!.setAttribute('aria-expanded', 'true');
    tell(this, 'yizhan-open', undefined);
    void this.findRider();
  }

  close(): void {
    const dialog = this.sheet?.dialog;
    if (dialog === undefined || !dialog.isOpen) return;
    dialog.hide();
    this.redraw.keepFresh(false);
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
    const sheet = new Sheet(this.taps());
    this.sheet = sheet;
    this.redraw.holdUnderFingers(sheet.dialog.root);
    this.opener = button(
      { class: 'opener', part: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      '',
      () => this.open(),
    );
    root.append(this.opener, sheet.dialog.backdrop, sheet.dialog.root);
    adoptProperties(this, ['client', 'position', 'route', 'strings', 'districts', 'locate', 'now']);
  }

  private taps(): SheetActions {
    const element = this;
    const hands: Hands = {
      choices: this.choices,
      rider: this.rider,
      get sheet() {
        return element.sheet!;
      },
      get words() {
        return element.words;
      },
      draw: () => this.redraw.drawNow(),
      tell: (name, detail) => tell(this, name, detail),
    };
    return tapsOf(hands, {
      close: () => this.close(),
      locate: () => void this.findRider(),
      retry: () => this.retry(),
      navigate: (station) => void this.navigate(station),
    });
  }

  /** The same object as long as they are the same words. */
  private get words(): Words {
    const locale = localeOf(this);
    if (this.ownWords?.locale !== locale)
      this.ownWords = { locale, words: { ...words[locale], ...this.ownStrings } };
    return this.ownWords.words;
  }

  private drawOpener(): void {
    const { words, opener } = this;
    if (opener!.textContent !== words.open) opener!.textContent = words.open;
    opener!.lang = languageTags[localeOf(this)];
  }

  /** Also while the sheet is hidden: then a tap only has to show it. */
  private draw(): void {
    const sheet = this.sheet!;
    const isFirst = sheet.isEmpty;
    sheet.draw(this.state());
    if (isFirst && !sheet.isEmpty) this.drawRestLater();
  }

  /** The rest of the rows, once the first have been painted. */
  private drawRestLater(): void {
    if (this.sheet!.dialog.isOpen) requestAnimationFrame(() => setTimeout(() => this.changed()));
  }

  private state(): SheetState {
    const { words, feed, choices, rider, ownStrings: strings } = this;
    const locale = localeOf(this);
    const isReady = feed.supply.kind === 'ready';
    const said = { place: rider.place, isOnline: navigator.onLine !== false, locale, strings };
    return {
      words,
      lang: languageTags[locale],
      hasRoute: this.ownRoute !== undefined,
      onRoute: choices.onRoute,
      openNow: choices.openNow,
      hasFilters: choices.areAny,
      canLocate: rider.position === undefined,
      reported: choices.reported,
      notices: isReady ? noticesOf(feed.status, said) : [],
      content: contentOf(feed.supply, rider.place, this.settings()),
    };
  }

  private settings(): Settings {
    const { services, openNow, onRoute, reach, shown } = this.choices;
    const { audience, access, reachMeters } = readAttributes(this);
    const isSeen = this.sheet!.dialog.isOpen && !this.sheet!.isEmpty;
    return {
      districts: this.ownDistricts,
      route: onRoute ? this.ownRoute : undefined,
      services,
      openNow,
      audience,
      access,
      reachMeters: reach ?? reachMeters,
      shown: isSeen ? shown : Math.min(shown, rowsOfFirstSight),
      now: this.now(),
      locale: localeOf(this),
      words: this.words,
    };
  }

  private async findRider(): Promise<void> {
    const { source } = this.feed;
    if (source !== undefined) await this.rider.find(source.crs);
  }

  private async navigate(station: Station): Promise<void> {
    const outcome = await goThere(this, this.feed.source!, station, localeOf(this));
    if (outcome === 'nothing') this.sheet!.dialog.note(this.words.noMapApp);
  }
}
