/** Ships no types of its own. */
declare module '@mapbox/polyline' {
  export function decode(text: string, precision: number): [lat: number, lng: number][];
  export function encode(points: readonly (readonly number[])[], precision: number): string;
}
