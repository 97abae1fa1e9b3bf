import { type HoursReading, readHoursText } from '../../hours-text';
import { cellText } from '../values/cell-text';
import { timeOfDay } from '../values/time-of-day';
import { readYesNo } from '../values/yes-no';
import type { RowDraft } from './row-draft';

/** What the cells of one row say of its hours, each with its column. */
export type HoursParts = Map<string, { readonly text: string; readonly column: string }>;

/** The order in which parts make a sentence, and the words for what their column says. */
const qualified: readonly (readonly [string, string])[] = [
  ['hours-workdays', '工作日'],
  ['hours-weekend', '周末'],
  ['hours-holidays', '节假日'],
  ['hours-summer', '夏季'],
  ['hours-winter', '冬季'],
];

const cache = new Map<string, HoursReading>();

/** Sheets say the same hours over and over, and reading them is slow. */
function read(text: string): HoursReading {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const reading = readHoursText(text);
  if (cache.size >= 20_000) cache.clear();
  cache.set(text, reading);
  return reading;
}

/** Puts the parts together and reads them: what is sure goes to `hours`, what was written to `hoursText`. */
export function readHours(parts: HoursParts, draft: RowDraft): void {
  if (parts.size === 0) return;
  const own = parts.get('hoursText');
  const composed = compose(parts);
  if (composed === undefined) {
    if (own !== undefined) readOne(own.text, own.column, draft);
    return;
  }
  // Where a remark only repeats the hours, it changes nothing.
  const isRepeated = composed.note !== undefined && isSame(composed.main, composed.note);
  readOne(isRepeated ? composed.main : composed.text, composed.column, draft);
  // A dataset of ours has both.
  if (own !== undefined) draft.set('hoursText', own.text, own.column);
}

/** `9:00` is valid, but every other way of writing it becomes `09:00`. */
const twoDigits = (hours: string) => hours.replace(/(?<![\d:])(\d:\d\d)/g, '0$1');

function readOne(text: string, column: string, draft: RowDraft): void {
  const { hours: found, guess, doubts } = read(text);
  const hours = found && twoDigits(found);
  if (hours !== undefined) draft.set('hours', hours, column);
  if (found !== text) draft.set('hoursText', text, column);
  if (hours !== undefined) return;
  draft.find({
    severity: 'warning',
    code: 'hours-unreadable',
    column,
    value: text,
    ...(guess !== undefined && { suggestion: guess }),
    ...(doubts.length > 0 && { details: { doubts: doubts.join('; ') } }),
  });
}

function compose(parts: HoursParts) {
  const pieces: string[] = [];
  const columns: string[] = [];
  const take = (field: string) => {
    const part = parts.get(field);
    if (part !== undefined) columns.push(part.column);
    return part?.text;
  };
  const always = take('always-open');
  const isAlways = always !== undefined && readYesNo(always) === true;
  if (!isAlways) columns.pop();
  const span = take('hours') ?? takeSpan(take);
  const days = take('days');
  if (span !== undefined) pieces.push(days === undefined ? span : `${days} ${span}`);
  else if (isAlways) pieces.push(days === undefined ? '24/7' : `${days} 00:00-24:00`);
  for (const [field, word] of qualified) {
    const text = take(field);
    if (text !== undefined) pieces.push(`${word} ${text}`);
  }
  if (pieces.length === 0 && days !== undefined) pieces.push(days);
  const note = take('hours-note');
  if (pieces.length === 0) return undefined;
  const main = pieces.join('；');
  return { main, note, text: note === undefined ? main : `${main}；${note}`, column: columns[0]! };
}

function isSame(a: string, b: string): boolean {
  const { hours } = read(a);
  return hours !== undefined && hours === read(b).hours;
}

const aSpan =
  /\d.*(?:[-–—~～至到]|to|until).*(?:\d|dusk|sunset|dark)|(?:dawn|sunrise).*(?:[-–—]|to)/i;

/** Opening and closing time, which either column may give both. */
function takeSpan(take: (field: string) => string | undefined): string | undefined {
  const opens = take('opens');
  const closes = take('closes');
  if (opens === undefined) return closes === undefined ? undefined : `-${closes}`;
  // 08.00 - 18.00 beside 18.00 - 08.00: the second is when it is closed.
  if (aSpan.test(opens) || closes === undefined) return opens;
  return `${clock(opens)}-${clock(closes)}`;
}

/** 9, 0900, 9点 as 09:00; what is no time stays as it is. */
function clock(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(\d{1,2})(?:[:.时点](\d{2})?分?)?(?::00)?$/.exec(plain) ?? /^(\d{1,2})(\d\d)$/.exec(plain);
  if (match === null || Number(match[1]) > 24 || Number(match[2] ?? 0) > 59) return plain;
  return `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** A cell about hours as text: workbooks keep a time as a part of the day. */
export function hoursCellText(cell: unknown, field: string): string {
  const isTime = field === 'opens' || field === 'closes';
  const part = typeof cell === 'string' && /^0?\.\d{4,}$|^[01]$/.test(cell) ? Number(cell) : cell;
  if (isTime && typeof part === 'number' && part >= 0 && part <= 1) return timeOfDay(part);
  return cellText(cell).replace(/\s*\n\s*/g, '；');
}
