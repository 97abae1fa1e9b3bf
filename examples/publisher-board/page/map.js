import { byId } from './elements.js';
import { drawMark, drawScale } from './map-marks.js';
import { MapView } from './map-view.js';
import { say } from './words.js';

/** How near a tap has to be, in pixels. */
const reach = 14;

/** The stations on a canvas: kinds by colour, what changed by a mark. No tiles, nothing from elsewhere. */
export class StationMap {
  constructor(onStation) {
    this.canvas = byId('map');
    this.canvas.tabIndex = 0;
    // Arrow keys move the map, so they must reach it.
    this.canvas.setAttribute('role', 'application');
    this.canvas.setAttribute('aria-describedby', 'map-help');
    this.view = new MapView(this.canvas, () => this.draw());
    this.points = [];
    this.onStation = onStation;
    this.chosen = undefined;
    this.canvas.addEventListener('map-tap', ({ detail }) => this.tap(detail));
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  /** @param points `{ station, colour, mark }`: `colour` the name of a CSS property, `mark` what changed */
  set(points) {
    this.points = points;
    this.canvas.setAttribute('aria-label', say('map', { n: points.length }));
    this.draw();
  }

  fit(positions) {
    this.view.fit(positions);
  }

  show(station) {
    this.chosen = station.id;
    this.view.centre(station.position);
  }

  tap([x, y]) {
    let best;
    for (const point of this.points) {
      const [px, py] = this.view.pixelOf(point.station.position);
      const distance = Math.hypot(px - x, py - y);
      if (distance <= reach && !(best?.distance <= distance)) best = { distance, point };
    }
    if (best === undefined) return;
    this.chosen = best.point.station.id;
    this.onStation(best.point.station);
    this.draw();
  }

  draw() {
    const { canvas, view } = this;
    const { width, height } = view.size();
    const ratio = devicePixelRatio;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d');
    context.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement);
    const colourOf = (name) => style.getPropertyValue(name);
    const radius = Math.min(5, 1.6 + view.zoom / 4);
    const isIn = ([x, y]) => x > -9 && y > -9 && x < width + 9 && y < height + 9;
    const marked = [];
    for (const point of this.points) {
      const pixel = view.pixelOf(point.station.position);
      if (!isIn(pixel)) continue;
      if (point.mark !== undefined || point.station.id === this.chosen) marked.push([point, pixel]);
      context.fillStyle = colourOf(point.colour);
      context.beginPath();
      context.arc(...pixel, radius, 0, 2 * Math.PI);
      context.fill();
    }
    // What changed lies over what did not.
    for (const [{ mark, station }, pixel] of marked) {
      if (mark !== undefined)
        drawMark(context, mark, pixel, colourOf(`--${mark}`), colourOf('--ground'));
      if (station.id === this.chosen) drawMark(context, 'chosen', pixel, colourOf('--ink'));
    }
    drawScale(context, view.metersPerPixel(), height, colourOf('--quiet'));
  }
}
