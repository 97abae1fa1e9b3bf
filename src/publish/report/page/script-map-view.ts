/* The page's script: where the map looks, and where points fall on it. */
export const scriptMapView = `
const canvas = byId('map');
const pen = canvas.getContext('2d');

/*
 * Plate carrée, longitudes shrunk by the cosine of the middle latitude: true to scale there, and within a city
 * everywhere. x grows to the east and y to the south, both in degrees of latitude.
 */
const middleLat = points.count === 0 ? 0 : quantile(points.lat, 0.5);
const shrink = Math.max(0.05, Math.cos((middleLat * Math.PI) / 180));
const metersPerUnit = 111195;
const xs = Float64Array.from(points.lng, (lng) => lng * shrink);
const ys = Float64Array.from(points.lat, (lat) => -lat);

const mostPixelsPerUnit = 2e6;
const view = { x: 0, y: 0, scale: 1, width: 0, height: 0 };

function quantile(values, part) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(part * (sorted.length - 1))];
}

/** The box that nearly all points are in: a station at 0, 0 must not make the city a dot. */
function findCrowdedBox() {
  const span = (values) => {
    const low = quantile(values, 0.02);
    const high = quantile(values, 0.98);
    const slack = 0.6 * (high - low) + 0.005;
    return { low: low - slack, high: high + slack };
  };
  return tightened(span(xs), span(ys));
}

const crowdedBox = points.count === 0 ? undefined : findCrowdedBox();

function wholeBox() {
  const all = { low: -Infinity, high: Infinity };
  return tightened(all, all);
}

/** Around the points that are within. */
function tightened(x, y) {
  const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity, inside: 0 };
  for (let i = 0; i < points.count; i++) {
    if (xs[i] < x.low || xs[i] > x.high || ys[i] < y.low || ys[i] > y.high) continue;
    box.inside++;
    box.west = Math.min(box.west, xs[i]);
    box.east = Math.max(box.east, xs[i]);
    box.north = Math.min(box.north, ys[i]);
    box.south = Math.max(box.south, ys[i]);
  }
  return box;
}

function lookAt(box) {
  const margin = 28;
  const fits = (pixels, units) => Math.max(40, pixels - 2 * margin) / Math.max(units, 0.002);
  view.x = (box.west + box.east) / 2;
  view.y = (box.north + box.south) / 2;
  view.scale = Math.min(
    fits(view.width, box.east - box.west),
    fits(view.height, box.south - box.north),
  );
  drawSoon();
}

function zoom(factor, atX = view.width / 2, atY = view.height / 2) {
  const scale = Math.min(mostPixelsPerUnit, Math.max(0.5, view.scale * factor));
  // What is under the pointer stays under it.
  view.x += (atX - view.width / 2) * (1 / view.scale - 1 / scale);
  view.y += (atY - view.height / 2) * (1 / view.scale - 1 / scale);
  view.scale = scale;
  drawSoon();
}

function pan(pixelsX, pixelsY) {
  view.x += pixelsX / view.scale;
  view.y += pixelsY / view.scale;
  drawSoon();
}

const screenX = (x) => (x - view.x) * view.scale + view.width / 2;
const screenY = (y) => (y - view.y) * view.scale + view.height / 2;

/** The points at a place of the screen: the nearest within so many pixels, and what is under the same mark. */
function pointsAt(atX, atY, within) {
  let nearest = -1;
  let least = within * within;
  for (let i = 0; i < points.count; i++) {
    const square = (screenX(xs[i]) - atX) ** 2 + (screenY(ys[i]) - atY) ** 2;
    // Of two on one spot the worse.
    if (square < least || (square === least && points.severity[i] < points.severity[nearest])) {
      least = square;
      nearest = i;
    }
  }
  if (nearest === -1) return [];
  const found = [];
  for (let i = 0; i < points.count; i++) {
    const square = (xs[i] - xs[nearest]) ** 2 + (ys[i] - ys[nearest]) ** 2;
    if (i !== nearest && square * view.scale ** 2 <= 9) found.push(i);
  }
  found.sort((a, b) => points.severity[a] - points.severity[b] || a - b);
  return [nearest, ...found];
}

/** The canvas gets as many dots as the screen has. */
function fitCanvas() {
  const { clientWidth, clientHeight } = canvas;
  const dots = window.devicePixelRatio || 1;
  view.width = clientWidth;
  view.height = clientHeight;
  canvas.width = Math.round(clientWidth * dots);
  canvas.height = Math.round(clientHeight * dots);
  pen.setTransform(dots, 0, 0, dots, 0, 0);
}
`;
