import { Builder } from 'flatbuffers';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildFeature, type IProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import type { PointBox } from './hilbert-order';

/*
 * What is made by the libraries of FlatGeobuf; loaded when asked for. Theirs writes features, but no header with
 * an index, a CRS or types of columns, so the header is put together here. This is the only file that knows
 * flatgeobuf and flatbuffers.
 */

export interface LayerColumn {
  readonly name: string;
  readonly type: 'String' | 'DateTime' | 'Int' | 'Double' | 'Json';
  readonly isId: boolean;
}

export interface Layer {
  readonly columns: readonly LayerColumn[];
  readonly features: number;
  /** Around all features; none around no features. */
  readonly box: PointBox | undefined;
  /** Children of a node of the index, 0 without one. */
  readonly nodeSize: number;
  readonly epsgCode: number;
  readonly metadata: string;
}

/** The header, with its length in front. */
export function layerHeader(layer: Layer): Uint8Array {
  const builder = new Builder();
  const columns = Header.createColumnsVector(
    builder,
    layer.columns.map((column) => columnOf(builder, column)),
  );
  const organisation = builder.createString('EPSG');
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, layer.epsgCode);
  const crs = Crs.endCrs(builder);
  const name = builder.createString('stations');
  const metadata = builder.createString(layer.metadata);
  const envelope = layer.box && envelopeOf(builder, layer.box);
  Header.startHeader(builder);
  Header.addName(builder, name);
  if (envelope !== undefined) Header.addEnvelope(builder, envelope);
  Header.addGeometryType(builder, GeometryType.Point);
  Header.addColumns(builder, columns);
  Header.addFeaturesCount(builder, BigInt(layer.features));
  Header.addIndexNodeSize(builder, layer.nodeSize);
  Header.addCrs(builder, crs);
  Header.addMetadata(builder, metadata);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

function columnOf(builder: Builder, { name, type, isId }: LayerColumn): number {
  const nameAt = builder.createString(name);
  Column.startColumn(builder);
  Column.addName(builder, nameAt);
  Column.addType(builder, ColumnType[type]);
  Column.addNullable(builder, !isId);
  Column.addUnique(builder, isId);
  return Column.endColumn(builder);
}

function envelopeOf(builder: Builder, { xmin, ymin, xmax, ymax }: PointBox): number {
  return Header.createEnvelopeVector(builder, [xmin, ymin, xmax, ymax]);
}

/** Writes points of a layer as features, each with its length in front; `null` is a value that is not there. */
export function featureWriter({ columns }: Layer) {
  const header = {
    columns: columns.map(({ name, type }) => ({ name, type: ColumnType[type] })),
  } as unknown as Parameters<typeof buildFeature>[2];
  return (lng: number, lat: number, values: ReadonlyMap<string, unknown>): Uint8Array => {
    const point = { xy: [lng, lat], type: GeometryType.Point };
    return buildFeature(
      // The library's type asks for ends and parts, which a point has not.
      point as unknown as Parameters<typeof buildFeature>[0],
      Object.fromEntries(values) as IProperties,
      header,
    );
  };
}
