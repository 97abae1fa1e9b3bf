/*
 * Everything in em of the size that the reader has set (`medium`): large text makes everything larger, and a page whose rem is
 * 37.5 px, as on many phones' pages, changes nothing. Targets are 44 px at least (WCAG 2.5.5), for wet thumbs; the one to go there
 * is the largest, at the right edge. An app changes colours, corners and the size by custom properties, the rest by parts.
 */

const light = `
  --_text: var(--yizhan-text, #1a1d21);
  --_quiet: var(--yizhan-quiet, #565d66);
  --_ground: var(--yizhan-ground, #ffffff);
  --_raised: var(--yizhan-raised, #f1f3f5);
  --_line: var(--yizhan-line, #d5d9de);
  --_accent: var(--yizhan-accent, #0b6b3a);
  --_on-accent: var(--yizhan-on-accent, #ffffff);
  --_open: #0b6b3a;
  --_soon: #8f4a00;
  --_closed: #ab1f2b;
  --_warn: #fff2d6;
  --_warn-text: #5c3c00;`;

const dark = `
  --_text: var(--yizhan-text, #eef0f2);
  --_quiet: var(--yizhan-quiet, #a9b1ba);
  --_ground: var(--yizhan-ground, #16191d);
  --_raised: var(--yizhan-raised, #252a30);
  --_line: var(--yizhan-line, #3a414a);
  --_accent: var(--yizhan-accent, #5fd28f);
  --_on-accent: var(--yizhan-on-accent, #06210f);
  --_open: #5fd28f;
  --_soon: #ffb55c;
  --_closed: #ff8f97;
  --_warn: #3d3014;
  --_warn-text: #ffe0a3;`;

const style = `
:host { ${light}
  --_radius: var(--yizhan-radius, 1em);
  color: var(--_text);
  color-scheme: light;
  display: inline-block;
  font: var(--yizhan-font-size, medium)/1.45 var(--yizhan-font, system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif);
  text-align: start;
}
:host([theme="dark"]) { ${dark} color-scheme: dark; }
@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) { ${dark} color-scheme: dark; }
}
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
/* Laid out all the same: a tap has only to paint it. */
.backdrop.away, .sheet.away { visibility: hidden; animation: none; }
[hidden] { display: none !important; }
h2, h3, p, ul { margin: 0; padding: 0; }
button, a {
  -webkit-tap-highlight-color: transparent;
  background: var(--_raised);
  border: 1px solid transparent;
  border-radius: .75em;
  color: inherit;
  cursor: pointer;
  font: inherit;
  min-height: 44px;
  min-width: 44px;
  padding: .375em .75em;
  text-align: center;
  text-decoration: none;
  touch-action: manipulation;
}
:focus { outline: 3px solid var(--_accent); outline-offset: 2px; }
:focus:not(:focus-visible), .sheet:focus { outline: none; }
.opener, .navigate, .primary {
  background: var(--_accent);
  color: var(--_on-accent);
  font-weight: 600;
}
.opener { border-radius: 2em; min-height: 52px; padding: .5em 1.25em; }
.opener::before {
  background: currentColor; border-radius: 50% 50% 50% 0; content: ""; display: inline-block;
  height: .75em; margin-inline-end: .6em; transform: rotate(-45deg); width: .75em;
}
.backdrop {
  background: rgba(0, 0, 0, .5);
  bottom: 0; left: 0; position: fixed; right: 0; top: 0;
  z-index: var(--yizhan-layer, 1000);
}
.sheet {
  background: var(--_ground);
  border-radius: var(--_radius) var(--_radius) 0 0;
  bottom: 0; left: 0; position: fixed; right: 0;
  display: flex; flex-direction: column;
  height: 88vh;
  overflow: hidden;
  padding-bottom: env(safe-area-inset-bottom, 0);
  z-index: var(--yizhan-layer, 1000);
}
@supports (height: 88dvh) { .sheet { height: 88dvh; } }
@media (min-width: 720px) {
  .sheet { border-radius: var(--_radius) 0 0 var(--_radius); height: auto; left: auto; top: 0; width: 27em; }
}
@media (prefers-reduced-motion: no-preference) {
  .sheet { animation: rise .16s ease-out; }
  @keyframes rise { from { transform: translateY(1.5em); } }
}
.head { align-items: center; display: flex; padding: .5em .5em 0 1em; }
.head h2 { flex: 1; font-size: 1.25em; min-width: 0; overflow-wrap: anywhere; }
.close { background: none; font-size: 1.5em; line-height: 1; padding: 0; }
.scroll { flex: 1; min-height: 0; overflow-y: auto; -webkit-overflow-scrolling: touch; overscroll-behavior: contain; }
.tabs { display: flex; padding: .25em 1em; }
.tabs button { border-radius: 0; flex: 1; }
.tabs button:first-child { border-radius: .75em 0 0 .75em; }
.tabs button:last-child { border-radius: 0 .75em .75em 0; }
.chips { display: flex; flex: none; overflow-x: auto; padding: .5em 1em; scrollbar-width: none; }
.chips::-webkit-scrollbar { display: none; }
.chips button { border-radius: 2em; flex: none; margin-inline-end: .5em; white-space: nowrap; }
.chips .count { color: var(--_quiet); margin-inline-start: .35em; }
[aria-pressed="true"], [aria-pressed="true"] .count { background: var(--_accent); color: var(--_on-accent); }
.notice { background: var(--_warn); color: var(--_warn-text); padding: .5em 1em; }
.notice + .notice { border-top: 1px solid var(--_line); }
.summary { color: var(--_quiet); padding: .5em 1em 0; }
.list { list-style: none; }
.station { border-bottom: 1px solid var(--_line); contain: content; padding: .875em 1em .75em; }
.facts { overflow-wrap: break-word; overflow-wrap: anywhere; }
.name { font-size: 1.125em; line-height: 1.3; }
.way strong { font-size: 1.0625em; }
.opening { font-weight: 600; }
.opening[data-state="open"] { color: var(--_open); }
.opening[data-state="soon"] { color: var(--_soon); }
.opening[data-state="closed"] { color: var(--_closed); }
.opening[data-state="unknown"] { color: var(--_quiet); font-weight: 400; }
.services, .place, .welcome { color: var(--_quiet); font-size: .9375em; }
.offers { color: var(--_soon); }
.actions { display: flex; flex-flow: row-reverse wrap; margin: .25em -.25em 0; }
.actions > * { align-items: center; display: flex; flex: 1 1 auto; justify-content: center; margin: .25em; padding: .375em .5em; }
.actions > .navigate { flex: 4 1 5em; font-size: 1.125em; min-height: 56px; }
.report { background: none; border-color: var(--_line); color: var(--_quiet); font-size: .9375em; }
.report[aria-disabled] { border-style: dashed; cursor: default; }
.wide { display: block; margin: 1em; width: calc(100% - 2em); }
.message { padding: 1em; }
.message .wide { margin: 1em 0 0; width: 100%; }
.message .summary { padding: .5em 0 0; }
.message p { font-size: 1.0625em; }
.districts { display: grid; grid-gap: .5em; grid-template-columns: repeat(auto-fill, minmax(6.5em, 1fr)); list-style: none; margin-top: .75em; }
.districts button { width: 100%; }
.emark { background: var(--_text); border-radius: .75em; bottom: 1em; color: var(--_ground); left: 1em; padding: .75em 1em; position: absolute; right: 1em; }
.emark:empty { display: none; }
progress { accent-color: var(--_accent); display: block; height: .75em; margin-top: 1em; width: 100%; }
.quiet { clip: rect(0 0 0 0); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
@media (forced-colors: active) {
  button, a, .sheet { border: 1px solid ButtonText; }
  [aria-pressed="true"] { border-width: 3px; }
}
`;

/** Gives a shadow root its style: one sheet for all elements where the browser shares such. */
export function addStyle(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && typeof CSSStyleSheet === 'function') {
    try {
      shared ??= new CSSStyleSheet();
      if (shared.cssRules.length === 0) shared.replaceSync(style);
      root.adoptedStyleSheets = [shared];
      return;
    } catch {
      // A browser with half of it.
    }
  }
  const element = document.createElement('style');
  element.textContent = style;
  root.appendChild(element);
}

let shared: CSSStyleSheet | undefined;
