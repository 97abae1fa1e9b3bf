import { type Coordinate, readCoordinate } from './coordinate';

/** Two coordinates of one cell, as written: which is which is for the column to say. */
export type CoordinatePair = readonly [Coordinate, Coordinate];

/** "121.47,31.23", "POINT (121.47 31.23)", [121.47, 31.23], { lng, lat }, "东经121.47°，北纬31.23°". */
export function readCoordinatePair(cell: unknown): CoordinatePair | undefined {
  if (typeof cell === 'object' && cell !== null) return fromObject(cell);
  if (typeof cell !== 'string') return undefined;
  const text = cell.normalize('NFKC').trim();
  if (/^[[{]/.test(text)) {
    const parsed = parse(text);
    if (parsed !== undefined) return fromObject(parsed);
  }
  const inner = text
    .replace(/^(?:SRID=\d+;\s*)?POINT\s*Z?\s*/i, '')
    .replace(/^[([{]\s*|\s*[)\]}]$/g, '')
    .replace(/^(?:经纬度|坐标|經緯度|座標)\s*[::]?\s*/, '');
  return splitPair(inner);
}

function splitPair(text: string): CoordinatePair | undefined {
  // With decimal commas the other separators come first.
  for (const separator of [
    /[;;/|\n]+/,
    /[,,、]\s*/,
    /\s+/,
    /(?<=[EWNS度°])(?=[EWNS东西南北\d])/i,
  ]) {
    const parts = text.split(separator).filter((part) => part.trim() !== '');
    if (parts.length < 2 || parts.length > 3) continue;
    const [first, second] = parts.slice(0, 2).map((part) => readCoordinate(part.trim()));
    if (first !== undefined && second !== undefined) return [first, second];
  }
  // The direction of the second marks where it begins: 121°28′25″E 31°13′48″N.
  const marked =
    /^(.*?[EWNS])\s*[,;]?\s*(\d.*)$/i.exec(text) ??
    /^(.*?)\s*[,;]?\s*([北东NE]\D*\d.*)$/.exec(text);
  const [first, second] = (marked?.slice(1) ?? []).map((part) => readCoordinate(part.trim()));
  return first !== undefined && second !== undefined ? [first, second] : undefined;
}

function fromObject(value: object): CoordinatePair | undefined {
  const {
    lng,
    lon = lng,
    longitude = lon,
    lat,
    latitude = lat,
    x = longitude,
    y = latitude,
    coordinates,
  } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(coordinates)) return fromObject(coordinates);
  const [a, b] = Array.isArray(value) ? value : [x, y];
  const [first, second] = [readCoordinate(a), readCoordinate(b)];
  return first !== undefined && second !== undefined ? [first, second] : undefined;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
