import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { type StationRecord, StationSet } from '../../src/core';
import type { SigningKey } from '../../src/publish/sign/private-keys';
import { testKey } from './manifests';
import { Random } from './random';

/* Sites to build and to break, in folders that are gone after the test. */

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The sample's stations of these districts. */
export function recordsIn(...districts: string[]): StationRecord[] {
  return sampleRecords().filter(({ district }) => districts.includes(district!)) as StationRecord[];
}

export function setOf(records: readonly StationRecord[]): StationSet {
  return StationSet.from(records, { crs: sampleCrs });
}

/** The same with a few stations added, removed and changed. */
export function edited(records: readonly StationRecord[], seed: number): StationRecord[] {
  const random = new Random(seed);
  const next = records.filter(() => !random.chance(0.01));
  for (let i = random.int(1, 4); i > 0; i--) {
    const at = random.int(0, next.length - 1);
    next[at] = { ...next[at]!, name: `改 ${seed}-${i}`, updatedAt: '2026-11-24' };
    next.push({ ...random.pick(records), id: `new-${seed}-${i}` });
  }
  return next;
}

export async function signer(seed: number): Promise<SigningKey> {
  return testKey(seed);
}

/** Every file of a folder by its path, as text to compare. */
export function filesOf(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );
}

export const dayOne = Date.parse('2026-11-24T08:00:00Z');
