import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { nearestIds, readFeatures } from './peer-features';

/*
 * The same from gzipped GeoJSON, as an app would do it with well-known parts.
 */
const [file, lng, lat] = process.argv.slice(2);
const packed = readFileSync(file!);
const start = performance.now();
const indexed = readFeatures(
  gunzipSync(packed, { chunkSize: packed.readUInt32LE(packed.length - 4) }).toString(),
);
const opened = performance.now();
const ids = nearestIds(indexed, Number(lng), Number(lat));
const end = performance.now();
console.log(JSON.stringify({ milliseconds: end - start, opening: opened - start, ids }));
