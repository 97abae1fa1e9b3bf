/** The page without its data: its words are filled in by the script, by `data-t`. */
export const skeleton = `<a class="skip" href="#findings-title" data-t="skip"></a>
<div id="page-body" hidden>
<header>
  <div>
    <h1 id="title"></h1>
    <p id="generated" class="quiet"></p>
  </div>
  <div class="languages" role="group" data-t-label="language">
    <button type="button" data-language="zh" lang="zh-CN">中文</button>
    <button type="button" data-language="en" lang="en">English</button>
  </div>
</header>
<main>
  <section aria-labelledby="summary-title">
    <h2 id="summary-title" data-t="summary"></h2>
    <div id="tiles"></div>
  </section>
  <section aria-labelledby="tables-title">
    <h2 id="tables-title" data-t="tables"></h2>
    <div id="tables"></div>
  </section>
  <section aria-labelledby="map-title">
    <div class="title-line">
      <h2 id="map-title" data-t="map"></h2>
      <ul id="legend"></ul>
    </div>
    <p id="no-points" class="quiet" data-t="noPoints" hidden></p>
    <div id="map-part">
      <div class="map">
        <canvas id="map" tabindex="0" role="application"></canvas>
        <div id="tip" aria-hidden="true" hidden></div>
        <div id="card" hidden></div>
        <div class="map-buttons">
          <button type="button" id="zoom-in" data-t-label="zoomIn">+</button>
          <button type="button" id="zoom-out" data-t-label="zoomOut">−</button>
          <button type="button" id="fit" data-t-label="fit">⌂</button>
        </div>
      </div>
      <p class="map-notes quiet">
        <span data-t="mapHint"></span>
        <span id="wheel-hint" data-t="wheelHint"></span>
        <span id="points-held" hidden></span>
        <span id="far" hidden><span id="far-text"></span>
          <button type="button" id="show-all" class="plain" data-t="showAll"></button></span>
      </p>
    </div>
  </section>
  <section aria-labelledby="findings-title">
    <h2 id="findings-title" tabindex="-1" data-t="findings"></h2>
    <p id="held" class="notice" hidden></p>
    <div id="kinds" role="group" data-t-label="kinds"></div>
    <div id="filters" role="search" data-t-label="findings">
      <input id="search" type="search" autocomplete="off" spellcheck="false">
      <label id="tables-filter"><span data-t="file"></span><select id="table"></select></label>
      <span id="on-point" class="chip" hidden></span>
      <button type="button" id="clear" class="plain" data-t="clear" hidden></button>
      <span id="status" class="quiet" role="status"></span>
    </div>
    <p id="empty" class="notice" hidden></p>
    <p id="print-cut" class="notice" hidden></p>
    <table id="list" role="table" aria-labelledby="findings-title">
      <thead role="rowgroup"><tr id="head" role="row"></tr></thead>
      <tbody id="body" role="rowgroup"></tbody>
    </table>
    <p id="cut" class="quiet" hidden></p>
    <nav id="pager" data-t-label="pages" hidden>
      <button type="button" id="previous" data-t="previous"></button>
      <span id="page" role="status"></span>
      <button type="button" id="next" data-t="next"></button>
    </nav>
  </section>
</main>
<div id="announcer" class="offstage" aria-live="polite"></div>
</div>
`;
