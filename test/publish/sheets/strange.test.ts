import { writeFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importStations } from '../../../src/publish/import/import-stations';
import { geodesicMeters } from '../../support/geodesic';
import { removeScratch, scratch } from '../import/book';
import { convert } from './office';
import { mapDumps } from './strange-dumps';
import { strangeLayouts } from './strange-layouts';
import { strangePositions } from './strange-positions';

removeScratch();

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: Readonly<Record<string, unknown>>;
}

async function importFile(path: string) {
  let text = '';
  const out = { write: (part: string) => (text += part) };
  const { report } = await importStations([path], { out, outCrs: 'wgs84', today: '2026-11-24' });
  return { report, features: (JSON.parse(text) as { features: Feature[] }).features };
}

describe('a strange sheet, with no mapping file', () => {
  it.each([...strangeLayouts, ...strangePositions, ...mapDumps])('$what', async (sheet) => {
    const { file, text, encoding = 'utf8', crs = 'wgs84', withinMeters = 2 } = sheet;
    const path = scratch(file);
    writeFileSync(path, iconv.encode(text, encoding));
    const { report, features } = await importFile(path);
    const told = report.findings.map(({ code, origin }) => `${code} ${origin.row}`);
    expect(
      features.map(({ properties }) => properties['name']),
      told.join('; '),
    ).toEqual(sheet.stations.map(({ name }) => name));
    sheet.stations.forEach(({ at, has = {} }, index) => {
      const { geometry, properties } = features[index]!;
      const [lng, lat] = geometry.coordinates;
      // What is in no CRS by its own word is taken for GCJ-02, in China.
      const truth = convert({ lng: at[0], lat: at[1] }, crs, 'wgs84');
      expect(geodesicMeters({ lng, lat }, truth), `${lng}, ${lat}`).toBeLessThan(withinMeters);
      for (const [field, value] of Object.entries(has)) {
        if (value === undefined) expect(properties[field], field).toBeUndefined();
        else if (Array.isArray(value)) expect(properties[field]).toEqual(value);
        else if (typeof value === 'object')
          expect(properties[field]).toMatchObject(value as object);
        else expect(properties[field]).toBe(value);
      }
    });
    for (const finding of sheet.told ?? []) expect(told).toContain(finding);
  });
});
