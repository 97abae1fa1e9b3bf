import type { Station } from '../dataset/station';
import { cleanText } from './text';

/** `-` or a space between groups of digits. */
const gap = '[ -]?';
const local = `\\d{3,4}${gap}\\d{4}`;

const mobile = `1[3-9]\\d${gap}\\d{4}${gap}\\d{4}`;
const toll = `[48]00(?:${gap}\\d){7}`;

/** The shapes of numbers in use, each whole; anything else is not a number to dial. */
const numbers = [
  // With the country: ours, whose area codes lose their 0, and any other.
  `(?:(?:\\+|00)86${gap}|86-)(?:${mobile}|${toll}|\\(?0?\\)?\\d{2,3}\\)?${gap}${local})`,
  `(?:\\+|00)(?!86)[1-9](?:[ -]?\\(?\\d\\)?){6,14}`,
  mobile,
  toll,
  `\\(?0\\d{2,3}\\)?${gap}${local}`,
  `(?=[2-9])${local}`,
  // Emergency and service numbers: 110, 12345, 95598, 962222.
  `1[12]\\d|1\\d{4}|9[56]\\d{3,4}`,
];
const extension = '(?: ?(?:转|轉|分机|;?ext[.=]?|x|#|-) ?(\\d{1,6}))?';
const dialable = new RegExp(`(?:^|[^\\d+*#-])(${numbers.join('|')})${extension}(?![\\d*#])`, 'i');

/** The longest text that is looked into. */
const longest = 200;

/**
 * A link that dials the station's number: the first where there are several (`a/b`). Full-width digits are
 * read, `0086` is `+86`, and an extension is dialled after a pause. `undefined` when `phone` holds no
 * number in use in China or with a country code, or letters other than `tel`, `phone` or `ext`.
 *
 * @example
 * telLink({ ...set.get('a'), phone: '电话:021-1234567８转801' }); // 'tel:02112345678,801'
 * telLink({ ...set.get('a'), phone: '暂无' }); // undefined
 */
export function telLink(station: Pick<Station, 'phone'>): string | undefined {
  const text = cleanText(station.phone, longest)
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[‐-―−]/g, '-');
  if (/[a-z]/i.test(text.replace(/\b(?:tel|phone)\b|ext|x(?= ?\d)/gi, ''))) return undefined;
  const [, number, inner] = dialable.exec(text) ?? [];
  if (number === undefined) return undefined;
  const digits = number
    .replace(/[^\d+]/g, '')
    .replace(/^00|^(?=86\d{9})/, '+')
    .replace(/^\+860/, '+86');
  // RFC 3966 writes `;ext=801`, which Android's dialler turns into digits, letter by letter.
  return `tel:${digits}${inner === undefined ? '' : `,${inner}`}`;
}
