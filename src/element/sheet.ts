import type { Service } from '../dataset/vocabulary';
import type { Message } from '../nearby/content';
import type { District } from '../nearby/model';
import type { Notice } from '../nearby/notices';
import type { View } from '../nearby/view';
import { fill, type Words } from '../nearby/words';
import { button, focusable, make, replaceChildren } from './dom';
import { drawRow, type RowActions } from './rows';

export interface SheetActions extends RowActions {
  close(): void;
  choose(service: Service): void;
  openNow(): void;
  /** Whether along the route, or all around. */
  tab(onRoute: boolean): void;
  more(): void;
  farther(reachMeters: number): void;
  clear(): void;
  locate(): void;
  district(district: District): void;
  retry(): void;
}

export interface SheetState {
  readonly words: Words;
  readonly hasRoute: boolean;
  readonly onRoute: boolean;
  readonly openNow: boolean;
  readonly hasFilters: boolean;
  readonly canLocate: boolean;
  readonly notices: readonly Notice[];
  readonly content: Message | View;
}

/** The sheet that comes up from below: a dialog, and what is in it. */
export class Sheet {
  readonly backdrop = make('div', { class: 'backdrop', part: 'backdrop', hidden: true });
  readonly root: HTMLElement;
  private readonly title = make('h2', { id: 'title', part: 'title' });
  private readonly closer: HTMLButtonElement;
  private readonly tabs = make('div', { class: 'tabs', role: 'group' });
  private readonly chips = make('div', { class: 'chips', role: 'group', part: 'chips' });
  private readonly notices = make('div', { part: 'notices' });
  private readonly body = make('div');
  private readonly scroll: HTMLElement;
  private readonly live = make('p', { class: 'quiet', role: 'status' });

  constructor(private readonly actions: SheetActions) {
    this.closer = button({ class: 'close', part: 'close', 'data-key': 'close' }, '×', () =>
      actions.close(),
    );
    this.scroll = make('div', { class: 'scroll' }, this.notices, this.body);
    this.root = make(
      'div',
      {
        class: 'sheet',
        part: 'sheet',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': 'title',
        tabindex: '-1',
        hidden: true,
      },
      make('div', { class: 'head' }, this.title, this.closer),
      this.tabs,
      this.chips,
      this.scroll,
      this.live,
    );
    this.backdrop.addEventListener('click', () => actions.close());
    this.root.addEventListener('keydown', (event) => this.onKey(event));
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  show(): void {
    this.backdrop.hidden = this.root.hidden = false;
    this.scroll.scrollTop = 0;
    this.root.focus({ preventScroll: true });
  }

  hide(): void {
    this.backdrop.hidden = this.root.hidden = true;
  }

  /** Said to who does not see it; the same words are not said twice. */
  say(text: string): void {
    if (this.live.textContent !== text) this.live.textContent = text;
  }

  draw(state: SheetState): void {
    const { words, content, hasRoute } = state;
    this.title.textContent = words.title;
    this.closer.setAttribute('aria-label', words.close);
    this.tabs.hidden = !hasRoute;
    replaceChildren(this.tabs, hasRoute ? this.drawTabs(state) : []);
    replaceChildren(
      this.notices,
      state.notices.map(({ kind, text }) =>
        make('p', { class: 'notice', part: 'notice', 'data-kind': kind }, text),
      ),
    );
    const isList = !('kind' in content);
    this.chips.hidden = !isList;
    this.chips.setAttribute('aria-label', words.services);
    replaceChildren(this.chips, isList ? this.drawChips(content, state) : []);
    replaceChildren(
      this.body,
      isList ? this.drawList(content, state) : this.drawMessage(content, words),
    );
  }

  private drawTabs({ words, onRoute }: SheetState): Node[] {
    const tab = (key: string, text: string, isRoute: boolean) =>
      button(
        { 'data-key': key, part: 'tab', 'aria-pressed': String(onRoute === isRoute) },
        text,
        () => this.actions.tab(isRoute),
      );
    return [tab('near', words.near, false), tab('route', words.onRoute, true)];
  }

  private drawChips({ chips }: View, { words, openNow }: SheetState): Node[] {
    const chip = (key: string, text: string, isOn: boolean, onTap: () => void) =>
      button({ 'data-key': key, part: 'chip', 'aria-pressed': String(isOn) }, text, onTap);
    return [
      chip('open now', words.openNow, openNow, () => this.actions.openNow()),
      ...chips.map(({ service, label, count, isOn }) => {
        const made = chip(`service ${service}`, label, isOn, () => this.actions.choose(service));
        made.append(make('span', { class: 'count' }, String(count)));
        return made;
      }),
    ];
  }

  private drawList(view: View, state: SheetState): Node[] {
    const { words } = state;
    const { rows, total, closed, nothing } = view;
    const left = closed === 0 ? '' : fill(words.hiddenClosed, { count: closed });
    if (nothing !== undefined) {
      this.say(nothing.text);
      return [this.drawNothing(nothing, left, state)];
    }
    const found = fill(words.found, { count: total });
    const summary = [found, left].filter(Boolean).join(' · ');
    this.say(summary);
    const more = Math.min(total - rows.length, rows.length);
    return [
      make('p', { class: 'summary', part: 'summary' }, summary),
      make(
        'ul',
        { class: 'list', part: 'list', role: 'list', 'aria-label': words.list },
        ...rows.map((row) => drawRow(row, words, this.actions)),
      ),
      ...(more > 0
        ? [
            button(
              { class: 'wide', part: 'more', 'data-key': 'more' },
              fill(words.more, { count: more }),
              () => this.actions.more(),
            ),
          ]
        : []),
      ...(state.canLocate ? [this.locateButton(words)] : []),
    ];
  }

  private drawNothing(
    { text, reachMeters }: NonNullable<View['nothing']>,
    left: string,
    { words, hasFilters }: SheetState,
  ): Node {
    return make(
      'div',
      { class: 'message', part: 'message' },
      make('p', {}, text),
      left === '' ? undefined : make('p', { class: 'summary' }, left),
      reachMeters === undefined
        ? undefined
        : button(
            { class: 'wide primary', part: 'farther', 'data-key': 'farther' },
            words.showFarther,
            () => this.actions.farther(reachMeters),
          ),
      hasFilters
        ? button({ class: 'wide', part: 'clear', 'data-key': 'clear' }, words.clearFilters, () =>
            this.actions.clear(),
          )
        : undefined,
    );
  }

  private drawMessage(message: Message, words: Words): Node[] {
    const box = (...children: (Node | undefined)[]) => [
      make('div', { class: 'message', part: 'message' }, ...children),
    ];
    const paragraph = (text: string) => {
      this.say(text);
      return make('p', {}, text);
    };
    if (message.kind === 'locating') return box(paragraph(words.locating));
    if (message.kind === 'failed')
      return box(
        paragraph(words.failed),
        button({ class: 'wide primary', part: 'retry', 'data-key': 'retry' }, words.retry, () =>
          this.actions.retry(),
        ),
      );
    if (message.kind === 'loading') return box(...this.drawLoading(message.share, words));
    const why = message.why === 'refused' ? words.refused : words.unavailable;
    return box(
      paragraph(`${why} ${words.chooseDistrict}`),
      make(
        'div',
        { class: 'districts', part: 'districts' },
        ...message.districts.map((district) =>
          button({ 'data-key': `district ${district.code}`, part: 'district' }, district.name, () =>
            this.actions.district(district),
          ),
        ),
      ),
      this.locateButton(words),
    );
  }

  private drawLoading(share: number | undefined, words: Words): Node[] {
    // Not every step is said aloud: only that it is under way.
    this.say(words.loading);
    const percent = share === undefined ? undefined : Math.round(100 * share);
    const text = percent === undefined ? words.loading : fill(words.loadingBytes, { percent });
    const value = percent === undefined ? {} : { value: String(percent) };
    return [
      make('p', {}, text),
      make('progress', { max: '100', 'aria-label': words.loading, ...value }),
    ];
  }

  private locateButton(words: Words): Node {
    return button({ class: 'wide', part: 'locate', 'data-key': 'locate' }, words.locateAgain, () =>
      this.actions.locate(),
    );
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.actions.close();
    }
    if (event.key !== 'Tab') return;
    // Whoever walks past one end comes in at the other.
    const stops = focusable(this.root);
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const { activeElement } = this.root.getRootNode() as ShadowRoot;
    const isAtStart = activeElement === first || activeElement === this.root;
    const target =
      event.shiftKey && isAtStart
        ? last
        : !event.shiftKey && activeElement === last
          ? first
          : undefined;
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  }
}
