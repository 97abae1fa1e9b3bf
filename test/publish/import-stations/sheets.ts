import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { sampleRecords } from '../../../src/cli/sample';
import type { StationRecord } from '../../../src/core';
import type { Finding } from '../../../src/publish/import/finding';
import {
  type ImportOptions,
  type ImportResult,
  importStations,
} from '../../../src/publish/import/import-stations';

const folder = mkdtempSync(join(tmpdir(), 'yizhan-pipeline-'));

export function removeSheets(): void {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export function place(name: string): string {
  // The file of tests before may have removed it.
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

export function put(name: string, text: string): string {
  writeFileSync(place(name), text);
  return place(name);
}

/** One row of a sheet, by header. */
export type Cells = Readonly<Record<string, string | number | undefined>>;

/** As RFC 4180 has it: every cell in quotes. */
export function csvOf(headers: readonly string[], rows: readonly Cells[]): string {
  const quoted = (value: unknown) => `"${String(value ?? '').replace(/"/g, '""')}"`;
  return [
    headers.map(quoted).join(','),
    ...rows.map((row) => headers.map((header) => quoted(row[header])).join(',')),
    '',
  ].join('\r\n');
}

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Imported extends ImportResult {
  readonly text: string;
  readonly features: readonly Feature[];
}

/** A day after the sample was made. */
const today = '2026-11-24';

/** Imports files, and reads what came of it by itself. */
export async function importFiles(
  paths: readonly string[],
  options: ImportOptions = {},
): Promise<Imported> {
  let text = '';
  const out = { write: (part: string) => (text += part) };
  const result = await importStations(paths, { today, out, ...options });
  return { ...result, text, features: JSON.parse(text).features };
}

let count = 0;

/** Imports one sheet of CSV. */
export function importRows(rows: readonly Cells[], options?: ImportOptions): Promise<Imported> {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return importFiles([put(`sheet-${++count}.csv`, csvOf(headers, rows))], options);
}

/** Findings of a code as `row: value`. */
export function foundIn(findings: readonly Finding[], code: string): Finding[] {
  return findings.filter((finding) => finding.code === code);
}

export function rowsOf(findings: readonly Finding[], code: string): number[] {
  return foundIn(findings, code).map(({ origin }) => origin.row);
}

/** How often each code was found. */
export function counted(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The sample as a district office would type it. */
export function sampleRows(
  records: readonly StationRecord[] = sampleRecords(),
): Record<string, string | number | undefined>[] {
  return records.map((record) => {
    const { lng, lat } = record.position as { lng: number; lat: number };
    return {
      编号: record.id,
      名称: record.name,
      地址: record.address,
      区: record.district,
      经度: lng,
      纬度: lat,
      类型: record.kind,
      服务: record.services?.join('、'),
      开放时间: record.hours ?? record.hoursText,
      电话: record.phone,
      核实日期: record.verifiedAt,
    };
  });
}
