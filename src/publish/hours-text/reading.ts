import { isOpeningHours } from '../../dataset/hours/parse';
import { InvalidOptionError } from '../../errors';
import { readClauses } from './clauses';
import { compose } from './compose';
import { confidenceThreshold, Doubts } from './confidence';
import { resolveDayWords } from './day-words';
import { joinEdges } from './edges';
import { type NormalText, normalise } from './normalise';
import { nameOthers } from './others';
import type { Clause } from './parts';
import { readElements } from './read-elements';
import { dropRemarks } from './remarks';
import { type Token, tokenise } from './tokens';

/** What a text about opening hours was understood to say. */
export interface HoursReading {
  /** In OpenStreetMap `opening_hours` syntax; missing when nothing was understood with enough confidence. */
  readonly hours?: string;
  /** 0 to 1. At or above `confidenceThreshold` `hours` is given. */
  readonly confidence: number;
  /** What would have been read, also when below the threshold (for a report). */
  readonly guess?: string;
  /** The parts of the text that were not used, as they stand there. */
  readonly unused: readonly string[];
  /** Why the confidence is not 1, each in a short English phrase. */
  readonly doubts: readonly string[];
}

/** Hours are written shorter; and it keeps the work bounded. */
const longest = 1_000;

/**
 * Reads opening hours written for people, and puts them into OpenStreetMap `opening_hours` syntax.
 * Where two readings are plausible, or a part that may change the meaning is not understood, there are
 * no `hours`: unknown is better than a locked door.
 *
 * @throws InvalidOptionError when `text` is no string
 * @example
 * readHoursText('周一至周五 早8点—晚6点（周四公休）').hours; // 'Mo-We,Fr 08:00-18:00'
 * readHoursText('10点到6点').hours; // undefined
 * readHoursText('10点到6点').doubts; // ['a span that ends before it starts']
 */
export function readHoursText(text: string): HoursReading {
  if (typeof text !== 'string') throw new InvalidOptionError('text', text, 'a string');
  if (text.length > longest) return nothing(`longer than ${longest} characters`);
  // Quoted as a whole, it would be valid: a comment.
  const trimmed = text
    .trim()
    .replace(/^"([^"]*)"$/, '$1')
    .trim();
  const reading = readWords(trimmed);
  if (!isOpeningHours(trimmed)) return reading;
  // Somebody who writes 9:00-5:00 has not the syntax in mind, though it is valid.
  const isLoose = /(?:^|[^\d:])\d:\d\d/.test(trimmed);
  // 8:30-11:30;14:00-17:30 is one day to people, and in the syntax the second alone.
  const isSplit = /^[\d:\-, ]+;[\d:\-,; ]*\d[\d:\-,; ]*$/.test(trimmed);
  if (isSplit) return reading;
  if (isLoose && reading.hours === undefined && reading.guess !== undefined) return reading;
  return { hours: trimmed, guess: trimmed, confidence: 1, unused: [], doubts: [] };
}

function readWords(original: string): HoursReading {
  const normal = normalise(original);
  const doubts = new Doubts();
  const tokens = resolveDayWords(tokenise(normal.text), doubts);
  const { kept, dropped } = dropRemarks(tokens, normal.text, doubts);
  const { elements, unused } = readElements(joinEdges(kept), doubts);
  const clauses = readClauses(nameOthers(elements, doubts), doubts);
  const quoted = ({ start, end }: Clause) =>
    original.slice(normal.origin[start], normal.origin[end]);
  const guess = compose(clauses, quoted, doubts);
  const left = quote([...unused, ...dropped], normal, original);
  if (guess === '') return { ...nothing('no hours in the text', doubts.reasons), unused: left };
  const { confidence, reasons } = doubts;
  const hours = confidence >= confidenceThreshold && isOpeningHours(guess) ? { hours: guess } : {};
  return { ...hours, confidence, guess, unused: left, doubts: reasons };
}

function nothing(doubt: string, more: readonly string[] = []): HoursReading {
  return { confidence: 0, unused: [], doubts: [...more, doubt] };
}

/** The tokens as they stand in the original, neighbours together. */
function quote(tokens: readonly Token[], normal: NormalText, original: string): string[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start);
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = parts[parts.length - 1];
    if (last && normal.text.slice(last.end, start).trim() === '') last.end = end;
    else parts.push({ start, end });
  }
  return parts.map(({ start, end }) =>
    original.slice(normal.origin[start], normal.origin[end]).trim(),
  );
}
