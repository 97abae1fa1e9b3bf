import { cellText, isNothing } from '../values/cell-text';
import { readCoordinate } from '../values/coordinate';
import { readCoordinatePair } from '../values/coordinate-pair';
import type { DistrictNames } from '../values/districts';
import { fold } from '../values/fold';
import { readPhones } from '../values/phone';
import { wordLists } from '../words/vocabularies';

/** Whether one cell's text looks like the field; and the part of the cells that must. */
type Look = readonly [
  field: string,
  part: number,
  test: (text: string, names: DistrictNames) => boolean,
];

const isFraction = (text: string, least: number, most: number) => {
  const read = readCoordinate(text);
  return read !== undefined && read.decimals >= 3 && read.value >= least && read.value <= most;
};

/** The surest first. China lies between 73° and 135° east, 18° and 54° north. */
const looks: readonly Look[] = [
  ['lng', 0.8, (text) => isFraction(text, 73, 136)],
  ['lat', 0.8, (text) => isFraction(text, 17, 54)],
  [
    'position',
    0.8,
    (text) =>
      (/\d(?:\.\d{3}|,\d{4})/.test(text) || /^[[{]/.test(text)) &&
      readCoordinatePair(text) !== undefined,
  ],
  ['phone', 0.7, (text) => text.length >= 7 && isPhone(text)],
  [
    'hours',
    0.6,
    (text) =>
      /\d{1,2}\s*[:：.点时]\d{0,2}.*(?:[-—–~～至到]|to).*\d|24\s*小时|全天|24\/7/.test(text) &&
      text.length < 80,
  ],
  [
    'district',
    0.8,
    (text, names) => /[区县市旗]$/.test(text) && names.read(text).code !== undefined,
  ],
  ['kind', 0.8, (text) => wordLists.kinds.exact(fold(text)) !== undefined],
  ['services', 0.6, (text) => /[、,，;；]/.test(text) && isList(text)],
  [
    'address',
    0.6,
    (text) =>
      text.length >= 5 && /(?:路|街|道|弄|巷|镇|村|大道).*\d+\s*(?:号|弄|室|幢|栋|楼)?/.test(text),
  ],
  [
    'name',
    0.6,
    (text) =>
      text.length <= 40 &&
      /(?:驿站|之家|服务中心|接力站|服务站|服务点|站|中心|阵地|港湾|公厕)(?:[（(].*[）)])?$/.test(
        text,
      ),
  ],
];

function isPhone(text: string): boolean {
  const { phone, hasWords } = readPhones(text);
  return phone !== undefined && !hasWords && /^1[3-9]\d{9}|^0\d{2,3}-?\d{7,8}|^[48]00/.test(phone);
}

function isList(text: string): boolean {
  const items = text.split(/[、,，;；]/).filter((item) => item.trim() !== '');
  const known = items.filter((item) => wordLists.services.scan(fold(item)).codes.length > 0);
  return known.length >= items.length / 2;
}

/** What the cells of a column look like, of the fields that no header claimed; `undefined`: nothing of ours. */
export function readColumnContent(
  cells: readonly unknown[],
  isFree: (field: string) => boolean,
  names: DistrictNames,
): string | undefined {
  const texts = cells.map(cellText).filter((text) => !isNothing(text));
  if (texts.length === 0) return undefined;
  return looks.find(([field, part, test]) => {
    if (!isFree(field)) return false;
    const fitting = texts.filter((text) => test(text, names)).length;
    return fitting >= texts.length * part;
  })?.[0];
}

/** Whether nearly all cells are positions, whatever the header says. */
export function arePositions(cells: readonly unknown[], names: DistrictNames): boolean {
  return readColumnContent(cells, (field) => field === 'position', names) === 'position';
}

/** Whether a column could hold names for want of another: words, nearly every one different. */
export function couldBeNames(cells: readonly unknown[]): boolean {
  const texts = cells.map(cellText).filter((text) => !isNothing(text));
  const words = texts.filter((text) => /\p{L}{2}/u.test(text) && text.length <= 60);
  return (
    texts.length > 0 &&
    words.length >= texts.length * 0.9 &&
    new Set(words).size >= words.length * 0.8
  );
}
