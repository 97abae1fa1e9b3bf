import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { sampleCrs, sampleRecords } from '../../../src/cli/sample';
import { convert, StationSet } from '../../../src/core';
import { writeDelta } from '../../../src/dataset/delta/write-delta';
import { encodePack } from '../../../src/stations/encode-pack';

/*
 * What docs/station-pack.proto says, asked of Debian's protobuf-compiler: it knows nothing of our code. Skipped where it is
 * not installed, unless REQUIRE_PROTOC=1.
 */
const isHere = spawnSync('protoc', ['--version']).status === 0;
const isNeeded = process.env['REQUIRE_PROTOC'] === '1';

function decode(message: string, bytes: Uint8Array): string {
  const { status, stdout, stderr } = spawnSync(
    'protoc',
    [`--decode=yizhan.${message}`, '--proto_path=docs', 'docs/station-pack.proto'],
    { input: bytes, maxBuffer: 2 ** 28, encoding: 'utf8' },
  );
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout;
}

/** The values of a field at the top of the message, in protoc's text format. */
const valuesOf = (text: string, field: string) =>
  [...text.matchAll(new RegExp(`^${field}: (.*)$`, 'gm'))].map(([, value]) => value!);

/** A field of bytes, as protoc writes them: quoted, with escapes in octal. */
function bytesOf(text: string, field: string): number[] {
  const [quoted] = valuesOf(text, field);
  const named: Record<string, number> = { n: 10, r: 13, t: 9, '"': 34, "'": 39, '\\': 92 };
  return [...quoted!.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|(.)/gs)].map(
    ([, octal, escaped, plain]) =>
      octal !== undefined
        ? Number.parseInt(octal, 8)
        : (named[escaped ?? ''] ?? (escaped ?? plain)!.charCodeAt(0)),
  );
}

/** A column of steps, read as the schema says. */
function steps(text: string, field: string, count: number): number[] {
  const bytes = bytesOf(text, field);
  const planes = (bytes.length - 4) / count;
  let value = Buffer.from(bytes.slice(0, 4)).readInt32LE();
  return Array.from({ length: count }, (_, i) => {
    let zigzag = 0;
    for (let plane = 0; plane < planes; plane++) {
      zigzag += bytes[4 + plane * count + i]! * 256 ** plane;
    }
    value += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    return value;
  });
}

describe.skipIf(!isHere && !isNeeded)('docs/station-pack.proto', () => {
  const records = sampleRecords();
  const set = StationSet.from(records, { crs: sampleCrs });
  const pack = encodePack(set);

  it('reads our packs', () => {
    const text = decode('Pack', pack);
    // A field that the schema does not have would show as its number.
    expect(text).not.toMatch(/^\s*\d+: /m);
    expect(valuesOf(text, 'count')).toEqual([String(records.length)]);
    const ids = set
      .filter()
      .map(({ id }) => id)
      .sort();
    const ranks = steps(text, 'ranks', ids.length);
    const lngs = steps(text, 'lngs', ids.length);
    const lats = steps(text, 'lats', ids.length);
    ranks.forEach((rank, place) => {
      const { lng, lat } = convert(set.get(ids[rank]!)!.position, sampleCrs, 'wgs84');
      expect(Math.abs(lngs[place]! - lng * 1e7)).toBeLessThan(0.51);
      expect(Math.abs(lats[place]! - lat * 1e7)).toBeLessThan(0.51);
    });
    const services = [...text.matchAll(/^ {2}services: "(.*)"$/gm)].map(([, code]) => code);
    expect(new Set(services)).toEqual(new Set(records.flatMap((record) => record.services ?? [])));
    const fields = [...text.matchAll(/^ {2}field: "(.*)"$/gm)].map(([, name]) => name);
    expect(fields).toContain('address');
    expect(fields).toContain('parking.ebike');
  });

  it('reads our deltas', () => {
    const changed = records.map((record, i) => (i === 5 ? { ...record, name: 'New' } : record));
    const next = encodePack(
      StationSet.from([...changed.slice(0, 99), ...changed.slice(100)], { crs: sampleCrs }),
    );
    const text = decode('Delta', writeDelta(pack, next));
    expect(text).not.toMatch(/^\s*\d+: /m);
    expect(text).toMatch(/edits \{\n {2}skip: 5\n {2}fields: "\{\\"name\\":\\"New\\"\}"/);
    expect(text).toMatch(/edits \{\n {2}skip: 93\n {2}is_removed: 1/);
  });
});
