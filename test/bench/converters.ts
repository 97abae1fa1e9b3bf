import coordtransform from 'coordtransform';
import gcoord from 'gcoord';
import { type Crs, convert, convertAll } from '../../src/core';
import type { LngLat } from '../../src/geo/position';

/** Places to convert, as the different contestants want them. */
export interface Batch {
  readonly places: readonly LngLat[];
  /** Longitude, latitude, longitude, latitude, … */
  readonly flat: Float64Array;
}

/** One way of converting many places, in the order they come. */
export interface Converter {
  readonly name: string;
  /** In how many of the rounds a slow one takes part. @default all of them */
  readonly rounds?: number;
  readonly write: (batch: Batch, into: Float64Array) => void;
}

export function batchOf(places: readonly LngLat[]): Batch {
  return { places, flat: Float64Array.from(places.flatMap(({ lng, lat }) => [lng, lat])) };
}

export function placesOf(flat: Float64Array): LngLat[] {
  return Array.from({ length: flat.length / 2 }, (_, i) => ({
    lng: flat[2 * i]!,
    lat: flat[2 * i + 1]!,
  }));
}

export function ourConverters(from: Crs, to: Crs): Converter[] {
  return [
    {
      name: 'yizhan, convertAll',
      write: ({ flat }, into) => {
        convertAll(flat, from, to, { into });
      },
    },
    {
      name: 'yizhan, convert',
      write: ({ places }, into) => {
        for (let i = 0; i < places.length; i++) {
          const { lng, lat } = convert(places[i]!, from, to);
          into[2 * i] = lng;
          into[2 * i + 1] = lat;
        }
      },
    },
  ];
}

export function converters(from: Crs, to: Crs): Converter[] {
  return [
    ...ourConverters(from, to),
    gcoordByPosition(from, to),
    gcoordAtOnce(from, to),
    coordtransformOf(from, to),
  ];
}

const gcoordNames = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** As its documentation begins: one position a call. It gives a new array and leaves the given one. */
function gcoordByPosition(from: Crs, to: Crs): Converter {
  const source = gcoordNames[from];
  const target = gcoordNames[to];
  return {
    name: 'gcoord, a position a call',
    rounds: 4,
    write: ({ places }, into) => {
      for (let i = 0; i < places.length; i++) {
        const { lng, lat } = places[i]!;
        const moved = gcoord.transform([lng, lat], source, target) as number[];
        into[2 * i] = moved[0]!;
        into[2 * i + 1] = moved[1]!;
      }
    },
  };
}

/**
 * The quickest it can: of a position it makes the texts of four errors before it looks whether there is
 * one, of a GeoJSON once for all. It writes over GeoJSON, so each pass makes its own.
 */
function gcoordAtOnce(from: Crs, to: Crs): Converter {
  const source = gcoordNames[from];
  const target = gcoordNames[to];
  return {
    name: 'gcoord, one GeoJSON of all',
    write: ({ places }, into) => {
      const coordinates = places.map(({ lng, lat }): [number, number] => [lng, lat]);
      gcoord.transform({ type: 'MultiPoint', coordinates }, source, target);
      for (let i = 0; i < coordinates.length; i++) {
        into[2 * i] = coordinates[i]![0];
        into[2 * i + 1] = coordinates[i]![1];
      }
    },
  };
}

const { wgs84togcj02, gcj02tobd09, bd09togcj02, gcj02towgs84 } = coordtransform;

/** Between WGS-84 and BD-09 there is nothing in it but the way through GCJ-02. */
const coordtransformSteps: Readonly<Record<string, typeof wgs84togcj02>> = {
  'wgs84 gcj02': wgs84togcj02,
  'gcj02 bd09': gcj02tobd09,
  'wgs84 bd09': (lng, lat) => {
    const moved = wgs84togcj02(lng, lat);
    return gcj02tobd09(moved[0], moved[1]);
  },
  'gcj02 wgs84': gcj02towgs84,
  'bd09 gcj02': bd09togcj02,
  'bd09 wgs84': (lng, lat) => {
    const moved = bd09togcj02(lng, lat);
    return gcj02towgs84(moved[0], moved[1]);
  },
};

function coordtransformOf(from: Crs, to: Crs): Converter {
  const step = coordtransformSteps[`${from} ${to}`]!;
  return {
    name: 'coordtransform',
    write: ({ places }, into) => {
      for (let i = 0; i < places.length; i++) {
        const { lng, lat } = places[i]!;
        const moved = step(lng, lat);
        into[2 * i] = moved[0];
        into[2 * i + 1] = moved[1];
      }
    },
  };
}
