/* The page's script: the map under mouse, fingers and keys. */
export const scriptMapInput = `
/** Fingers and buttons that are down, by pointer. */
const held = new Map();
let travelled = 0;

canvas.addEventListener('pointerdown', (event) => {
  canvas.setPointerCapture(event.pointerId);
  held.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  if (held.size === 1) travelled = 0;
});

canvas.addEventListener('pointermove', (event) => {
  const before = held.get(event.pointerId);
  const now = { x: event.offsetX, y: event.offsetY };
  if (before === undefined) return hover(now);
  hideName();
  travelled += Math.hypot(now.x - before.x, now.y - before.y);
  const others = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
  held.set(event.pointerId, now);
  if (others.length === 0) {
    // A hand that trembles while it clicks does not drag.
    if (travelled > 4) pan(before.x - now.x, before.y - now.y);
    return;
  }
  // Two fingers: the map follows their middle and their distance.
  travelled = Infinity;
  const other = others[0];
  const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
  pan((before.x - now.x) / 2, (before.y - now.y) / 2);
  const distance = (at) => Math.max(10, Math.hypot(at.x - other.x, at.y - other.y));
  zoom(distance(now) / distance(before), middle.x, middle.y);
});

canvas.addEventListener('pointerup', (event) => {
  if (held.delete(event.pointerId) && travelled <= 4) {
    choosePoints(pointsAt(event.offsetX, event.offsetY, event.pointerType === 'mouse' ? 12 : 22));
  }
});
canvas.addEventListener('pointercancel', (event) => held.delete(event.pointerId));
canvas.addEventListener('pointerleave', hideName);
canvas.addEventListener('dblclick', (event) => zoom(2, event.offsetX, event.offsetY));

// A wheel over a map that nobody touched scrolls the page, as everywhere else on it.
canvas.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 30 : 1;
    zoom(Math.exp(Math.max(-300, Math.min(300, -event.deltaY * lines)) / 300), event.offsetX, event.offsetY);
  },
  { passive: false },
);

const keys = {
  ArrowLeft: () => pan(-60, 0),
  ArrowRight: () => pan(60, 0),
  ArrowUp: () => pan(0, -60),
  ArrowDown: () => pan(0, 60),
  '+': () => zoom(1.5),
  '=': () => zoom(1.5),
  '-': () => zoom(1 / 1.5),
  0: () => lookAt(crowdedBox),
  n: () => nextPoint(),
  N: () => nextPoint(),
  Enter: () => choosePoints(pointsAt(view.width / 2, view.height / 2, 40)),
  Escape: () => choosePoints([]),
};
canvas.addEventListener('keydown', (event) => {
  if (!Object.keys(keys).includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  keys[event.key]();
});
canvas.addEventListener('focus', drawSoon);
canvas.addEventListener('blur', drawSoon);

/** To the next point that something was found about. */
function nextPoint() {
  const [current = -1] = chosen.points;
  const troubled = (from, to) => {
    for (let i = from; i < to; i++) if (points.severity[i] < 3) return i;
    return -1;
  };
  const next = troubled(current + 1, points.count);
  showPoint(next === -1 ? troubled(0, points.count) : next, true);
}

/** Looks at a point from near by, and chooses it; the list need not follow. */
function showPoint(point, listFollows) {
  if (point < 0) return;
  view.x = xs[point];
  view.y = ys[point];
  view.scale = Math.max(view.scale, 12000);
  const here = pointsAt(view.width / 2, view.height / 2, 1).filter((other) => other !== point);
  choosePoints([point, ...here], listFollows);
}

/** Chosen points are ringed and named; the list shows their rows only, unless it was the list that asked. */
function choosePoints(list, listFollows = true) {
  if (list.length === 0 && chosen.points.length === 0) return;
  const followed = chosen.listFollows && chosen.points.length > 0;
  chosen.points = list;
  chosen.listFollows = listFollows;
  showCard();
  drawSoon();
  if (listFollows || followed) refilter();
  if (list.length > 0) announce(t('selected', { name: points.names[list[0]] }));
}

function showCard() {
  const button = (key, onclick) =>
    element('button', { type: 'button', class: 'plain', onclick }, t(key));
  const card = byId('card');
  card.hidden = chosen.points.length === 0;
  const most = 5;
  const items = chosen.points.slice(0, most).map((point) => {
    const numbers = points.findingsOf.get(point) || [];
    const [first] = numbers;
    const count =
      numbers.length === 0
        ? t('pointClean')
        : [t('row', { row: String(findings[first].origin.row) }), t('pointFindings', { count: numbers.length })].join(' · ');
    return element(
      'li',
      {},
      markOf(points.severity[point]),
      element('bdi', {}, points.names[point]),
      element('span', { class: 'quiet' }, count),
    );
  });
  const more = chosen.points.length - items.length;
  card.replaceChildren(
    element('ul', {}, ...items),
    more > 0 ? element('p', { class: 'quiet' }, t('morePoints', { count: more })) : '',
    button('clearPoint', () => choosePoints([])),
    chosen.points.some((point) => points.findingsOf.has(point)) ? button('seeList', seeList) : '',
  );
}

function seeList() {
  if (!chosen.listFollows) choosePoints(chosen.points);
  byId('findings-title').scrollIntoView();
  byId('findings-title').focus({ preventScroll: true });
}

/** The name of what the mouse is over. */
function hover(at) {
  const [point = -1] = pointsAt(at.x, at.y, 9);
  canvas.classList.toggle('over', point !== -1);
  if (point === -1) return hideName();
  const tip = byId('tip');
  tip.textContent = points.names[point];
  tip.hidden = false;
  const left = Math.min(screenX(xs[point]) + 12, view.width - tip.offsetWidth - 4);
  tip.style.left = Math.max(4, left) + 'px';
  tip.style.top = Math.max(4, screenY(ys[point]) - tip.offsetHeight - 8) + 'px';
}

function hideName() {
  byId('tip').hidden = true;
}

function showMap() {
  byId('map-part').hidden = points.count === 0;
  byId('no-points').hidden = points.count > 0;
  byId('legend').replaceChildren(
    ...[0, 1, 2, 3].map((severity) => element('li', {}, markOf(severity), t('severity' + severity))),
  );
  canvas.setAttribute('aria-label', t('mapLabel', { count: points.count }));
  const lost = points.count === 0 ? 0 : points.count - crowdedBox.inside;
  byId('far').hidden = lost === 0;
  byId('far-text').textContent = t('farAway', { count: lost });
  byId('points-held').hidden = meta.points.held === meta.points.all;
  byId('points-held').textContent = t('pointsHeld', meta.points);
  showCard();
  drawSoon();
}

function startMap() {
  byId('zoom-in').addEventListener('click', () => zoom(1.6));
  byId('zoom-out').addEventListener('click', () => zoom(1 / 1.6));
  byId('fit').addEventListener('click', () => lookAt(crowdedBox));
  byId('show-all').addEventListener('click', () => lookAt(wholeBox()));
  if (points.count === 0) return;
  fitCanvas();
  lookAt(crowdedBox);
  new ResizeObserver(() => {
    fitCanvas();
    draw();
  }).observe(canvas);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawSoon);
}
`;
