/*
 * Where GCJ-02 does not apply within the outline. Degrees, read off OpenStreetMap's boundaries as
 * country-coder 5.6.1 simplifies them (ISC), moved 0.1 km into Hong Kong, 0.05 km into Macau in the
 * north, and in its west to the far bank.
 */

export type Corner = readonly [lng: number, lat: number];

/** Along the Shenzhen River to Sha Tau Kok, Mirs Bay, the sea south of Lantau, and Deep Bay. */
const hongKong: readonly Corner[] = [
  [113.8345, 22.1832],
  [113.8175, 22.2163],
  [113.8686, 22.4289],
  [114.0313, 22.5054],
  [114.0551, 22.5014],
  [114.0582, 22.5104],
  [114.0632, 22.5152],
  [114.0735, 22.5176],
  [114.079, 22.529],
  [114.0867, 22.5319],
  [114.0907, 22.536],
  [114.0969, 22.5332],
  [114.1034, 22.534],
  [114.1119, 22.5276],
  [114.1171, 22.5332],
  [114.127, 22.5389],
  [114.1382, 22.542],
  [114.149, 22.5398],
  [114.1522, 22.5511],
  [114.1602, 22.5592],
  [114.1723, 22.5583],
  [114.1833, 22.5533],
  [114.2065, 22.5559],
  [114.2215, 22.5523],
  [114.2292, 22.5424],
  [114.252, 22.5585],
  [114.449, 22.558],
  [114.5015, 22.15],
  [113.922, 22.139],
];

/** Along the Inner Harbour, the canal at Gongbei, the bridge's island, and the channel to Hengqin. */
const macau: readonly Corner[] = [
  [113.5402, 22.1545],
  [113.5254, 22.183],
  [113.5343, 22.2062],
  [113.532, 22.2124],
  [113.536, 22.2132],
  [113.5412, 22.2127],
  [113.5434, 22.2164],
  [113.5507, 22.2162],
  [113.5683, 22.2093],
  [113.571, 22.2037],
  [113.605, 22.204],
  [113.6301, 22.1078],
  [113.5719, 22.077],
  [113.5455, 22.108],
  [113.5515, 22.146],
  [113.5485, 22.1475],
];

export const enclaves = [hongKong, macau];
