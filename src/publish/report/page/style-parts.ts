/* The map, the list, narrow screens and paper. */
export const styleParts = `
.title-line { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 24px; }
#legend { display: flex; flex-wrap: wrap; gap: 4px 18px; margin: 0 0 8px; padding: 0; list-style: none; font-size: 13px; }
#legend li { display: flex; align-items: center; gap: 6px; }
.map { position: relative; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
#map { display: block; width: 100%; height: clamp(300px, 52vh, 560px); touch-action: none; cursor: grab; }
#map.over { cursor: pointer; }
#map:active { cursor: grabbing; }
#map:focus-visible { outline-offset: -3px; border-radius: 10px; }
.map-buttons { position: absolute; right: 10px; top: 10px; display: grid; gap: 6px; }
.map-buttons button {
  width: 34px; height: 34px; padding: 0; font-size: 18px; line-height: 1; border-radius: 8px;
  background: var(--sheet); border: 1px solid var(--line);
}
.map-buttons button:hover { border-color: var(--accent); color: var(--accent); }
#tip {
  position: absolute; pointer-events: none; max-width: 280px; padding: 3px 9px; font-size: 13px;
  background: var(--ink); color: var(--paper); border-radius: 6px; unicode-bidi: isolate;
}
#card {
  position: absolute; left: 10px; top: 40px; max-width: min(340px, calc(100% - 70px)); padding: 10px 14px;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; font-size: 14px;
  box-shadow: 0 2px 10px rgb(0 0 0 / 0.12);
}
#card ul { margin: 0 0 4px; padding: 0; list-style: none; }
#card li { display: flex; align-items: baseline; gap: 7px; }
#card li .quiet { flex: none; font-size: 13px; }
.map-notes { font-size: 13px; display: flex; flex-wrap: wrap; gap: 2px 18px; }
#kinds { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 14px; }
.kind {
  display: inline-flex; align-items: center; gap: 7px; padding: 4px 12px; border-radius: 16px; font-size: 14px;
  background: var(--sheet); border: 1px solid var(--line);
}
.kind > span { color: var(--ink); }
.kind .number { color: var(--quiet); font-variant-numeric: tabular-nums; }
.kind:hover, .kind[aria-pressed="true"] { border-color: currentColor; }
.kind[aria-pressed="true"] { box-shadow: inset 0 0 0 1px currentColor; font-weight: 600; }
#filters { display: flex; flex-wrap: wrap; gap: 10px 14px; align-items: center; margin-bottom: 12px; }
#filters label { display: flex; align-items: center; gap: 6px; font-size: 14px; color: var(--quiet); }
#filters input, #filters select {
  height: 36px; background: var(--sheet); color: var(--ink); border: 1px solid var(--line); border-radius: 8px;
  padding: 0 10px; max-width: 260px; min-width: 0;
}
#filters input { width: 230px; }
#filters input::placeholder { color: var(--quiet); opacity: 1; }
#status { margin-left: auto; font-size: 14px; font-variant-numeric: tabular-nums; }
.chip { background: var(--accent-soft); color: var(--accent); border-radius: 14px; padding: 3px 12px; font-size: 13px; }
#list {
  width: 100%; border-collapse: separate; border-spacing: 0; font-size: 14px; table-layout: fixed;
  background: var(--sheet); border: 1px solid var(--line); border-radius: 10px;
}
#list th { text-align: left; font-weight: 600; font-size: 13px; color: var(--quiet); padding: 9px 10px; }
#list td { vertical-align: top; padding: 9px 10px; border-top: 1px solid var(--line); }
#list th:first-child, #list td:first-child { padding-left: 16px; width: 108px; }
#list th:nth-child(2) { width: 14%; }
#list th:nth-child(3) { width: 10%; }
#list th:nth-child(4), #list th:nth-child(6) { width: 13%; }
#list th:nth-child(7) { width: 12%; }
#list tbody tr:hover td { background: color-mix(in srgb, var(--accent-soft) 40%, transparent); }
#list th button { border: 0; background: none; padding: 0; font-weight: 600; }
#list th button::after { content: " ↕"; opacity: 0.45; }
#list th[aria-sort="ascending"] button, #list th[aria-sort="descending"] button { color: var(--accent); }
#list th[aria-sort="ascending"] button::after { content: " ↑"; opacity: 1; }
#list th[aria-sort="descending"] button::after { content: " ↓"; opacity: 1; }
.badge { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; font-weight: 600; white-space: nowrap; }
.place, .place strong, .place bdi, .other, .station-name, .station-id, .header, #list .letter { display: block; }
.place strong { font-weight: 600; font-variant-numeric: tabular-nums; }
.place bdi, .other, .station-id, #list .letter { font-size: 13px; }
.other, .station-id, #list .letter { color: var(--quiet); }
.value { white-space: pre-wrap; font-family: ui-monospace, Menlo, Consolas, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", monospace; font-size: 13px; }
.copy, .locate { margin: 0 0 0 -4px; }
.suggestion .value { margin-right: 6px; }
#pager { display: flex; justify-content: center; align-items: center; gap: 18px; margin-top: 16px; font-size: 14px; }
#pager button { border: 1px solid var(--line); background: var(--sheet); border-radius: 8px; padding: 7px 16px; }
#pager button:disabled { color: var(--quiet); opacity: 0.6; }
#pager button:hover:enabled { border-color: var(--accent); color: var(--accent); }

@media (max-width: 900px) {
  #page-body { padding: 18px 16px 48px; }
  h1 { font-size: 21px; }
  h2 { margin-top: 28px; }
  #tiles { grid-template-columns: repeat(6, 1fr); gap: 8px; }
  #tiles > :nth-child(-n + 2) { grid-column: span 3; }
  #tiles > * { grid-column: span 2; padding: 10px 12px; }
  .tile strong { font-size: 21px; }
  .tile[data-severity] .tile-name { font-size: 13px; gap: 5px; white-space: nowrap; }
  .tile[data-severity] .tile-help { display: none; }
  summary { grid-template-columns: 14px 1fr auto; }
  summary > :nth-child(n + 4), summary > :nth-child(2) { grid-column: 2 / -1; }
  summary > .table-name { grid-column: 2; grid-row: 1; }
  summary > .ratio { grid-column: 3; grid-row: 1; }
  .reason, .columns { padding-left: 16px; }
  #filters input { width: 100%; max-width: none; }
  #filters label { flex: 1 1 45%; flex-direction: column; align-items: stretch; gap: 2px; min-width: 0; }
  #filters select { max-width: none; width: 100%; }
  #list, #list tbody, #list tr, #list td { display: block; width: auto; }
  #list { background: none; border: 0; }
  #list thead tr { display: flex; flex-wrap: wrap; gap: 2px 14px; }
  #list thead th:nth-child(n) { display: none; padding: 4px 0; width: auto; white-space: nowrap; }
  #list thead th[aria-sort]:nth-child(n) { display: block; }
  #list tbody tr { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; margin-top: 10px; padding: 10px 14px; }
  #list td, #list td:first-child { border: 0; padding: 2px 0; width: auto; }
  #list td:empty { display: none; }
  #list td[data-label] { display: grid; grid-template-columns: 78px 1fr; gap: 0 10px; }
  #list td:empty[data-label] { display: none; }
  #list td[data-label]::before { content: attr(data-label); color: var(--quiet); font-size: 13px; grid-row: 1 / span 3; }
  #list td[data-label] > * { grid-column: 2; justify-self: start; }
  #list tbody tr:hover td { background: none; }
}
@media (hover: none) { #wheel-hint { display: none; } }
@media print {
  @page { margin: 14mm; }
  body { font-size: 11px; }
  #page-body { padding: 0; max-width: none; }
  .languages, .map-buttons, #filters, #kinds, #pager, .copy, .locate, .map-notes, .skip, #card { display: none !important; }
  #list, .tile, #tables { border-color: #bbb; }
  #list, #list td, .columns table, .columns { font-size: 10px; max-height: none; }
  tr, .tile, .map { break-inside: avoid; }
  #list th button::after { content: "" !important; }
}
`;
