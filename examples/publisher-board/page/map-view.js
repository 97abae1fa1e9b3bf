/** Metres of a degree of latitude, on the mean sphere: enough for a scale. */
const metersPerDegree = 111_195;
const [leastZoom, mostZoom] = [-2, 14];

/** Which part of the Earth a canvas shows, and how fingers, mouse and keys move it. Degrees are drawn as wide as they are in the middle. */
export class MapView {
  constructor(canvas, onChange) {
    this.canvas = canvas;
    this.onChange = onChange;
    this.middle = { lng: 121.47, lat: 31.23 };
    this.zoom = 0;
    /** Pixels of a degree of latitude at zoom 0. */
    this.base = 500;
    this.fingers = new Map();
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = canvas.onpointercancel = (event) => this.up(event);
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.onkeydown = (event) => this.key(event);
  }

  size() {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  scale() {
    return this.base * 2 ** this.zoom;
  }

  squeeze() {
    return Math.cos((this.middle.lat * Math.PI) / 180);
  }

  metersPerPixel() {
    return metersPerDegree / this.scale();
  }

  pixelOf({ lng, lat }) {
    const { width, height } = this.size();
    const scale = this.scale();
    return [
      width / 2 + (lng - this.middle.lng) * this.squeeze() * scale,
      height / 2 - (lat - this.middle.lat) * scale,
    ];
  }

  /** All of these, and a little more. */
  fit(positions) {
    if (positions.length === 0) return;
    let [west, south, east, north] = [180, 90, -180, -90];
    for (const { lng, lat } of positions) {
      [west, east] = [Math.min(west, lng), Math.max(east, lng)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
    this.middle = { lng: (west + east) / 2, lat: (south + north) / 2 };
    const { width, height } = this.size();
    const across = Math.max(0.002, (east - west) * this.squeeze());
    this.base = 0.92 * Math.min(width / across, height / Math.max(0.002, north - south));
    this.zoom = 0;
    this.onChange();
  }

  centre(position) {
    this.middle = { ...position };
    this.zoom = Math.max(this.zoom, 4);
    this.onChange();
  }

  pan(dx, dy) {
    const scale = this.scale();
    this.middle.lng -= dx / scale / this.squeeze();
    this.middle.lat = Math.max(-85, Math.min(85, this.middle.lat + dy / scale));
    this.onChange();
  }

  /** The place under the pixel stays there. */
  zoomBy(steps, [x, y] = [this.size().width / 2, this.size().height / 2]) {
    const { width, height } = this.size();
    const zoom = Math.max(leastZoom, Math.min(mostZoom, this.zoom + steps));
    const keep = 1 - 2 ** (this.zoom - zoom);
    this.pan(-(x - width / 2) * keep, -(y - height / 2) * keep);
    this.zoom = zoom;
    this.onChange();
  }

  down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
    this.travelled = this.fingers.size > 1 ? Infinity : 0;
  }

  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = [event.offsetX, event.offsetY];
    const other = [...this.fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.fingers.set(event.pointerId, now);
    const between = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
    this.travelled += between(now, before);
    if (other === undefined) this.pan(now[0] - before[0], now[1] - before[1]);
    else
      this.zoomBy(
        Math.log2(Math.max(1, between(now, other)) / Math.max(1, between(before, other))),
        other,
      );
  }

  up(event) {
    const at = this.fingers.get(event.pointerId);
    this.fingers.delete(event.pointerId);
    if (at === undefined || event.type === 'pointercancel' || this.travelled > 6) return;
    this.canvas.dispatchEvent(new CustomEvent('map-tap', { detail: at }));
  }

  wheel(event) {
    event.preventDefault();
    this.zoomBy(-event.deltaY / 240, [event.offsetX, event.offsetY]);
  }

  key(event) {
    const step = 60;
    const moves = {
      ArrowLeft: () => this.pan(step, 0),
      ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step),
      ArrowDown: () => this.pan(0, -step),
      '+': () => this.zoomBy(1),
      '=': () => this.zoomBy(1),
      '-': () => this.zoomBy(-1),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }
}
