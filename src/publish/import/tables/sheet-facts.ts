import type { Merge } from './grid';
import { unzipTexts } from './zip';

/** What the workbook's reader does not tell of a sheet. */
export interface SheetFacts {
  /** Its reader gives the value to the first cell and says nothing of the others. */
  readonly merges: readonly Merge[];
  readonly isHidden: boolean;
}

/** Of every sheet of a workbook, in the order of the sheets. */
export function readSheetFacts(bytes: Uint8Array): readonly SheetFacts[] {
  const book = unzipTexts(bytes, (path) => /^xl\/(?:_rels\/)?workbook\.xml(?:\.rels)?$/.test(path));
  const targets = new Map(
    tags(book.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target')?.replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const found = tags(book.get('xl/workbook.xml') ?? '', 'sheet').map((tag) => ({
    path: targets.get(attribute(tag, '\\w+:id')) ?? '',
    isHidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
  }));
  const paths = found.map(({ path }) => path);
  const sheets = unzipTexts(bytes, (path) => paths.includes(path));
  return found.map(({ path, isHidden }) => ({
    merges: mergesOf(sheets.get(path) ?? ''),
    isHidden,
  }));
}

function mergesOf(xml: string): Merge[] {
  // They stand behind the cells, which are long.
  const end = xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>')));
  return tags(end, 'mergeCell').flatMap((tag) => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref') ?? '');
    if (match === null) return [];
    const [, left, top, right, bottom] = match as unknown as [
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      firstRow: Number(top),
      lastRow: Number(bottom),
      firstColumn: columnNumber(left),
      lastColumn: columnNumber(right),
    };
  });
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** A is 1, AA is 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
