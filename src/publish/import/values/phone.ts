/** What a cell about phones holds: numbers, and whether something in it looked like one and is none. */
export interface PhoneReading {
  /** Joined by `; `. */
  readonly phone: string | undefined;
  /** What was no number, though it has the digits of one. */
  readonly malformed: string | undefined;
  /** Whether words stood beside the numbers: a name, 转. */
  readonly hasWords: boolean;
}

/** Area codes have two digits (010, 02x) or three; numbers seven or eight. */
const areaCode = /^0(?:10|2\d|[3-9]\d\d)/;

/**
 * Phone numbers as one writes them: 13812345678, 021-12345678, 021-12345678-801, 400-820-8820,
 * 95598, and with +86 or another country's code kept as it is.
 *
 * @param areaPrefix the area code for local numbers without one, where it is known
 */
export function readPhones(text: string): PhoneReading {
  const plain = text
    .normalize('NFKC')
    .replace(/[‐‑–—−－]/g, '-')
    .replace(/(\d)\.0+$/, '$1');
  const expanded = expandExponent(plain);
  const phones: string[] = [];
  let malformed: string | undefined;
  for (const part of expanded.split(/[,;、/\n|，；]|\s{2,}|\s+(?=1[3-9]\d)|或|和|及/)) {
    const number = /\+?\(?\d[\d\s()（）\-.#]*(?:(?:转|轉|ext\.?|x|分机|分機)\s*\d+)?/i.exec(
      part,
    )?.[0];
    if (number === undefined) continue;
    const read = /^\d\.\d+e\+?\d+$/i.test(expanded) ? undefined : readNumber(number.trim());
    if (read !== undefined) phones.push(read);
    else if (part.replace(/\D/g, '').length >= 5) malformed ??= part.trim();
  }
  const words = expanded.replace(/[\d\s()\-+;,、/.#|]|转|轉|ext\.?|分机|分機|或|和|及/gi, '');
  return {
    phone: phones.length > 0 ? [...new Set(phones)].join('; ') : undefined,
    malformed,
    hasWords: words !== '',
  };
}

/** 1.3812345678E+10 is a number; 1.38E+10 has lost the rest of its digits, and stays what it is. */
function expandExponent(text: string): string {
  return /^\d\.\d{8,}e\+?\d+$/i.test(text) ? String(Number(text)) : text;
}

function readNumber(written: string): string | undefined {
  const [main = '', extension] = written
    .split(/转|轉|ext\.?|x|分机|分機|#/i)
    .map((part) => part.trim());
  const isForeign = /^\+(?!86)/.test(main) || /^00(?!86)/.test(main);
  if (isForeign) return /^[+0][\d\s()-]{7,22}$/.test(main) ? main.replace(/\s+/g, ' ') : undefined;
  const parts = main.split('-').map((part) => part.trim());
  // 021-12345678-801: what follows a whole number is an extension.
  const tail =
    parts.length === 3 && /^\d{1,6}$/.test(parts[2]!) && /^\(?0/.test(main) && parts[1]!.length >= 7
      ? parts.pop()
      : undefined;
  const digits = parts
    .join('')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{8,10}$)/, '');
  const number = mainland(digits, main);
  if (number === undefined) return undefined;
  const inner = extension || tail;
  return inner === undefined || inner === '' ? number : `${number}-${inner.replace(/\D/g, '')}`;
}

function mainland(digits: string, written: string): string | undefined {
  if (/^1[3-9]\d{9}$/.test(digits)) return digits;
  if (/^[48]00\d{7}$/.test(digits))
    return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  const code = areaCode.exec(digits)?.[0];
  if (code !== undefined && /^[2-9]\d{6,7}$/.test(digits.slice(code.length))) {
    return `${code}-${digits.slice(code.length)}`;
  }
  // The zero of the area code got lost when a sheet took it for a number, or after +86.
  if (/^(?:10|2\d)[2-9]\d{7}$/.test(digits)) return `0${digits.slice(0, 2)}-${digits.slice(2)}`;
  if (/^(?:123\d\d|9[56]\d{3,4}|1[12]\d|10\d{3})$/.test(digits)) return digits;
  if (/^[2-9]\d{6,7}$/.test(digits)) return digits;
  // Other countries' numbers, written nationally.
  return /^\(?0[\d\s()-]+$/.test(written) && /^0[1-9]\d{8,9}$/.test(digits) ? written : undefined;
}
