import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Crs, StationSet } from '../../src/core';

/*
 * A process of its own: from the bytes of a gzipped pack in memory to the first answer. Prints milliseconds and ids.
 */
const [file, lng, lat, crs] = process.argv.slice(2);
const packed = readFileSync(file!);
const start = performance.now();
const set = StationSet.decode(
  gunzipSync(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) }),
  { crs: crs as Crs },
);
const opened = performance.now();
const hits = set.nearest([Number(lng), Number(lat)], { limit: 5 });
const end = performance.now();
const ids = hits.map(({ station }) => station.id);
console.log(JSON.stringify({ milliseconds: end - start, opening: opened - start, ids }));
