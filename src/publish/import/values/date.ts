const pad = (number: number) => String(number).padStart(2, '0');

/** In which order a column writes day and month when both are numbers: 15/03/2014 or 03/15/2014. */
export type DayOrder = 'day-first' | 'month-first' | undefined;

/** A day that workbooks count from 1900; those of 1995 to 2060 are told from other numbers. */
const firstSerial = 34_700;
const lastSerial = 58_800;

/**
 * A day as `YYYY-MM-DD`, an instant with its zone as it is. Without a zone the time is dropped. A
 * month alone is its first day: never later than what was meant.
 */
export function readDate(text: string, order: DayOrder): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(plain)) return plain;
  const chinese =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*[日号]?)?月?(?![\d-])/.exec(plain);
  if (chinese !== null) return day(chinese[1], chinese[2], chinese[3] ?? '1');
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(plain);
  if (compact !== null) return day(compact[1], compact[2], compact[3]);
  const european = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(plain);
  if (european !== null) {
    const [, a, b, year] = european;
    if (Number(a) > 12 || order === 'day-first') return day(year, b, a);
    if (Number(b) > 12 || order === 'month-first') return day(year, a, b);
    return a === b ? day(year, a, b) : undefined;
  }
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) return fromSerial(Number(plain));
  return named(plain);
}

/** Whether the first or the second number is the day, if any value of the column tells. */
export function dayOrderOf(values: Iterable<string>): DayOrder {
  let order: DayOrder;
  for (const value of values) {
    const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(value);
    if (match === null) continue;
    const found: DayOrder =
      Number(match[1]) > 12 ? 'day-first' : Number(match[2]) > 12 ? 'month-first' : undefined;
    if (found === undefined) continue;
    if (order !== undefined && order !== found) return undefined;
    order = found;
  }
  return order;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** 3 July 2025, July 3, 2025. */
function named(text: string): string | undefined {
  const match =
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?[ ,-]+(\d{4})$/i.exec(text) ??
    /^()([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  if (match === null) return undefined;
  const month = months.indexOf(match[2]!.toLowerCase()) + 1;
  const [d, year] = match[1] === '' ? [match[3], match[4]] : [match[1], match[3]];
  return month === 0 ? undefined : day(year, String(month), d);
}

function fromSerial(serial: number): string | undefined {
  if (serial < firstSerial || serial > lastSerial) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function day(year?: string, month?: string, date?: string): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(date)];
  const real = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || y > 2200 || real.getUTCMonth() !== m - 1 || real.getUTCDate() !== d)
    return undefined;
  return `${y}-${pad(m)}-${pad(d)}`;
}
