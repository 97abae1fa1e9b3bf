import type { Finding } from '../../import/finding';
import type { ReportLocale } from '../report-locale';
import { detailInWords } from './detail';
import { placeOf } from './place';

/** A sentence shows no more of what a cell holds: a whole paragraph is in its own column. */
const mostShown = 80;

/** A sentence with its keys filled in from the finding. */
export function fill(says: string, finding: Finding, locale: ReportLocale): string {
  const value = (key: string): string | undefined => shownOf(key, finding, locale);
  return says
    .replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      keysIn(part).every((key) => value(key) !== undefined) ? part : '',
    )
    .replace(/\{([\w-]+)\}/g, (_, key: string) => value(key) ?? '?');
}

/** The keys that a sentence names. */
export function keysIn(says: string): string[] {
  return [...says.matchAll(/\{([\w-]+)\}/g)].map((match) => match[1]!);
}

const has = Object.prototype.hasOwnProperty;

function shownOf(key: string, finding: Finding, locale: ReportLocale): string | undefined {
  const { details, other, origin } = finding;
  if (details !== undefined && has.call(details, key)) {
    // What an outline calls its district goes before what the country does.
    const name = has.call(details, `${key}Name`) ? details[`${key}Name`] : undefined;
    return shown(name === undefined ? detailInWords(key, details[key]!, locale) : String(name));
  }
  if (key === 'other') return other && shown(placeOf(other, locale, origin));
  if (key === 'value' || key === 'column' || key === 'suggestion') {
    const text = finding[key];
    return text === undefined ? undefined : shown(text);
  }
  return undefined;
}

/** On one line, short, and unable to turn the direction of the sentence round. */
function shown(value: string): string {
  const line = value
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const characters = [...line.slice(0, 2 * mostShown + 2)];
  return characters.length > mostShown ? `${characters.slice(0, mostShown).join('')}…` : line;
}
