import { fieldNames } from '../../../dataset/station';
import { wordLists } from '../words/vocabularies';
import { headerPatterns } from './header-patterns';
import { type HeaderText, readHeader } from './header-text';
import { headerWords, otherHeaders } from './header-words';
import { isOneEditApart } from './one-edit';

/** What a header says of its column. */
export interface HeaderReading extends HeaderText {
  readonly field: string | undefined;
  /** The surer of two columns gets a field that takes only one: 3 in full, 2 by a part, 1 misspelt. */
  readonly certainty: 0 | 1 | 2 | 3;
  /** It is known to be something else: what its cells look like does not matter. */
  readonly isOther: boolean;
}

const fieldByWord: ReadonlyMap<string, string | undefined> = new Map([
  ...otherHeaders.split('|').map((word): [string, undefined] => [word, undefined]),
  ...Object.entries(headerWords).flatMap(([field, words]) =>
    words.split('|').map((word): [string, string] => [word, field]),
  ),
  // Last, for the last one counts: no field loses its own name to a synonym of another.
  ...fieldNames.map((name): [string, string] => [name.toLowerCase(), name]),
]);

/** What brackets may say that decides: 坐标（经度）, Name (EN), 开放时间（结束）. */
const remarkFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  position: {
    经度: 'lng',
    东经: 'lng',
    lng: 'lng',
    x: 'lng',
    纬度: 'lat',
    北纬: 'lat',
    lat: 'lat',
    y: 'lat',
  },
  name: { en: 'nameEn', english: 'nameEn', 英文: 'nameEn', 英: 'nameEn' },
  hours: {
    开: 'opens',
    开始: 'opens',
    起: 'opens',
    开门: 'opens',
    关: 'closes',
    结束: 'closes',
    止: 'closes',
    关门: 'closes',
    工作日: 'hours-workdays',
    周末: 'hours-weekend',
    双休日: 'hours-weekend',
    节假日: 'hours-holidays',
    夏季: 'hours-summer',
    冬季: 'hours-winter',
  },
};

/** Words around the name of a facility in a yes/no column: 是否有空调, 饮水机（台）, 微波炉数量. */
const before = /^(?:是否(?:能|可)?|有无|能否|可否)?(?:提供|配备|配有|具备|设有|设置|有|免费|可)?/;
const after = /(?:是否|有无|设施|设备|数量|情况|台数|个数|配备|提供|available|provided|服务|\?)+$/;

/** What a column's header means, by itself. */
export function readColumnHeader(header: string): HeaderReading {
  const text = readHeader(header);
  const { plain, spaced, remarks } = text;
  const found = (general: string | undefined, certainty: 1 | 2 | 3): HeaderReading => {
    const special = remarks.map((remark) => remarkFields[general ?? '']?.[remark]).find(Boolean);
    const field = special ?? general;
    const isOther = field === undefined && certainty > 1;
    return { ...text, field, isOther, certainty: field === undefined ? 0 : certainty };
  };
  if (plain === '' || plain.length > 30) return found(undefined, 1);
  if (fieldByWord.has(plain)) return found(fieldByWord.get(plain), 3);
  const service = serviceOf(plain, spaced);
  if (service !== undefined) return found(`service:${service}`, 3);
  const field = readPart(spaced);
  if (field !== undefined) return found(field, 2);
  for (const [pattern, meant] of headerPatterns) if (pattern.test(plain)) return found(meant, 2);
  return found(misspelt(plain), 1);
}

/** A header that is the name of one service, or asks whether there is it. */
function serviceOf(plain: string, spaced: string): string | undefined {
  for (const text of [spaced, plain]) {
    const bare = text.replace(before, '').trim();
    for (const word of [text, bare, bare.replace(after, '').trim()]) {
      const codes = word === '' ? undefined : wordLists.services.exact(word);
      if (codes?.length === 1) return codes[0];
    }
  }
  return undefined;
}

/** Two-line headers, joined by a blank: the lower part says what it is, the upper what of. */
function readPart(spaced: string): string | undefined {
  const at = spaced.lastIndexOf(' ');
  if (at === -1) return undefined;
  const last = spaced.slice(at + 1);
  const isChinese = /[\u4e00-\u9fff]/.test(last);
  const field = fieldByWord.get(last);
  if (isChinese) return field ?? prefixed(serviceOf(last, last));
  // `gcj02 lng` leaves `lng`; other English headers are judged as a whole, but 设施 WiFi is of two lines.
  if (field === 'lng' || field === 'lat') return field;
  const lower = /^\S*[\u4e00-\u9fff]\S* ([a-z ]+)$/.exec(spaced)?.[1];
  return lower && prefixed(serviceOf(lower.replace(/ /g, ''), lower));
}

function prefixed(service: string | undefined): string | undefined {
  return service && `service:${service}`;
}

/** Short words have too many neighbours to guess; so has what is a word of its own. */
function misspelt(plain: string): string | undefined {
  const shortest = /[\u4e00-\u9fff]/.test(plain) ? 4 : 6;
  if (plain.length < shortest) return undefined;
  for (const [word, field] of fieldByWord) {
    if (word.length >= shortest && field !== undefined && isOneEditApart(plain, word)) return field;
  }
  return undefined;
}
