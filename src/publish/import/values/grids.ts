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
