import { describe, expect, it } from 'vitest';
import { geodesicMeters } from '../../support/geodesic';
import { isMissing, sharedData } from '../../support/shared-data';
import { fieldsOf, readOne } from './read';

const raw = 'uk-toilet-map/gbptm2-raw-latin1.csv';
const clean = 'uk-toilet-map/uk-toilets.csv';
const osm = 'uk-toilet-map/osm-uk-toilets-2014.geojson';
const records = 'uk-toilet-map/loos.ndjson';
const metro = 'shanghai-metro-toilets/stations-sample.csv';

describe('sheets from real life', () => {
  it.skipIf(isMissing(raw))(
    '711 of 6,815 rows of the raw sheet have a position, in whatever way it is written',
    async () => {
      const read = await readOne(sharedData(raw));
      expect(read.rows).toBe(6_815);
      expect(read.drafts).toHaveLength(6_815);
      expect(fieldsOf(read)).toMatchObject({
        'Toilet Name': 'name',
        Latitude: 'lat',
        Longitiude: 'lng',
        Eastings: undefined,
        Open: 'opens',
        Closed: 'closes',
        'Days of the Week open': 'days',
        'Baby Change': 'service:mother-baby',
      });
      const placed = read.drafts.filter(({ position }) => position !== undefined);
      expect(placed).toHaveLength(711);
      const hours = read.drafts.filter(({ record }) => record['hours'] !== undefined);
      expect(hours.length).toBeGreaterThan(2_800);
      // Postcodes that rows state themselves, looked up apart, to within the town: grids in either order,
      // minutes, digits behind a degree sign, words for directions.
      const at = (row: number) => read.drafts.find(({ origin }) => origin.row === row)!.position!;
      for (const [row, lng, lat] of [
        [1006, -1.27, 53.1], // Ashfield, NG17: national grid
        [5243, 0.68, 51.73], // Maldon, CM9
        [5261, 1.2, 51.8], // Tendring: northing first
        [6246, -5.9, 54.66], // Newtownabbey: the Irish grid
        [6664, -3.02, 51.82], // Monmouthshire, NP7
        [605, -2.9, 53.4], // Liverpool, L16: "minus 2 ⁰ 53' 48.0552"
        [611, -2.89, 53.42], // Liverpool, L11: "minus2⁰ 88' 99.19"
        [598, -2.89, 53.44], // Liverpool, L12: "2.89080 deg West"
        [5582, -1.37, 53.45], // Rotherham, S61: "OS East: 441769"
      ] as const) {
        const found = at(row);
        const [west, north] =
          Math.abs(found.lng) > 20 ? [found.lat, found.lng] : [found.lng, found.lat];
        const meters = geodesicMeters({ lng: west, lat: north }, { lng, lat });
        expect(meters, `row ${row}`).toBeLessThan(6_000);
      }
    },
  );

  it.skipIf(isMissing(clean))('the clean sheet is placed whole', async () => {
    const read = await readOne(sharedData(clean));
    expect(read.rows).toBe(11_410);
    expect(read.table.facts.encoding).toBe('utf-8');
    expect(
      read.drafts.every(
        ({ position, record }) => position !== undefined && record['id'] !== undefined,
      ),
    ).toBe(true);
    expect(
      read.drafts.every(({ record }) => (record['services'] as string[]).includes('toilet')),
    ).toBe(true);
  });

  it.skipIf(isMissing(osm))('tags of OpenStreetMap become services and hours', async () => {
    const { drafts, rows, findings } = await readOne(sharedData(osm));
    expect(rows).toBe(4_976);
    expect(drafts.every(({ record }) => (record['services'] as string[]).includes('toilet'))).toBe(
      true,
    );
    expect(
      drafts.every(({ record }) => /^(?:node|way|relation)\/\d+$/.test(record['id'] as string)),
    ).toBe(true);
    const withHours = drafts.filter(({ record }) => record['hours'] ?? record['hoursText']);
    expect(withHours).toHaveLength(122);
    expect(findings.filter(({ code }) => code === 'hours-unreadable')).toHaveLength(4);
  });

  it.skipIf(isMissing(records))('records of other names are read line by line', async () => {
    const { drafts, rows } = await readOne(sharedData(records));
    expect([rows, drafts.filter(({ position }) => position !== undefined).length]).toEqual([
      12_862, 12_862,
    ]);
  });

  it.skipIf(isMissing(metro))('of three pairs of columns the one in WGS-84 is taken', async () => {
    const read = await readOne(sharedData(metro));
    expect(read.table.crs).toBe('wgs84');
    expect(read.drafts.filter(({ position }) => position !== undefined)).toHaveLength(30);
    // Two cells speak of gates alone, and are reported.
    const toilets = read.drafts.filter(({ record }) => record['services'] !== undefined);
    const unread = read.findings.filter(({ code }) => code === 'yes-no-unreadable');
    expect([toilets.length, unread.length]).toEqual([28, 2]);
  });
});
