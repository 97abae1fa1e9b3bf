import { concatBytes } from '../../dataset/bytes';
import type { Station } from '../../dataset/station';
import type { StationSet } from '../../stations/station-set';
import { datasetFacts } from './dataset-facts';
import { type FieldKind, type FieldName, fields, fitsInt32 } from './fields';
import type { Layer, LayerColumn } from './flatgeobuf-library';
import { boxAround, inHilbertOrder } from './hilbert-order';
import { nodeSize, packTree } from './packed-tree';
import { placeStations } from './place-stations';

/** `fgb`, version 3, `fgb`, patch 1. */
const magic = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x01);

const epsgWgs84 = 4326;

/** The stations as FlatGeobuf with a spatial index, in WGS-84. */
export async function writeFlatGeobuf(set: StationSet): Promise<Uint8Array> {
  const { featureWriter, layerHeader } = await import('./flatgeobuf-library');
  const placed = inHilbertOrder(placeStations(set, 'wgs84'));
  const isEmpty = placed.length === 0;
  const layer: Layer = {
    columns: columnsFor(placed.map(({ station }) => station)),
    features: placed.length,
    box: isEmpty ? undefined : boxAround(placed),
    nodeSize: isEmpty ? 0 : nodeSize,
    epsgCode: epsgWgs84,
    metadata: datasetFacts(set),
  };
  const write = featureWriter(layer);
  const features = placed.map(({ station, lng, lat }) => write(lng, lat, valuesOf(station)));
  let size = 0;
  const starts = features.map((bytes) => {
    size += bytes.length;
    return size - bytes.length;
  });
  const index = isEmpty ? [] : [packTree(placed, starts)];
  return concatBytes([magic, layerHeader(layer), ...index, ...features]);
}

const typeOf: Readonly<Record<FieldKind, LayerColumn['type']>> = {
  text: 'String',
  codes: 'String',
  // As written: a day stays a day for those who read the text.
  date: 'DateTime',
  count: 'Int',
  json: 'Json',
};

function columnsFor(stations: readonly Station[]): LayerColumn[] {
  return fields.map(([name, kind]) => {
    const isLarge = kind === 'count' && !fitsInt32(stations, name as 'capacity' | 'beds');
    return { name, type: isLarge ? 'Double' : typeOf[kind], isId: name === 'id' };
  });
}

function valuesOf(station: Station): ReadonlyMap<string, unknown> {
  return new Map(fields.map(([name, kind]) => [name, columnValue(station, name, kind)]));
}

/** `null` for nothing. Lists of codes are text between `;`. */
function columnValue(station: Station, name: FieldName, kind: FieldKind): unknown {
  if (kind !== 'codes') return station[name] ?? null;
  return (station[name] as readonly string[]).join(';') || null;
}
