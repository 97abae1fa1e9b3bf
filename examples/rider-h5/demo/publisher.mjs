import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSite,
  readKeyFile,
  rotateKeys,
  StationSet,
  signSite,
  writeNewKey,
} from 'yizhan/publish';
import { readSample } from '../../sample.mjs';
import { recordsOf } from './versions.mjs';

const dataset = 'shanghai-sample';

/**
 * A publisher with a folder of its own: keys, and the site that is served. Opened again, it goes on where it was.
 */
export async function openPublisher(folder, now) {
  const site = join(folder, 'site');
  mkdirSync(folder, { recursive: true });
  const keyOf = (n) => {
    const file = join(folder, `key-${n}.json`);
    return existsSync(file) ? readKeyFile(file) : writeNewKey(file);
  };
  const first = await keyOf(1);
  let keyNumber = 1;
  while (existsSync(join(folder, `key-${keyNumber + 1}.json`))) keyNumber++;
  let signer = await keyOf(keyNumber);
  const newest = join(site, 'manifest.payload.json');
  let sequence = existsSync(newest) ? JSON.parse(readFileSync(newest, 'utf8')).sequence : 0;

  async function publish() {
    const records = recordsOf(readSample(), sequence + 1);
    const set = StationSet.from(records, { crs: 'gcj02' });
    const built = await buildSite(set, site, { dataset, keys: [signer], publishedAt: now() });
    sequence = built.payload.sequence;
    const { count, deltas, snapshot } = built.payload.packs[0];
    const deltaBytes = deltas[0]?.packedBytes;
    return { sequence, stations: count, packBytes: snapshot.packedBytes, deltaBytes };
  }

  /** New keys, signed by the old ones; the manifest is signed by both first, so that no device is left behind. */
  async function rotate() {
    const next = await keyOf(keyNumber + 1);
    await signSite(site, [signer, next], 1);
    const pinned = { dataset, keys: [first.publicKey], threshold: 1 };
    const change = { keys: [next.publicKey], threshold: 1, publishedAt: now() };
    const { payload } = await rotateKeys(site, pinned, change, [signer, next]);
    keyNumber++;
    signer = next;
    return { keysVersion: payload.version, key: next.publicKey };
  }

  return { site, publicKey: first.publicKey, publish, rotate };
}
