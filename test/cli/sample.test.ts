import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { makeSample, sampleCrs, sampleName, sampleRecords } from '../../src/cli/sample';
import { readDistricts } from '../../src/cli/sample/districts';
import type { StationRecord } from '../../src/dataset/station';
import { isCode, isOwnCode } from '../../src/dataset/vocabulary';
import type { LngLat } from '../../src/geo/position';

const records = sampleRecords();
const shareOf = (fits: (record: StationRecord) => unknown) =>
  records.filter(fits).length / records.length;

describe('the embedded sample', () => {
  it('has as many stations as Shanghai counted', () => {
    expect(records).toHaveLength(7395);
  });

  it('says that it is made up', () => {
    expect(sampleName.en).toContain('made up');
    expect(sampleName.zh).toContain('虚构');
    expect(sampleCrs).toBe('gcj02');
    expect(new Set(records.map(({ source }) => source))).toEqual(
      new Set(['yizhan synthetic sample (made up)']),
    );
  });

  it('is the same every time', () => {
    expect(makeSample()).toEqual(records);
  });

  // Documents, tests and benchmarks quote results from the sample: whoever changes it must mean to,
  // and then pins the new value here.
  it('has not changed unnoticed', () => {
    const hash = createHash('sha256').update(JSON.stringify(records)).digest('hex');
    expect(hash).toBe('a8012619ee9fcfeb6866816942c75668dd0069dd7971dd1f45d91e9999440c27');
  });

  it('gives every station its own id, position and name', () => {
    const ids = records.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^sample-310\d{3}-\d{4}$/.test(id))).toEqual([]);
    expect(ids[0]).toBe('sample-310101-0001');
    const positions = records.map(({ position }) => JSON.stringify(position));
    expect(new Set(positions).size).toBe(positions.length);
    const names = records.flatMap(({ name }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
  });

  it('numbers the stations of a district in its id', () => {
    expect(records.filter(({ id, district }) => id.split('-')[1] !== district)).toEqual([]);
  });

  it('sets no field to undefined, and none that would be somebody else’s', () => {
    expect(records.filter((record) => Object.values(record).includes(undefined))).toEqual([]);
    expect(records.filter(({ photos, providerIds }) => photos ?? providerIds)).toEqual([]);
    const phones = records.flatMap(({ phone }) => phone ?? []);
    expect(phones.filter((phone) => !/^021-5550\d{4}$/.test(phone))).toEqual([]);
  });

  it('fills every placeholder', () => {
    expect(records.filter((record) => /[{}]|undefined/.test(textOf(record)))).toEqual([]);
  });

  it('covers the 16 districts, the largest the most', () => {
    const counts = new Map<string, number>();
    for (const { district = '' } of records) counts.set(district, (counts.get(district) ?? 0) + 1);
    expect([...counts.keys()]).toEqual(readDistricts().map(({ code }) => code));
    expect(counts.size).toBe(16);
    const largestFirst = [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code);
    expect(largestFirst.slice(0, 2)).toEqual(['310115', '310112']);
    expect(largestFirst.at(-1)).toBe('310151');
    expect(counts.get('310115')).toBeGreaterThan(1200);
    expect(counts.get('310115')).toBeLessThan(1800);
    expect(Math.min(...counts.values())).toBeGreaterThan(100);
  });

  it('uses our own codes only', () => {
    const used = (name: 'services' | 'audiences' | 'access', list: readonly string[] = []) =>
      list.map((code) => [name, code] as const);
    const all = records.flatMap((record) => [
      ['kinds', record.kind ?? ''] as const,
      ...used('services', record.services),
      ...used('audiences', record.audiences),
      ...used('access', record.access),
      ...used(
        'services',
        record.offers?.flatMap(({ service }) => service ?? []),
      ),
    ]);
    expect(all.filter(([name, code]) => !isCode(name, code) || isOwnCode(code))).toEqual([]);
    const codes = (name: string) =>
      new Set(all.filter(([n]) => n === name).map(([, code]) => code));
    expect(codes('kinds').size).toBe(16);
    expect(codes('services').size).toBe(27);
    expect(codes('audiences').size).toBe(8);
    expect(codes('access').size).toBe(7);
  });

  it('lists a service once, and every offer’s service', () => {
    const wrong = records.filter(({ services = [], offers = [] }) => {
      const once = services.length > 0 && new Set(services).size === services.length;
      return !once || offers.some(({ service }) => service && !services.includes(service));
    });
    expect(wrong).toEqual([]);
  });

  it('parks and sleeps nobody where it does not say so', () => {
    expect(records.filter((r) => r.services?.includes('parking') && !r.parking)).toEqual([]);
    expect(
      records.filter((r) => r.services?.includes('housing') !== (r.beds !== undefined)),
    ).toEqual([]);
  });

  const overnight = ({ hours = '' }: StationRecord) =>
    [...hours.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].some(([, from, to]) => to! < from!);

  it.each<[what: string, least: number, most: number, fits: (record: StationRecord) => unknown]>([
    ['without a name', 0.03, 0.05, ({ name }) => !name],
    ['with an English name', 0.2, 0.35, ({ nameEn }) => nameEn],
    ['without an address', 0.02, 0.04, ({ address }) => !address],
    ['without hours', 0.1, 0.14, ({ hours, hoursText }) => !hours && !hoursText],
    ['with hours in free text only', 0.04, 0.06, ({ hours, hoursText }) => !hours && hoursText],
    ['with both', 0, 0, ({ hours, hoursText }) => hours && hoursText],
    ['open around the clock', 0.1, 0.3, ({ hours }) => hours === '24/7'],
    ['open past midnight', 0.02, 0.08, overnight],
    ['with holidays off', 0.05, 0.15, ({ hours }) => hours?.includes('PH off')],
    ['suspended', 0.006, 0.014, ({ status }) => status === 'suspended'],
    ['planned', 0.002, 0.008, ({ status }) => status === 'planned'],
    ['active', 0.98, 0.99, ({ status }) => status === 'active'],
    ['with an offer', 0.02, 0.04, ({ offers }) => offers],
    ['for everyone', 0.6, 0.85, ({ audiences }) => !audiences],
    ['silent about access', 0.08, 0.16, ({ access }) => !access],
    ['with water', 0.7, 0.95, ({ services }) => services?.includes('water')],
    ['with a toilet', 0.5, 0.8, ({ services }) => services?.includes('toilet')],
    ['with phone charging', 0.5, 0.8, ({ services }) => services?.includes('phone-charging')],
    ['with battery swap', 0.03, 0.12, ({ services }) => services?.includes('battery-swap')],
    ['with a shower', 0.005, 0.05, ({ services }) => services?.includes('shower')],
    ['with a haircut', 0.003, 0.03, ({ services }) => services?.includes('haircut')],
    ['with housing', 0.003, 0.03, ({ services }) => services?.includes('housing')],
  ])('has the right share of stations %s', (_, least, most, fits) => {
    const share = shareOf(fits);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  it('dates its records in 2026 and its offers in 2026 and 2027', () => {
    const days = records.flatMap(({ verifiedAt, updatedAt }) => [verifiedAt, updatedAt] as const);
    const said = days.filter((day) => day !== undefined);
    expect(said.filter((day) => !isDay(day) || !day.startsWith('2026-'))).toEqual([]);
    const offers = records.flatMap(({ offers = [] }) => offers);
    const bounds = offers.flatMap(({ from, until }) => [from ?? [], until ?? []].flat());
    expect(bounds.filter((day) => !isDay(day) || !/^202[67]/.test(day))).toEqual([]);
  });

  it('rounds positions to millionths of a degree, within Shanghai', () => {
    const positions = records.map(({ position }) => position as LngLat);
    const rounded = (degrees: number) => degrees === Number(degrees.toFixed(6));
    expect(positions.filter(({ lng, lat }) => !rounded(lng) || !rounded(lat))).toEqual([]);
    const inside = ({ lng, lat }: LngLat) =>
      lng > 120.85 && lng < 122 && lat > 30.67 && lat < 31.88;
    expect(positions.filter((position) => !inside(position))).toEqual([]);
  });
});

const outlinesFile = fileURLToPath(
  new URL('../../../shared/data/shanghai-districts/districts.geojson', import.meta.url),
);

describe('against outlines of the districts', () => {
  // The outlines are not part of the repository: this runs where the shared folder lies beside it.
  it.skipIf(!existsSync(outlinesFile))('puts at least 95 % into their own district', () => {
    const outlines = readOutlines(outlinesFile);
    const names = new Map(readDistricts().map(({ code, zh }) => [code, zh]));
    const inside = new Map<string, boolean[]>();
    for (const { district = '', position } of records) {
      const { lng, lat } = position as LngLat;
      const name = names.get(district)!;
      const found = booleanPointInPolygon([lng, lat], outlines.get(name)!);
      inside.set(name, [...(inside.get(name) ?? []), found]);
    }
    const share = (found: readonly boolean[]) => found.filter(Boolean).length / found.length;
    expect(share([...inside.values()].flat())).toBeGreaterThanOrEqual(0.95);
    expect([...inside].filter(([, found]) => share(found) < 0.85)).toEqual([]);
  });
});

/** The text that a rider would read. */
function textOf({ name, nameEn, address, directions, programme, host }: StationRecord): string {
  return [name, nameEn, address, directions, programme, host].filter(Boolean).join('\n');
}

/** Whether it is a day of the calendar, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`).getTime();
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

interface Encoded {
  readonly features: readonly {
    readonly properties: { readonly name: string };
    readonly geometry:
      | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Offset[] }
      | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Offset[][] };
  }[];
}
type Offset = [x: number, y: number];

/** The file is compressed as ECharts does it: zigzag differences in 1024ths of a degree. */
function readOutlines(file: string): Map<string, Polygon | MultiPolygon> {
  const { features } = JSON.parse(readFileSync(file, 'utf8')) as Encoded;
  return new Map(
    features.map(({ properties, geometry }) => {
      const polygons =
        geometry.type === 'Polygon'
          ? [ringsOf(geometry.coordinates, geometry.encodeOffsets)]
          : geometry.coordinates.map((rings, i) => ringsOf(rings, geometry.encodeOffsets[i]!));
      return [properties.name, { type: 'MultiPolygon', coordinates: polygons }];
    }),
  );
}

function ringsOf(rings: readonly string[], offsets: readonly Offset[]): number[][][] {
  return rings.map((ring, i) => {
    let [x, y] = offsets[i]!;
    const difference = (index: number) => {
      const value = ring.charCodeAt(index) - 64;
      return (value >> 1) ^ -(value & 1);
    };
    return Array.from({ length: ring.length / 2 }, (_, pair) => {
      x += difference(2 * pair);
      y += difference(2 * pair + 1);
      return [x / 1024, y / 1024];
    });
  });
}
