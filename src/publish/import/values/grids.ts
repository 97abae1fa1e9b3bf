import proj4 from 'proj4';

/*
 * Surveyors' grids whose numbers say which one they are of, given where the rest of the table is.
 * This is the only file that knows proj4.
 */

/** What a pair of metres may mean, in degrees of WGS-84. */
export interface GridReading {
  readonly lng: number;
  readonly lat: number;
  readonly unit: string;
}

interface MapGrid {
  readonly unit: string;
  readonly definition: string;
  readonly mostEast: number;
  readonly mostNorth: number;
}

/** Definitions of the EPSG register; their seven parameters are good to about 5 m. */
const britishGrids: readonly MapGrid[] = [
  {
    unit: 'EPSG:27700',
    definition:
      '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m',
    mostEast: 700_000,
    mostNorth: 1_300_000,
  },
  {
    unit: 'EPSG:29903',
    definition:
      '+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +ellps=mod_airy +towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m',
    mostEast: 370_000,
    mostNorth: 460_000,
  },
];

/** A grid by itself, told by its numbers and what its columns are called. */
interface NationalGrid {
  readonly unit: string;
  readonly definition: string;
  readonly east: readonly [number, number];
  readonly north: readonly [number, number];
  /** Its numbers may be another grid's: the headers must say so. */
  readonly headers?: RegExp;
}

/** Of the EPSG register too. No two take the same numbers but Britain's, which are those of many. */
const nationalGrids: readonly NationalGrid[] = [
  {
    unit: 'EPSG:2326',
    definition:
      '+proj=tmerc +lat_0=22.31213333333334 +lon_0=114.1785555555556 +k=1 +x_0=836694.05 +y_0=819069.8 +ellps=intl +towgs84=-162.619,-276.959,-161.764,0.067753,-2.243649,-1.158827,-1.094246 +units=m',
    east: [799_000, 868_000],
    north: [799_000, 849_000],
  },
  {
    unit: 'EPSG:3826',
    definition:
      '+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80 +units=m',
    east: [147_000, 352_000],
    north: [2_420_000, 2_920_000],
    headers: /twd|tm2|97/i,
  },
  {
    unit: britishGrids[0]!.unit,
    definition: britishGrids[0]!.definition,
    east: [0, britishGrids[0]!.mostEast],
    north: [0, britishGrids[0]!.mostNorth],
    headers: /easting|northing|geo_?[xy]|osgb|bng|27700/i,
  },
];

/** The grid that a table's positions are in, when they are metres, easting first. */
export function gridOf(
  pairs: readonly (readonly [number, number])[],
  headers: string,
): string | undefined {
  const metres = pairs.filter(([x, y]) => Math.abs(x) > 1000 && Math.abs(y) > 1000);
  if (metres.length === 0 || metres.length < pairs.length * 0.8) return undefined;
  return nationalGrids.find(({ east, north, headers: names }) => {
    const fits = metres.filter(([x, y]) => isWithin(x, east) && isWithin(y, north));
    return fits.length >= metres.length * 0.8 && (names === undefined || names.test(headers));
  })?.unit;
}

/** A grid by its number in the EPSG register, as GeoJSON names it; of those that are known here. */
export function gridOfEpsg(name: string): string | undefined {
  const number = /EPSG:+(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  return nationalGrids.find(({ unit }) => unit === `EPSG:${number}`)?.unit;
}

/** A position in metres of a grid found so. */
export function readNationalGrid(unit: string, x: number, y: number): GridReading | undefined {
  const grid = nationalGrids.find((one) => one.unit === unit);
  if (grid === undefined || !isWithin(x, grid.east) || !isWithin(y, grid.north)) return undefined;
  return { ...toDegrees(grid.definition, x, y), unit };
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return value > least && value < most;
}

/** Eastings and northings of Great Britain or Ireland, in either order, in metres or kilometres. */
export function readBritishGrid(x: number, y: number, isOrderSure: boolean): GridReading[] {
  const scale = Math.abs(x) < 1_300 && Math.abs(y) < 1_300 ? 1_000 : 1;
  const orders = isOrderSure ? [[x, y] as const] : [[x, y] as const, [y, x] as const];
  return britishGrids.flatMap(({ unit, definition, mostEast, mostNorth }) =>
    orders.flatMap(([a, b]) => {
      const [east, north] = [a * scale, b * scale];
      if (!(east > 0 && east < mostEast && north > 0 && north < mostNorth)) return [];
      return [{ ...toDegrees(definition, east, north), unit }];
    }),
  );
}

/**
 * CGCS2000 in zones of 3° or 6° whose number stands before the easting: 40500123 is in zone 40, 120°
 * east. Surveyors write the northing first.
 */
export function readChineseGrid(x: number, y: number): GridReading | undefined {
  const [east, north] = x > 1e7 ? [x, y] : [y, x];
  const zone = Math.floor(east / 1e6);
  const isWide = zone >= 13 && zone <= 23;
  if (!isWide && !(zone >= 25 && zone <= 45)) return undefined;
  if (!(north > 300_000 && north < 6_000_000)) return undefined;
  const meridian = isWide ? zone * 6 - 3 : zone * 3;
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${zone}500000 +y_0=0 +ellps=GRS80 +units=m`;
  return { ...toDegrees(definition, east, north), unit: `CGCS2000 zone ${zone}` };
}

const converters = new Map<string, proj4.Converter>();

function toDegrees(definition: string, east: number, north: number) {
  const converter = converters.get(definition) ?? proj4(definition, 'WGS84');
  converters.set(definition, converter);
  const [lng, lat] = converter.forward([east, north]) as [number, number];
  return { lng, lat };
}
