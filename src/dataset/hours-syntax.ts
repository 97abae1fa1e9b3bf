/*
 * Whether a text is OpenStreetMap `opening_hours` syntax, judged strictly: what passes here can be
 * handed to a compiler of that syntax; what does not is somebody's own words.
 * Grammar: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */

const day = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const nth = '(?:\\[-?[1-5](?:[-,]-?[1-5])*\\])';
const days = `(?:${day}(?:${nth}|-${day})?|PH|SH)`;
const weekdays = `${days}(?:, ?${days})*(?: [+-]\\d+ days?)?`;

const clock = '(?:[01]?\\d|2\\d|3\\d|4[0-8]):[0-5]\\d';
const event = '(?:dawn|sunrise|sunset|dusk)';
const moment = `(?:${clock}|${event}|\\(${event}[+-]${clock}\\))`;
const span = `${moment}(?:-${moment}\\+?|\\+)?`;
const times = `(?:24/7|${span}(?:, ?${span})*)`;

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const year = '(?:19|20)\\d\\d';
const date = `(?:(?:${year} )?(?:${month}(?: (?:0?[1-9]|[12]\\d|3[01]))?|easter)(?: [+-]\\d+ days?)?)`;
const dates = `${date}(?:-(?:${date}|(?:0?[1-9]|[12]\\d|3[01])))?`;
const calendar = `(?:${year}(?:-${year}|\\+)?|week \\d\\d?(?:-\\d\\d?(?:/\\d+)?)?(?:,\\d\\d?(?:-\\d\\d?)?)*|${dates}(?:, ?${dates})*)`;

const state = '(?:open|closed|off|unknown)';
const comment = '"[^"]*"';
const selectors = `(?:${calendar}:?(?: ${calendar}:?)*)?(?: ?${weekdays})?(?: ?${times})?`;
const rule = new RegExp(`^(?:${selectors})(?: ?${state})?(?: ?${comment})?$`);

/** Longer than any value in use (the longest real ones stay below 400 characters); keeps matching quick. */
const longest = 1_000;

/** Whether every rule of `text` is well-formed `opening_hours` syntax. */
export function isOpeningHours(text: string): boolean {
  if (text.length > longest) return false;
  return splitRules(text.trim()).every(isRuleList);
}

/**
 * Whether a text is rules joined by a comma and a space. Such a comma may also stand inside a rule
 * (`Mo, We 10:00-12:00`), so every way to cut is tried, each cut once.
 */
function isRuleList(text: string): boolean {
  const parts = text.split(', ');
  const endsWell = [true];
  for (let end = 1; end <= parts.length; end++) {
    endsWell[end] = endsWell.some(
      (fine, start) => fine && start < end && isRule(parts.slice(start, end).join(', ')),
    );
  }
  return endsWell[parts.length]!;
}

function isRule(text: string): boolean {
  return text !== '' && rule.test(text);
}

/** The rules between `;` and `||`, leaving comments whole. */
function splitRules(text: string): string[] {
  const parts = text.split(/("[^"]*")/);
  const rules = [''];
  parts.forEach((part, index) => {
    const pieces = index % 2 === 1 ? [part] : part.split(/;|\|\|/);
    rules[rules.length - 1] += pieces[0]!;
    rules.push(...pieces.slice(1));
  });
  return rules.map((one) => one.trim());
}
