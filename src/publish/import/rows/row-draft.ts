import type { Draft, Origin } from '../draft';
import type { Finding } from '../finding';

/** A draft while it is filled in, with what is found meanwhile. */
export class RowDraft {
  readonly record: Record<string, unknown> = {};
  readonly findings: Finding[] = [];
  readonly columns = new Map<string, string>();
  position: Draft['position'];
  decimals: number | undefined;
  /** Of this row alone, whatever the table is in. */
  crs: Draft['crs'];
  private readonly extra = new Map<string, unknown>();

  constructor(readonly origin: Origin) {}

  set(field: string, value: unknown, column: string): void {
    this.record[field] = value;
    if (!this.columns.has(field)) this.columns.set(field, column);
  }

  /** Adds codes to a list that several columns may add to. */
  add(field: string, codes: readonly string[], column: string): void {
    if (codes.length === 0) return;
    const known = (this.record[field] as string[] | undefined) ?? [];
    this.set(field, [...known, ...codes.filter((code) => !known.includes(code))], column);
  }

  /** Keeps a value that no field holds, by its header. */
  keep(column: string, value: unknown): void {
    this.extra.set(column, value);
  }

  find(finding: Omit<Finding, 'origin'>): void {
    this.findings.push({ ...finding, origin: this.origin });
  }

  finish(crs: Draft['crs']): Draft {
    if (this.extra.size > 0) this.record['extra'] = Object.fromEntries(this.extra);
    return {
      origin: this.origin,
      record: this.record,
      position: this.position,
      decimals: this.decimals,
      crs: this.position === undefined ? undefined : (this.crs ?? crs),
      columns: this.columns,
    };
  }
}
