import type { View } from '../nearby/view';
import type { Words } from '../nearby/words';
import { Dialog } from './dialog';
import { button, make, type Part, part, Region } from './dom';
import { type Body, listParts } from './list';
import { messagePart } from './messages';
import type { SheetActions, SheetState } from './sheet-state';

/** What is in the dialog: tabs, chips, notices, and the list or a message. */
export class Sheet {
  readonly dialog: Dialog;
  private readonly tabs = make('div', { class: 'tabs', role: 'group' });
  private readonly chips = make('div', { class: 'chips', role: 'group', part: 'chips' });
  private readonly notices = make('div', { part: 'notices' });
  private readonly above = make('div');
  private readonly list = make('ul', { class: 'list', part: 'list', role: 'list' });
  private readonly below = make('div');
  private regions: readonly Region[] = [];
  private words: Words | undefined;

  constructor(private readonly actions: SheetActions) {
    const scroll = make(
      'div',
      { class: 'scroll' },
      this.notices,
      this.above,
      this.list,
      this.below,
    );
    this.dialog = new Dialog(() => actions.close(), scroll, [this.tabs, this.chips]);
  }

  get isEmpty(): boolean {
    return this.list.firstChild === null;
  }

  draw(state: SheetState): void {
    this.dialog.keepFocus(() => this.drawParts(state));
  }

  /** Where what has been chosen is. */
  toFirst(): void {
    this.chips.scrollLeft = 0;
    this.dialog.toTop();
  }

  /** The station after the first so many: what "more" has brought. */
  focusRow(index: number): void {
    const row = this.list.children[index];
    row?.querySelector<HTMLElement>('.navigate')?.focus({ preventScroll: true });
  }

  private drawParts(state: SheetState): void {
    const { words, content, hasRoute, lang } = state;
    if (this.words !== words) this.begin(words, lang);
    const isList = !('kind' in content);
    this.tabs.hidden = !hasRoute;
    this.chips.hidden = !isList;
    const [tabs, chips, notices, above, list, below] = this.regions;
    tabs!.draw(hasRoute ? this.tabParts(state) : []);
    chips!.draw(isList ? this.chipParts(content, state) : []);
    notices!.draw(
      state.notices.map((notice) =>
        part(notice, () =>
          make('p', { class: 'notice', part: 'notice', 'data-kind': notice.kind }, notice.text),
        ),
      ),
    );
    const say = (text: string) => this.dialog.say(text);
    const body: Body = isList
      ? listParts(content, state, this.actions, say)
      : { above: [messagePart(content, words, this.actions, say)] };
    above!.draw(body.above);
    list!.draw(body.rows ?? []);
    below!.draw(body.below ?? []);
    this.list.hidden = body.rows === undefined;
  }

  /** Everything anew: the words are others. */
  private begin(words: Words, lang: string): void {
    this.words = words;
    this.dialog.root.lang = lang;
    this.dialog.name(words.title, words.close);
    this.chips.setAttribute('aria-label', words.services);
    this.tabs.setAttribute('aria-label', words.title);
    this.list.setAttribute('aria-label', words.list);
    for (const region of this.regions) region.draw([]);
    const { tabs, chips, notices, above, list, below } = this;
    this.regions = [tabs, chips, notices, above, list, below].map((root) => new Region(root));
  }

  private tabParts({ words, onRoute }: SheetState): Part[] {
    const tab = (key: string, text: string, isRoute: boolean) => {
      const isOn = onRoute === isRoute;
      const attributes = { 'data-key': key, part: 'tab', 'aria-pressed': String(isOn) };
      return part([key, isOn], () => button(attributes, text, () => this.actions.tab(isRoute)));
    };
    return [tab('near', words.near, false), tab('route', words.onRoute, true)];
  }

  private chipParts({ chips }: View, { words, openNow }: SheetState): Part[] {
    const chip = (key: string, text: string, isOn: boolean, onTap: () => void) =>
      button({ 'data-key': key, part: 'chip', 'aria-pressed': String(isOn) }, text, onTap);
    const now = () => chip('open now', words.openNow, openNow, () => this.actions.openNow());
    return [
      part(['open now', openNow], now),
      ...chips.map((seen) =>
        part(seen, () => {
          const { service, label, count, isOn } = seen;
          const made = chip(`service ${service}`, label, isOn, () => this.actions.choose(service));
          made.append(make('span', { class: 'count' }, String(count)));
          return made;
        }),
      ),
    ];
  }
}
