/* The page's script: the map drawn. */
export const scriptMapDraw = `
let drawing = false;

function drawSoon() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(draw);
}

function draw() {
  drawing = false;
  if (view.width === 0) return;
  const colours = coloursNow();
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, view.width, view.height);
  drawGraticule(colours);
  drawOutlines(colours);
  // The worst on top.
  for (const severity of [3, 2, 1, 0]) drawPoints(severity, colours);
  drawChosen(colours);
  drawScaleBar(colours);
}

function coloursNow() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  return {
    ground: colour('--map-ground'),
    line: colour('--map-line'),
    outline: colour('--map-outline'),
    ink: colour('--quiet'),
    strong: colour('--ink'),
    severity: [0, 1, 2, 3].map((severity) => colour('--severity' + severity)),
  };
}

/** 1, 2 or 5 times a power of ten, at least that much. */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= value * 0.999);
}

function drawGraticule(colours) {
  pen.strokeStyle = colours.line;
  pen.fillStyle = colours.ink;
  pen.lineWidth = 1;
  pen.font = '11px system-ui, sans-serif';
  const stepLat = roundUp(90 / view.scale);
  const stepLng = roundUp(110 / view.scale / shrink);
  const places = (step) => Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const halfWidth = view.width / 2 / view.scale;
  const halfHeight = view.height / 2 / view.scale;
  pen.beginPath();
  for (
    let i = Math.ceil((view.x - halfWidth) / shrink / stepLng);
    i * stepLng * shrink < view.x + halfWidth;
    i++
  ) {
    const x = Math.round(screenX(i * stepLng * shrink)) + 0.5;
    pen.moveTo(x, 0);
    pen.lineTo(x, view.height);
    const side = i < 0 ? '°W' : '°E';
    pen.fillText(Math.abs(i * stepLng).toFixed(places(stepLng)) + side, x + 4, 13);
  }
  for (
    let i = Math.ceil((-view.y - halfHeight) / stepLat);
    i * stepLat < -view.y + halfHeight;
    i++
  ) {
    const y = Math.round(screenY(-i * stepLat)) + 0.5;
    pen.moveTo(0, y);
    pen.lineTo(view.width, y);
    const side = i < 0 ? '°S' : '°N';
    if (y > 30) pen.fillText(Math.abs(i * stepLat).toFixed(places(stepLat)) + side, 4, y - 4);
  }
  pen.stroke();
}

function drawOutlines(colours) {
  pen.strokeStyle = colours.outline;
  pen.fillStyle = colours.ink;
  pen.lineWidth = 1.5;
  pen.lineJoin = 'round';
  for (const { name, rings } of outlines) {
    const box = { west: Infinity, east: -Infinity, north: Infinity, south: -Infinity };
    pen.beginPath();
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i += 2) {
        const x = screenX(ring[i] * shrink);
        const y = screenY(-ring[i + 1]);
        if (i === 0) pen.moveTo(x, y);
        else pen.lineTo(x, y);
        box.west = Math.min(box.west, x);
        box.east = Math.max(box.east, x);
        box.north = Math.min(box.north, y);
        box.south = Math.max(box.south, y);
      }
    }
    pen.stroke();
    pen.font = '12px system-ui, sans-serif';
    const room = box.east - box.west - pen.measureText(name).width;
    if (room > 10) {
      pen.textAlign = 'center';
      pen.fillText(name, (box.west + box.east) / 2, (box.north + box.south) / 2);
      pen.textAlign = 'start';
    }
  }
}

/** The numbers of the points of each severity. */
const pointsBySeverity = [0, 1, 2, 3].map((severity) =>
  [...points.severity.keys()].filter((point) => points.severity[point] === severity),
);

function drawPoints(severity, colours) {
  const near = view.scale > 8000;
  const size = severity === 3 ? (near ? 10 : 7) : near ? 15 : 12;
  const stamp = stampOf(severity, size, colours);
  // Of points that would hide each other one is drawn: 200,000 cost no more than the screen has room for.
  const cellSize = near ? 1 : severity === 3 ? 3 : 2;
  const columns = Math.ceil(view.width / cellSize) + 1;
  const taken = new Uint8Array(columns * (Math.ceil(view.height / cellSize) + 1));
  for (const point of pointsBySeverity[severity]) {
    const x = screenX(xs[point]);
    const y = screenY(ys[point]);
    if (x < 0 || y < 0 || x >= view.width || y >= view.height) continue;
    const cell = Math.floor(y / cellSize) * columns + Math.floor(x / cellSize);
    if (taken[cell] === 1) continue;
    taken[cell] = 1;
    pen.drawImage(stamp, x - stamp.size / 2, y - stamp.size / 2, stamp.size, stamp.size);
  }
}

/** A mark drawn once, to be copied: with a rim in the ground's colour, so that neighbours stay apart. */
function stampOf(severity, size, colours) {
  const dots = window.devicePixelRatio || 1;
  const stamp = document.createElement('canvas');
  const whole = size + 4;
  stamp.width = stamp.height = Math.ceil(whole * dots);
  const stampPen = stamp.getContext('2d');
  stampPen.scale((dots * size) / 12, (dots * size) / 12);
  stampPen.translate(24 / size, 24 / size);
  const mark = new Path2D(marks[severity]);
  stampPen.strokeStyle = colours.ground;
  stampPen.lineWidth = 24 / size;
  stampPen.lineJoin = 'round';
  stampPen.stroke(mark);
  stampPen.fillStyle = colours.severity[severity];
  stampPen.fill(mark);
  return Object.assign(stamp, { size: whole });
}

function drawChosen(colours) {
  pen.strokeStyle = colours.strong;
  pen.lineWidth = 2;
  for (const point of chosen.points) {
    pen.beginPath();
    pen.arc(screenX(xs[point]), screenY(ys[point]), 11, 0, 2 * Math.PI);
    pen.stroke();
  }
  // Where Enter would choose.
  if (canvas.matches(':focus-visible')) {
    const [x, y] = [view.width / 2, view.height / 2];
    pen.lineWidth = 1;
    pen.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      pen.moveTo(x + 5 * dx, y + 5 * dy);
      pen.lineTo(x + 14 * dx, y + 14 * dy);
    }
    pen.stroke();
  }
}

function drawScaleBar(colours) {
  const meters = roundUp((45 / view.scale) * metersPerUnit);
  const length = (meters / metersPerUnit) * view.scale;
  const text = meters >= 1000 ? shownValue(meters / 1000) + ' km' : shownValue(meters) + ' m';
  const [x, y] = [12, view.height - 12];
  pen.fillStyle = colours.ground;
  pen.fillRect(x - 6, y - 22, length + 12, 28);
  pen.strokeStyle = pen.fillStyle = colours.strong;
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(x, y - 5);
  pen.lineTo(x, y);
  pen.lineTo(x + length, y);
  pen.lineTo(x + length, y - 5);
  pen.stroke();
  pen.font = '11px system-ui, sans-serif';
  pen.textAlign = 'center';
  pen.fillText(text, x + length / 2, y - 7);
  pen.textAlign = 'start';
}
`;
