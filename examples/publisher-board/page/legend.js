import { labelOf } from '/dist/core.js';
import { byId, el } from './elements.js';
import { countText, language, say } from './words.js';

/** So many kinds have a colour of their own; the rarer ones share one. */
const coloured = 8;
const others = '--kind-other';

/** Which colour each kind has, and which are shown. */
export class Legend {
  constructor(onChange) {
    this.onChange = onChange;
    this.colours = new Map();
    this.off = new Set();
  }

  set(stations) {
    const counts = new Map();
    for (const { kind } of stations) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    this.counts = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    this.colours = new Map(
      this.counts.map(([kind], i) => [kind, i < coloured ? `--kind${i}` : others]),
    );
    this.show();
  }

  colourOf(kind) {
    return this.colours.get(kind) ?? others;
  }

  shows(kind) {
    return !this.off.has(this.colourOf(kind));
  }

  show() {
    const rest = this.counts.slice(coloured);
    const entries = this.counts
      .slice(0, coloured)
      .map(([kind, count], i) => [`--kind${i}`, labelOf('kinds', kind, language.locale), count]);
    if (rest.length > 0)
      entries.push([others, say('otherKinds'), rest.reduce((sum, [, count]) => sum + count, 0)]);
    byId('legend').replaceChildren(...entries.map((entry) => el('li', {}, this.buttonOf(entry))));
  }

  buttonOf([colour, label, count]) {
    const onclick = ({ currentTarget }) => {
      if (!this.off.delete(colour)) this.off.add(colour);
      currentTarget.setAttribute('aria-pressed', String(!this.off.has(colour)));
      this.onChange();
    };
    const dot = el('span', { class: 'dot', 'aria-hidden': 'true' });
    dot.style.background = `var(${colour})`;
    const pressed = String(!this.off.has(colour));
    return el(
      'button',
      { type: 'button', 'aria-pressed': pressed, onclick },
      dot,
      `${label} ${countText(count)}`,
    );
  }
}
