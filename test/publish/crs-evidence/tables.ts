import gcoord from 'gcoord';
import type { Crs } from '../../../src/core';
import type { Random } from '../../support/random';
import type { Cells } from '../import-stations/sheets';

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Somebody else's conversion. */
export function moved(position: readonly [number, number], from: Crs, to: Crs): [number, number] {
  return from === to
    ? [position[0], position[1]]
    : (gcoord.transform([position[0], position[1]], systems[from], systems[to]) as [
        number,
        number,
      ]);
}

/** Made-up districts: a grid of quarters with ragged borders, in WGS-84. */
const west = 113.9;
const south = 22.6;
const width = 0.06;
const across = 4;

/** Where a column's border with the next runs: no straight line. */
const bend = (along: number) => 0.008 * Math.sin(along * 140);

function cell(lng: number, lat: number): number {
  const x = Math.floor((lng - west - bend(lat)) / width);
  const y = Math.floor((lat - south) / width);
  const isInside = x >= 0 && x < across && y >= 0 && y < across;
  return isInside ? y * across + x : -1;
}

const codeOf = (number: number) => String(440301 + number);

/** The outlines, in the CRS that is asked for, as GeoJSON that does not state it. */
export function outlinesIn(crs: Crs): string {
  const features = Array.from({ length: across * across }, (_, number) => {
    const [x, y] = [number % across, Math.floor(number / across)];
    const steps = Array.from({ length: 61 }, (_, i) => south + (y + i / 60) * width);
    const left = steps.map((lat): [number, number] => [west + x * width + bend(lat), lat]);
    const right = steps.map((lat): [number, number] => [west + (x + 1) * width + bend(lat), lat]);
    const ring = [...left, ...right.reverse(), left[0]!];
    return {
      type: 'Feature',
      properties: { adcode: codeOf(number), name: `第${number + 1}区` },
      geometry: { type: 'Polygon', coordinates: [ring.map((at) => moved(at, 'wgs84', crs))] },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

export interface Noise {
  /** Share of rows that claim another district than they stand in. */
  readonly wrong: number;
  /** Share of rows that claim none. */
  readonly silent: number;
  /** How far off the position is, at most. */
  readonly meters: number;
}

/** A table whose positions are in a CRS, as messy as real ones. */
export function tableIn(crs: Crs, size: number, noise: Noise, random: Random): Cells[] {
  // A sheet is of one district, or of all.
  const only = random.chance(0.5) ? random.int(0, across * across - 1) : undefined;
  const rows: Cells[] = [];
  while (rows.length < size) {
    const lng = random.between(west, west + across * width);
    const lat = random.between(south, south + across * width);
    const number = cell(lng, lat);
    if (number === -1 || (only !== undefined && number !== only)) continue;
    const off = () => random.between(-noise.meters, noise.meters) / 111_000;
    const [x, y] = moved([lng + off(), lat + off()], 'wgs84', crs);
    const claimed = random.chance(noise.wrong) ? random.int(0, across * across - 1) : number;
    rows.push({
      名称: `驿站${rows.length}号`,
      区: random.chance(noise.silent) ? undefined : codeOf(claimed),
      经度: x.toFixed(6),
      纬度: y.toFixed(6),
    });
  }
  return rows;
}
