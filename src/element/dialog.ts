import { button, focusable, focusedIn, keyed, make } from './dom';

/** How long a remark can be read. */
const remarkMilliseconds = 5_000;
/** A screen reader is told of the dialog first, and hears only what changes after that. */
const settledMilliseconds = 150;

/** A dialog that comes up from below: what it is called, how it is left, where the focus goes, and what is said aloud. */
export class Dialog {
  readonly backdrop = make('div', { class: 'backdrop away', part: 'backdrop' });
  readonly root: HTMLElement;
  private readonly title = make('h2', { id: 'title', part: 'title' });
  private readonly closer: HTMLButtonElement;
  private readonly live = make('p', { class: 'quiet', role: 'status' });
  private readonly remark = make('p', { class: 'remark', part: 'remark', role: 'status' });
  private said = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly onClose: () => void,
    private readonly scroll: HTMLElement,
    parts: readonly HTMLElement[],
  ) {
    this.closer = button({ class: 'close', part: 'close', 'data-key': 'close' }, '×', onClose);
    this.root = make(
      'div',
      {
        class: 'sheet away',
        part: 'sheet',
        role: 'dialog',
        'aria-modal': 'true',
        'aria-labelledby': 'title',
        tabindex: '-1',
      },
      make('div', { class: 'head' }, this.title, this.closer),
      ...parts,
      scroll,
      this.live,
      this.remark,
    );
    this.backdrop.addEventListener('click', onClose);
    this.root.addEventListener('keydown', (event) => this.onKey(event));
  }

  get isOpen(): boolean {
    return !this.root.classList.contains('away');
  }

  name(title: string, close: string): void {
    if (this.title.textContent !== title) this.title.textContent = title;
    this.closer.setAttribute('aria-label', close);
  }

  show(): void {
    this.turn(true);
    this.root.focus({ preventScroll: true });
    this.live.textContent = '';
    setTimeout(() => this.tell(), settledMilliseconds);
  }

  hide(): void {
    this.toTop();
    this.turn(false);
    this.remark.textContent = '';
  }

  toTop(): void {
    this.scroll.scrollTop = 0;
  }

  /** What there is now, for who does not see it; said when it changes. */
  say(text: string): void {
    this.said = text;
    if (this.isOpen && this.live.textContent !== '') this.tell();
  }

  /** What came of a tap: shown for a while, and said. */
  note(text: string): void {
    clearTimeout(this.timer);
    this.remark.textContent = text;
    this.timer = setTimeout(() => {
      this.remark.textContent = '';
    }, remarkMilliseconds);
  }

  /** Draws, and puts the focus back on what took the place of what had it. */
  keepFocus(draw: () => void): void {
    const before = focusedIn(this.root);
    draw();
    if (before === undefined || focusedIn(this.root) !== undefined) return;
    const key = before.getAttribute('data-key');
    const next = key === null ? undefined : keyed(this.root, key);
    (next ?? this.root).focus({ preventScroll: true });
  }

  private turn(isOpen: boolean): void {
    for (const element of [this.backdrop, this.root]) element.classList.toggle('away', !isOpen);
  }

  private tell(): void {
    if (this.live.textContent !== this.said) this.live.textContent = this.said;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.onClose();
    }
    if (event.key !== 'Tab') return;
    // Whoever walks past one end comes in at the other.
    const stops = focusable(this.root);
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const focused = focusedIn(this.root);
    const isAtStart = focused === first || focused === this.root;
    const target = event.shiftKey ? isAtStart && last : focused === last && first;
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}
