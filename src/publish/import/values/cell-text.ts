import type { Cell } from '../tables/grid';
import { timeOfDay } from './time-of-day';

/** Blanks as `trim` knows them, and those without width that come along when text is copied. */
const edges = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/g;

/** A cell as its text: numbers in full, dates as `YYYY-MM-DD`, times as `HH:MM`; nothing is ''. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return cell.replace(edges, '');
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (cell instanceof Date) return dateText(cell);
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** Digits without an exponent: 13800000000 is a phone number. */
function numberText(number: number): string {
  return Number.isInteger(number) && Math.abs(number) >= 1e15
    ? BigInt(number).toString()
    : String(number);
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Workbooks keep times as parts of day 0, which is the end of 1899.
  if (date.getUTCFullYear() < 1901) return timeOfDay((date.getTime() / 86_400_000) % 1);
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}

const nothing = new Set([
  ...[
    '',
    '[]',
    '{}',
    '/',
    '\\',
    '//',
    '-',
    '--',
    '---',
    '—',
    '——',
    '–',
    '_',
    '.',
    '。',
    '?',
    '？',
    '*',
    '、',
  ],
  ...['无', '暂无', '没有', '空', '不详', '未知', '待定', '待补充', '未填', '无数据', '暂缺', '缺'],
  ...['na', 'n/a', '#n/a', '#ref!', '#value!', '#name?', '#div/0!', '#null!', 'null', '(null)'],
  ...['none', 'nil', 'nan', 'undefined', 'unknown', 'not known', 'not stated', 'tbc', 'tbd'],
  ...['無', '暫無', '沒有', '不詳', '待補充', '未填寫', '無數據'],
]);

/** Whether a text only says that there is nothing to say. */
export function isNothing(text: string): boolean {
  return text.length < 12 && nothing.has(text.toLowerCase());
}

const same = new Set(['同上', '〃', '″', "''", '"', '同前', 'ditto']);

/** Whether a text stands for what the row above says. */
export function isSameAsAbove(text: string): boolean {
  return text.length < 6 && same.has(text);
}
