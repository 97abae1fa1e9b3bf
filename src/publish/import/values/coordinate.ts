/** One number of a position, as it was written. */
export interface Coordinate {
  readonly value: number;
  /** How many digits stood behind the point, of degrees. */
  readonly decimals: number;
  /** What a letter said it is. */
  readonly axis?: 'lng' | 'lat' | undefined;
  /** It was written in no way that is sure: somebody should look. */
  readonly isGuess?: boolean | undefined;
  /** Of degrees with minutes: what they say if these are digits behind the point, 53⁰ 44' 79.63 for 53.447963. */
  readonly digits?: number | undefined;
  /** Its minutes or seconds are 60 or more, which only digits can be. */
  readonly isOver?: boolean | undefined;
}

const degreeMark = /[°º˚]|度/;
/** 121°28′25.3″E, 121度28分25.3秒, 121:28:25, E121 28 25. The separator after degrees decides what follows. */
const sexagesimal =
  /^(\d{1,3})\s*(?:[°º˚:]|度|\s)\s*(\d{1,2}(?:\.\d+)?|\d{3,9})\s*(?:['′’‘´:]|分|\s|$)?\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”“]|''|′′|秒)?)?$/;

/** A number, a text with a degree sign, a letter for its direction, degrees with minutes; else `undefined`. */
export function readCoordinate(cell: unknown): Coordinate | undefined {
  if (typeof cell === 'number') return fromNumber(String(cell), cell);
  if (typeof cell !== 'string') return undefined;
  const plain = cell.trim();
  // By far the most: plain decimals.
  if (/^-?\d{1,3}\.\d+$/.test(plain)) return fromNumber(plain, Number(plain));
  // A superscript zero would become a digit.
  const degrees = plain.replace(/[⁰]/g, '°').replace(/\u00a0/g, ' ');
  return readWritten(degrees.normalize('NFKC').replace(/[\u200b-\u200f\u2060\ufeff]/g, ''));
}

function readWritten(text: string): Coordinate | undefined {
  // A comma or a full stop that came along with the number.
  const bare = text.trim().replace(/(?<=[\d°])\s*[,;。、]+$/, '');
  const { rest, axis, sign } = takeDirection(plainWords(bare));
  const number = /^([+-]?)\s*(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d+)?\s*(?:°|º|˚|度)?$/i.exec(rest);
  if (number !== null) {
    const digits = `${number[1]}${number[2]!.replace(',', '.')}${number[3] ?? ''}`;
    const read = fromNumber(digits, Number(digits) * sign);
    return read && { ...read, axis };
  }
  return readMinutes(rest, axis, sign);
}

function readMinutes(rest: string, axis: Coordinate['axis'], sign: number): Coordinate | undefined {
  const parts = sexagesimal.exec(rest.replace(/^[+-]\s*/, '').trim());
  if (parts === null) return undefined;
  const [, degrees, written = '', seconds] = parts;
  if (!degreeMark.test(rest) && seconds === undefined && axis === undefined) return undefined;
  // 51:702247N has lost the point in its minutes.
  const minutes = /^\d{3,}$/.test(written) ? insertPoint(written) : written;
  const turn = (/^-/.test(rest) ? -1 : 1) * sign;
  const value = (Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600) * turn;
  // A second is 1/3600°: its tenth is as good as five decimals.
  const fraction = (seconds ?? minutes).split('.')[1]?.length ?? 0;
  const decimals = (seconds === undefined ? 2 : 4) + fraction;
  const isOver = Number(minutes) >= 60 || Number(seconds ?? 0) >= 60;
  const digits =
    Number(`${degrees}.${written.replace('.', '')}${(seconds ?? '').replace('.', '')}`) * turn;
  const isGuess = isOver || minutes !== written;
  // Its pair may be over, though this one is not.
  return { value: isOver ? digits : value, decimals, axis, isGuess, digits, isOver };
}

function insertPoint(minutes: string): string {
  const places = Number(minutes.slice(0, 2)) < 60 ? 2 : 1;
  return `${minutes.slice(0, places)}.${minutes.slice(places)}`;
}

/** Words for signs: minus 2°, 53.4 deg North. An altitude behind the degrees, `°,0m`, is dropped. */
function plainWords(text: string): string {
  return text
    .replace(/^(?:minus|负)\s*/i, '-')
    .replace(/\s*deg(?:rees?|s)?\.?(?=\s|$)/i, '°')
    .replace(/°\s*,\s*\d+(?:\.\d+)?\s*m$/i, '°');
}

const directions: readonly [RegExp, 'lng' | 'lat', 1 | -1][] = [
  [
    /^(?:东经|東經|(?:OS\s+)?[eE](?:ast(?:ing)?s?)?[.:：]?)\s*|\s*(?:东经|東經|°?\s*[eE](?:ast)?)$/,
    'lng',
    1,
  ],
  [/^(?:西经|西經|[wW](?:est)?[.:：]?)\s*|\s*(?:西经|西經|°?\s*[wW](?:est)?)$/, 'lng', -1],
  [
    /^(?:北纬|北緯|(?:OS\s+)?[nN](?:orth(?:ing)?s?)?[.:：]?)\s*|\s*(?:北纬|北緯|°?\s*[nN](?:orth)?)$/,
    'lat',
    1,
  ],
  [/^(?:南纬|南緯|[sS](?:outh)?[.:：]?)\s*|\s*(?:南纬|南緯|°?\s*[sS](?:outh)?)$/, 'lat', -1],
  [/^(?:经度|經度|longitude|long|lng|lon)\s*[:=]?\s*/i, 'lng', 1],
  [/^(?:纬度|緯度|latitude|lat)\s*[:=]?\s*/i, 'lat', 1],
];

function takeDirection(text: string) {
  for (const [pattern, axis, sign] of directions) {
    if (pattern.test(text)) return { rest: text.replace(pattern, '').trim(), axis, sign };
  }
  return { rest: text, axis: undefined, sign: 1 };
}

function fromNumber(text: string, value: number): Coordinate | undefined {
  if (!Number.isFinite(value)) return undefined;
  const decimals = /\.(\d*)$/.exec(text)?.[1]?.length ?? 0;
  return { value, decimals };
}
