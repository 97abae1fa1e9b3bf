import { readFileSync } from 'node:fs';
import { nearestIds, readFeatures } from './peer-features';

/* A whole process: the same from a file of GeoJSON, with well-known parts. Prints ids. */

const [file, lng, lat] = process.argv.slice(2);
const indexed = readFeatures(readFileSync(file!, 'utf8'));
console.log(JSON.stringify(nearestIds(indexed, Number(lng), Number(lat))));
