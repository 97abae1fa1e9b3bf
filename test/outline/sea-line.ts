import type { LngLat } from '../../src/geo/position';

/*
 * The outline at sea, from the mouth of the Beilun to that of the Yalu: outside every inhabited island of
 * the mainland's provinces, and between those and Kinmen and Matsu. Hong Kong and Macau lie within and
 * are cut out. Hainan and the Xisha Islands are within, where a provider's own conversions shift, too; the
 * other islands of the South China Sea are not.
 */
const corners: readonly (readonly [lng: number, lat: number])[] = [
  // The Gulf of Tonkin, round Hainan and the Xisha Islands (Sansha).
  [108.12, 21.38],
  [108.5, 20.7],
  [108.3, 19.6],
  [108.2, 18.4],
  [109.2, 17.8],
  [110.6, 15.4],
  [113.1, 15.4],
  [113.2, 17.4],
  [111.5, 19.4],
  // The coast of Guangdong, with the Wanshan and Dangan islands.
  [111.8, 20.5],
  [113.1, 21.2],
  [114.3, 21.6],
  [115.4, 22.3],
  [117.4, 22.9],
  // Xiamen Bay, outside Kinmen.
  [118.25, 23.8],
  [118.24, 24.28],
  [118.15, 24.38],
  [118.2, 24.44],
  [118.28, 24.51],
  [118.35, 24.52],
  [118.42, 24.55],
  [118.6, 24.46],
  [118.8, 24.4],
  // The coast of Fujian, outside Wuqiu and Matsu.
  [119.2, 24.7],
  [119.5, 25.08],
  [120.1, 25.2],
  [120.1, 25.7],
  [119.8, 25.9],
  [119.8, 26.2],
  [119.95, 26.33],
  [120.5, 26.55],
  // Zhejiang, the Yangtze's mouth, the Yellow Sea.
  [121.7, 27.2],
  [123.2, 29],
  [123.8, 30.7],
  [122.8, 32.8],
  [121.9, 35],
  [123.3, 37],
  [123.6, 38.8],
];

export const seaLine: readonly LngLat[] = corners.map(([lng, lat]) => ({ lng, lat }));
