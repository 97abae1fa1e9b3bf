import type { Origin } from '../../import/draft';
import type { Finding } from '../../import/finding';
import type { ImportReport } from '../../import/import-report';
import { columnLetters } from '../column-letters';
import { fileNames, withFileNames } from '../file-names';
import { isLeftOut } from '../left-out';
import { describeFinding } from '../words';
import { severities } from './choose';
import { cut, jsonBlock } from './json-block';

/** More of a cell than anybody reads in a table; the whole of it is in the CSV. */
const mostCharacters = 400;
const findingsAtOnce = 1000;

/** A finding as the page holds it; every text is a place in the list of texts, of which 0 is no text. */
type EmbeddedFinding = readonly [
  severity: number,
  code: number,
  file: number,
  sheet: number,
  row: number,
  column: number,
  value: number,
  problemZh: number,
  problemEn: number,
  suggestion: number,
  stationId: number,
  otherFile: number,
  otherSheet: number,
  otherRow: number,
  letter: number,
  leftOut: 0 | 1,
];

/** The findings as blocks of data. Texts that come again, as files and columns do, are written once. */
export function* findingBlocks(
  report: ImportReport,
  chosen: readonly number[],
): Generator<string, void> {
  const texts = new Texts();
  const letterOf = columnLetters(report);
  const named = fileNames(report);
  for (let start = 0; start < chosen.length; start += findingsAtOnce) {
    const rows = chosen
      .slice(start, start + findingsAtOnce)
      .map((index) => report.findings[index]!)
      .map((finding) => embedded(withFileNames(finding, named), letterOf(finding), texts));
    yield jsonBlock('findings', { texts: texts.takeNew(), rows });
  }
}

function embedded(finding: Finding, letter: string, texts: Texts): EmbeddedFinding {
  const { severity, code, origin, column, value, suggestion, stationId, other } = finding;
  const place = (at: Origin | undefined) =>
    [texts.at(at?.file), texts.at(at?.sheet), at?.row ?? 0] as const;
  return [
    severities.indexOf(severity),
    texts.at(code),
    ...place(origin),
    texts.at(column),
    texts.at(value),
    texts.at(describeFinding(finding, 'zh')),
    texts.at(describeFinding(finding, 'en')),
    texts.at(suggestion),
    texts.at(stationId),
    ...place(other),
    texts.at(letter),
    isLeftOut(finding) ? 1 : 0,
  ];
}

/** Texts by number, handed out as they come up. */
class Texts {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private fresh: string[] = [''];

  at(text: string | undefined): number {
    const shown = cut(text ?? '', mostCharacters);
    const known = this.numbers.get(shown);
    if (known !== undefined) return known;
    this.fresh.push(shown);
    this.numbers.set(shown, this.numbers.size);
    return this.numbers.size - 1;
  }

  /** The texts since the last time. */
  takeNew(): string[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }
}
