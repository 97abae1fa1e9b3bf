import { describe, expect, it } from 'vitest';
import { readOutlines } from '../../../src/publish/outlines/read-outlines';
import { isMissing, sharedData } from '../../support/shared-data';
import { put, removeSheets } from '../import-stations/sheets';

removeSheets();

const square = (lng: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lng, 31],
      [lng + 1, 31],
      [lng + 1, 32],
      [lng, 32],
      [lng, 31],
    ],
  ],
});
const file = (features: readonly unknown[]) =>
  put('outlines.json', JSON.stringify({ type: 'FeatureCollection', features }));

describe('outlines of districts', () => {
  it('are found by code, by adcode, or by a name that only one district has', async () => {
    const path = file([
      { type: 'Feature', id: '310101', properties: {}, geometry: square(1) },
      { type: 'Feature', properties: { adcode: 310104, name: '徐汇区' }, geometry: square(3) },
      { type: 'Feature', properties: { name: '崇明区' }, geometry: square(5) },
      { type: 'Feature', properties: { name: '没有的地方' }, geometry: square(7) },
    ]);
    const districts = await readOutlines(path, 'wgs84');
    expect(districts.outlines.map(({ code }) => code)).toEqual(['310101', '310104', '310151', '']);
    expect(districts.at({ lng: 5.5, lat: 31.5 })?.name).toBe('崇明区');
    expect(districts.at({ lng: 4.5, lat: 31.5 })).toBeUndefined();
    expect(districts.assumedCrs).toBeUndefined();
    // From the middle of the gap: half a degree of longitude at 31.5° north.
    const meters = districts.metersOutside({ lng: 4.5, lat: 31.5 });
    expect(Math.abs(meters / (0.5 * 94_990) - 1)).toBeLessThan(0.01);
  });

  it.skipIf(isMissing('shanghai-districts/districts.geojson'))(
    'as ECharts encodes them are decoded; what nobody said of their CRS is known to be assumed',
    async () => {
      const path = sharedData('shanghai-districts/districts.geojson');
      const districts = await readOutlines(path, undefined);
      expect(districts.assumedCrs).toBe('gcj02');
      expect(districts.outlines.map(({ code }) => code).filter(Boolean)).toHaveLength(16);
      for (const [name, lng, lat] of [
        ['黄浦区', 121.484, 31.222],
        ['浦东新区', 121.567, 31.205],
        ['崇明区', 121.55, 31.64],
      ] as const) {
        expect(districts.at({ lng, lat })?.name).toBe(name);
      }
    },
  );

  it('that are none are refused', async () => {
    await expect(readOutlines(put('none.json', '[1]'), undefined)).rejects.toMatchObject({
      code: 'FILE_FORMAT',
    });
  });
});
