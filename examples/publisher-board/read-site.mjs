import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { folderReader, httpReader, StationSet, verifySite } from 'yizhan/publish';
import { readTrust } from './read-trust.mjs';

const mostManifestBytes = 128 * 1024;
const mostPackBytes = 128 * 1024 * 1024;
/** How many numbers back it looks for earlier versions; some are left out. */
const mostVersions = 20;

/** How a path of a pack looks: nothing else is read, whatever a manifest says. */
const packPath = /^packs\/[0-9a-f]{32}\.pack\.gz$/;

/** @param place a folder, or the address of a site */
export async function openSite(place) {
  return /^https?:/i.test(place) ? httpReader(place) : folderReader(place);
}

/**
 * What a site holds: who signed it, what a device would say of it, and its versions, newest first.
 *
 * @param options `keys`, `threshold`, `sdkVersion`, `now`
 */
export async function readSite(reader, options) {
  const trust = await readTrust(reader, options);
  const { keys, threshold, sdkVersion, now } = options;
  const report = await verifySite(reader, { keys, threshold, sdkVersion, now });
  const current = report.payload ?? trust.claimed;
  const versions = current === undefined ? [] : await readVersions(reader, current, now);
  const { claimed, ...shown } = trust;
  return {
    name: /^https?:/i.test(reader.name) ? reader.name : basename(reader.name),
    dataset: current?.dataset,
    channel: current?.channel,
    trust: shown,
    failures: report.failures,
    notes: report.notes,
    checked: report.checked,
    versions,
  };
}

async function readVersions(reader, current, now) {
  const payloads = [current];
  const oldest = Math.max(1, current.sequence - mostVersions);
  for (let sequence = current.sequence - 1; sequence >= oldest; sequence--) {
    const payload = await readHistory(reader, sequence);
    if (payload !== undefined) payloads.push(payload);
  }
  const sequenceOf = new Map();
  for (const { sequence, packs } of payloads)
    for (const { snapshot } of packs) sequenceOf.set(snapshot.sha256, sequence);
  const vouched = new Set(
    current.packs.flatMap(({ snapshot, deltas }) => [
      snapshot.sha256,
      ...deltas.map(({ fromSha256 }) => fromSha256),
    ]),
  );
  return payloads.map((payload) => versionOf(payload, { current, now, sequenceOf, vouched }));
}

/** History is signed by nobody, and may be anything. */
async function readHistory(reader, sequence) {
  try {
    const bytes = await reader.read(`history/${sequence}.json`, mostManifestBytes);
    const payload = bytes && JSON.parse(Buffer.from(bytes).toString('utf8'));
    return payload?.sequence === sequence && Array.isArray(payload.packs) ? payload : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(payload, { current, now, sequenceOf, vouched }) {
  const { sequence, publishedAt, expiresAt, minSdk } = payload;
  const packs = payload.packs.map(({ name, count, snapshot, deltas }) => ({
    name,
    count,
    snapshot,
    deltas: deltas.map(({ fromSha256, packedBytes }) => ({
      from: sequenceOf.get(fromSha256),
      packedBytes,
    })),
  }));
  const known = packs.every(({ snapshot }) => vouched.has(snapshot.sha256)) ? 'delta' : 'history';
  return {
    sequence,
    publishedAt,
    expiresAt,
    minSdk,
    isStale: Date.parse(expiresAt) <= now,
    /** How its contents are known: by the manifest, by a delta of the manifest that begins with them, by history alone. */
    known: payload === current ? 'manifest' : known,
    count: sum(packs, ({ count }) => count),
    packedBytes: sum(packs, ({ snapshot }) => snapshot.packedBytes),
    deltaBytes: sum(packs, ({ deltas }) => sum(deltas, ({ packedBytes }) => packedBytes)),
    packs,
  };
}

function sum(list, of) {
  return list.reduce((total, one) => total + of(one), 0);
}

/**
 * The stations of a version, each pack compared with its hashes first, in the order of their ids.
 *
 * @throws Error when a pack is gone or is not what it was
 */
export async function readStations(reader, version, crs) {
  const stations = [];
  for (const { name, snapshot } of version.packs) {
    const { path, packedSha256, sha256, bytes } = snapshot;
    const packed = packPath.test(path) ? await reader.read(path, mostPackBytes) : undefined;
    if (packed === undefined)
      throw new Error(`pack ${name} of version ${version.sequence} is gone`);
    const damaged = new Error(`pack ${name} of version ${version.sequence} is damaged`);
    if (hashOf(packed) !== packedSha256) throw damaged;
    const pack = gunzipSync(packed, { maxOutputLength: Math.min(bytes, mostPackBytes) || 1 });
    if (hashOf(pack) !== sha256) throw damaged;
    stations.push(...StationSet.decode(new Uint8Array(pack), { crs }).filter());
  }
  return stations.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
