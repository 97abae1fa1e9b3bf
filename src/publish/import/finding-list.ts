import type { Origin } from './draft';
import type { Finding, Severity } from './finding';
import type { RowFacts } from './row-facts';

/** What a check says; where it stands is added. */
export interface Remark extends Pick<Finding, 'code' | 'value' | 'details' | 'suggestion'> {
  readonly severity: Severity;
  /** The field it is about, to point at its column. */
  readonly field?: string | undefined;
  /** The number of the other row, for what takes two. */
  readonly otherRow?: number | undefined;
}

/** What findings need to know of a table. */
export interface FoundTable {
  readonly file: string;
  readonly sheet?: string | undefined;
  /** Headers by field. */
  readonly columns: Map<string, string>;
}

/** One finding, and the number of its row; -1 for a table as a whole. */
export interface Placed {
  readonly at: number;
  readonly table: number;
  finding: Finding;
}

/** Everything found so far. */
export class FindingList {
  readonly all: Placed[] = [];

  constructor(
    private readonly facts: RowFacts,
    private readonly tables: readonly FoundTable[],
  ) {}

  /** What somebody else found about a row. */
  keep(at: number, table: number, finding: Finding): void {
    this.all.push({ at, table, finding });
  }

  /** About a row. */
  at(at: number, remark: Remark): void {
    const table = this.facts.table[at]!;
    this.keep(at, table, this.finding(remark, this.originOf(at), table));
  }

  /** About a table as a whole. */
  atTable(table: number, remark: Remark): void {
    const { file, sheet } = this.tables[table]!;
    this.keep(-1, table, this.finding(remark, { file, sheet, row: 0 }, table));
  }

  /** About what is no row of these tables; it comes last. */
  elsewhere(origin: Origin, remark: Remark): void {
    this.keep(-1, this.tables.length, this.finding(remark, origin, undefined));
  }

  originOf(at: number): Origin {
    const { file, sheet } = this.tables[this.facts.table[at]!]!;
    return { file, sheet, row: this.facts.row[at]! };
  }

  private finding(
    { field, otherRow, ...said }: Remark,
    origin: Origin,
    table: number | undefined,
  ): Finding {
    const columns = table === undefined ? undefined : this.tables[table]!.columns;
    const column = field === undefined ? undefined : headerOf(field, columns);
    const other = otherRow === undefined ? undefined : this.originOf(otherRow);
    return {
      ...said,
      origin,
      ...(column !== undefined && { column }),
      ...(other !== undefined && { other }),
    };
  }

  /** In the order of files and rows; of one row, the worst first. */
  inOrder(): Placed[] {
    const rank = { error: 0, warning: 1, note: 2 };
    return this.all.sort(
      (a, b) =>
        a.table - b.table ||
        a.finding.origin.row - b.finding.origin.row ||
        rank[a.finding.severity] - rank[b.finding.severity] ||
        compare(a.finding.code, b.finding.code),
    );
  }
}

function headerOf(field: string, columns: Map<string, string> | undefined): string | undefined {
  const header = columns?.get(field);
  return header === undefined && field === 'lng' ? columns?.get('position') : header;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
