/** These ship no types of their own. */
declare module '@mapbox/polyline' {
  export function decode(text: string, precision: number): [lat: number, lng: number][];
  export function encode(points: readonly (readonly number[])[], precision: number): string;
}

declare module 'coordtransform' {
  type Conversion = (lng: number, lat: number) => [lng: number, lat: number];
  const conversions: {
    readonly wgs84togcj02: Conversion;
    readonly gcj02tobd09: Conversion;
    readonly gcj02towgs84: Conversion;
    readonly bd09togcj02: Conversion;
  };
  export default conversions;
}
