import { describe, expect, it } from 'vitest';
import { exportFormats, exportStations } from '../../../src/publish';
import { setOf } from './stations';

const set = setOf([{ id: 'a', position: [1, 2] }]);

describe('exportStations', () => {
  it('refuses formats, options and values that are none', async () => {
    const refused = (format: unknown, options: unknown) =>
      exportStations(set, format as 'csv', options as object).then(
        () => 'taken',
        (error: { code: string; message: string }) => `${error.code} ${error.message}`,
      );
    expect(await refused('shapefile', {})).toMatch(/^UNKNOWN_CODE .*allowed: geojson, csv/);
    expect(await refused('geoparqet', {})).toContain('did you mean geoparquet?');
    expect(await refused('csv', { crs: 'wgs72' })).toMatch(/^UNKNOWN_CODE/);
    expect(await refused('csv', { bom: 'yes' })).toBe(
      'INVALID_OPTION Invalid option bom: expected true or false, got "yes"',
    );
    expect(await refused('geojson', { bom: true })).toMatch(/^INVALID_OPTION .*bom/);
    expect(await refused('xlsx', { locale: 'fr' })).toMatch(/^INVALID_OPTION .*zh, en/);
    expect(await refused('xlsx', { serviceColumn: true })).toContain(
      'did you mean serviceColumns?',
    );
    expect(await refused('geoparquet', { compression: 'zstd' })).toMatch(/snappy, none/);
    expect(await refused('csv', null)).toMatch(/^INVALID_OPTION/);
  });

  it('gives the same bytes for the same set, except for a workbook, which is dated', async () => {
    for (const format of exportFormats) {
      if (format === 'xlsx') continue;
      const [first, second] = [
        await exportStations(set, format),
        await exportStations(set, format),
      ];
      expect(first).toEqual(second);
    }
  });
});
