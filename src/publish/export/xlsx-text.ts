import { ExportError } from './export-error';

/** As Excel has it. */
const mostCharacters = 32_767;

/**
 * Text as a cell may hold it. XML has no room for control characters, lone halves of characters and the like;
 * Excel writes them as `_x0001_`, and text that looks so by itself with its first `_` as `_x005F_`.
 *
 * @throws ExportError when it is too long for a cell, which Excel would call a damaged file
 */
export function cellText(text: string, where: string): string {
  const written = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu, asNumbers);
  if (written.length > mostCharacters) {
    throw new ExportError(
      `${where} has ${written.length} characters, a cell of a workbook holds ${mostCharacters}`,
    );
  }
  return written;
}

function asNumbers(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    const hexadecimal = character.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0');
    return `_x${hexadecimal}_`;
  }).join('');
}

/** How wide a text is in a sheet, roughly, in digits: Chinese characters take two. */
export function cellWidth(text: string): number {
  let width = 0;
  // A cell shows its lines one below the other.
  for (const line of text.split('\n')) {
    width = Math.max(width, line.length + (line.match(/[\u1100-\uffef]/g)?.length ?? 0));
  }
  return width;
}
