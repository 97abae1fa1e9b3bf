import { execFileSync, spawnSync } from 'node:child_process';

/* GDAL reads what we write for GIS programs: QGIS and many others read by it. Debian's package is gdal-bin. */

export const gdalIsMissing = spawnSync('ogr2ogr', ['--version']).error !== undefined;
if (gdalIsMissing && process.env['REQUIRE_GDAL'] === '1') {
  throw new Error('REQUIRE_GDAL=1, and there is no ogr2ogr: install gdal-bin');
}

interface GdalFeature {
  readonly id?: string | number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
}

/** A layer as GDAL understands it. */
export function gdalFeatures(path: string, options: readonly string[] = []): GdalFeature[] {
  const args = ['-f', 'GeoJSON', '/vsistdout/', path, '-lco', 'COORDINATE_PRECISION=15'];
  const text = execFileSync('ogr2ogr', [...args, ...options], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return (JSON.parse(text) as { features: GdalFeature[] }).features;
}

/** What GDAL says of a file without its features; its warnings would be in it too. */
export function gdalSummary(path: string, options: readonly string[] = []): string {
  const args = ['-ro', '-so', '-al', ...options, path];
  const { stdout, stderr } = spawnSync('ogrinfo', args, { encoding: 'utf8' });
  return stderr + stdout;
}

/**
 * A value as GDAL's GeoJSON shows it: text that is a JSON object or list becomes one, so both sides of a
 * comparison go through this.
 */
export function asShown(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
