import type { CollectionFacts } from '../../dataset/geojson';
import { convertChecked } from '../../geo/crs';
import type { TextSink } from './import-options';
import type { RowFacts } from './row-facts';
import type { Spool } from './spool';
import type { TextPool } from './text-pool';

/** Converted positions are written to 1e-7°, 11 mm; others as they were. */
const perDegree = 1e7;

/** Handed on at once. */
const chunkCharacters = 2 ** 16;

/** Rows between two looks at whether to go on. */
const rowsPerLook = 5000;

/**
 * Writes the dataset as GeoJSON, a feature on each line in the order of files and rows. What a station says goes
 * from the spool as it is: only its id and position are added.
 */
export async function writeStations(
  sink: TextSink,
  head: CollectionFacts,
  rows: RowFacts,
  ids: TextPool,
  spool: Spool,
  signal: AbortSignal | undefined,
  onRow: (row: number) => void,
): Promise<void> {
  let chunk = `{"type":"FeatureCollection","yizhan":${JSON.stringify(head)},"features":[`;
  let at = 0;
  let separator = '\n';
  for await (const properties of spool.lines()) {
    if (at % rowsPerLook === 0) signal?.throwIfAborted();
    if (rows.isStation(at)) {
      const coordinates = JSON.stringify(positionOf(rows, at, head.crs));
      chunk +=
        `${separator}{"type":"Feature","id":${JSON.stringify(ids.at(at))},"geometry":` +
        `{"type":"Point","coordinates":${coordinates}},"properties":${properties}}`;
      if (chunk.length >= chunkCharacters) {
        await sink.write(chunk);
        chunk = '';
      }
      separator = ',\n';
    }
    at++;
    onRow(at);
  }
  await sink.write(`${chunk}\n]}\n`);
}

function positionOf(rows: RowFacts, at: number, crs: CollectionFacts['crs']): [number, number] {
  const written = { lng: rows.lng[at]!, lat: rows.lat[at]! };
  const { lng, lat } = convertChecked(written, rows.crsOf(at)!, crs);
  if (lng === written.lng && lat === written.lat) return [lng, lat];
  return [Math.round(lng * perDegree) / perDegree, Math.round(lat * perDegree) / perDegree];
}
