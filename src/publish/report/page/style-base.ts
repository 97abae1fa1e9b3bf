/* The page's colours and its frame. Contrasts are at least 4.5 to 1 for text, 3 to 1 for marks. */
export const styleBase = `
:root {
  color-scheme: light dark;
  --paper: #f5f6f4; --sheet: #ffffff; --ink: #1c2523; --quiet: #58645f; --line: #dde2de;
  --accent: #0b6b57; --accent-soft: #e2f0eb;
  --severity0: #b4232a; --severity1: #9a5b00; --severity2: #2460a7; --severity3: #788a83;
  --soft0: #fbe9e8; --soft1: #fbf0dc; --soft2: #e6eef8;
  --map-ground: #fafbf9; --map-line: #e6eae6; --map-outline: #6f8179;
}
@media (prefers-color-scheme: dark) {
  :root:not(.paper) {
    --paper: #121716; --sheet: #1a211f; --ink: #e6ece9; --quiet: #9aa8a2; --line: #2d3734;
    --accent: #5cc9ac; --accent-soft: #173630;
    --severity0: #ff8f88; --severity1: #f0b350; --severity2: #8bb8f5; --severity3: #74857f;
    --soft0: #3a2222; --soft1: #352a15; --soft2: #1d2b3d;
    --map-ground: #151b19; --map-line: #232c29; --map-outline: #7f938b;
  }
}
:root.paper { color-scheme: light; --paper: #ffffff; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", sans-serif;
  overflow-wrap: anywhere;
}
#page-body { max-width: 1320px; margin: 0 auto; padding: 28px 32px 64px; }
header { display: flex; justify-content: space-between; align-items: start; gap: 24px; }
h1 { margin: 0; font-size: 26px; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
h2 { margin: 36px 0 12px; font-size: 17px; font-weight: 650; scroll-margin-top: 12px; }
p { margin: 4px 0; }
h2:focus { outline: none; }
.quiet { color: var(--quiet); }
.offstage { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 12px; top: 8px; background: var(--sheet); padding: 8px 14px; z-index: 9; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button, input, select { font: inherit; color: inherit; }
button { cursor: pointer; }
button:disabled { cursor: default; }
.plain {
  border: 0; background: none; padding: 2px 4px; margin: -2px 0; color: var(--accent);
  border-radius: 4px; font-size: 13px;
}
.plain:hover { background: var(--accent-soft); }
.notice {
  background: var(--sheet); border: 1px solid var(--line); border-left: 3px solid var(--accent);
  border-radius: 6px; padding: 10px 14px; margin: 0 0 12px;
}
.languages { display: flex; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; flex: none; }
.languages button { border: 0; background: var(--sheet); padding: 6px 14px; font-size: 14px; }
.languages button:focus-visible { outline-offset: -2px; border-radius: 8px; }
.languages button[aria-pressed="true"] { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
.mark { width: 11px; height: 11px; flex: none; fill: currentColor; }
.severity0 { color: var(--severity0); }
.severity1 { color: var(--severity1); }
.severity2 { color: var(--severity2); }
.severity3 { color: var(--severity3); }
#tiles { display: grid; grid-template-columns: 1.2fr 1.6fr 1fr 1fr 1fr; gap: 12px; }
.tile {
  display: flex; flex-direction: column; align-items: flex-start; text-align: left;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px;
}
.tile-name { display: flex; align-items: center; gap: 7px; font-size: 14px; color: var(--quiet); }
.tile.filter .tile-name { color: inherit; font-weight: 600; }
.tile strong {
  color: var(--ink); font-size: 26px; line-height: 1.35; font-weight: 600; font-variant-numeric: tabular-nums;
}
.tile-help { color: var(--quiet); font-size: 13px; line-height: 1.4; }
.tile.left-out { color: var(--ink); }
.tile.filter:hover:enabled { border-color: currentColor; }
.tile.filter:disabled strong { color: var(--quiet); }
.tile.filter[aria-pressed="true"] { border-color: currentColor; box-shadow: inset 0 0 0 1px currentColor; }
#tables { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
details + details { border-top: 1px solid var(--line); }
summary {
  display: grid; grid-template-columns: 18px minmax(180px, 2fr) 0.9fr 1.3fr 2.4fr 1.6fr; gap: 4px 16px;
  padding: 9px 16px; cursor: pointer; list-style: none; align-items: baseline; font-size: 14px;
}
summary::-webkit-details-marker { display: none; }
summary::before { content: "›"; color: var(--quiet); font-size: 17px; line-height: 1; justify-self: start; width: 12px; text-align: center; }
details[open] > summary::before { transform: rotate(90deg); }
summary:focus-visible { outline-offset: -2px; border-radius: 8px; }
.table-name { font-weight: 600; }
.table-name .quiet { font-weight: 400; }
.ratio { font-variant-numeric: tabular-nums; }
.ratio.short, .unsure { color: var(--severity1); }
.reason { padding: 0 16px 8px 50px; font-size: 14px; }
.columns { padding: 0 16px 14px 50px; max-height: 420px; overflow: auto; }
.columns table { border-collapse: collapse; font-size: 14px; min-width: min(100%, 560px); }
.columns th { text-align: left; font-weight: 500; color: var(--quiet); }
.columns th, .columns td { padding: 4px 20px 4px 0; border-bottom: 1px solid var(--line); }
.columns .letter { display: inline-block; min-width: 26px; color: var(--quiet); font-size: 13px; }
.columns .kept td + td { color: var(--quiet); }
`;
