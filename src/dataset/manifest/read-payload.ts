import { InvalidManifestError } from '../../errors';
import type { Bounds } from '../../geo/bounds';
import { positionFault } from '../../geo/position';
import { show } from '../../wording';
import {
  at,
  fault,
  hashExpected,
  hashPattern,
  instant,
  list,
  member,
  nameExpected,
  namePattern,
  type Place,
  parseAscii,
  text,
  wholeNumber,
} from './json-reader';
import {
  type Delta,
  type ManifestPack,
  type ManifestPayload,
  mostDeltas,
  mostObjectBytes,
  mostPacks,
  objectPath,
  payloadFormat,
  type SignedObject,
  type Snapshot,
} from './payload';

const top: Place = { code: 'MANIFEST_INVALID', path: '' };
/** The whole country has a thousandth of them. */
const mostStations = 2 ** 31 - 1;
export const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

/**
 * What a verified payload says. Members that nobody knows are passed over, so that later versions can add some.
 *
 * @throws InvalidManifestError `UNSUPPORTED_FORMAT`, `MANIFEST_INVALID`
 */
export function readPayload(bytes: Uint8Array): ManifestPayload {
  const value = parseAscii(bytes, top);
  const format = member(value, 'format', top);
  if (format !== payloadFormat)
    throw new InvalidManifestError(
      'UNSUPPORTED_FORMAT',
      `The manifest is in format ${show(format)}, this version reads ${payloadFormat}: update the app`,
    );
  const get = (name: string): [unknown, Place] => [member(value, name, top), at(top, name)];
  const payload: ManifestPayload = {
    format,
    dataset: text(...get('dataset'), namePattern, nameExpected),
    channel: text(...get('channel'), namePattern, nameExpected),
    sequence: wholeNumber(...get('sequence'), 1, Number.MAX_SAFE_INTEGER),
    publishedAt: instant(...get('publishedAt')),
    expiresAt: instant(...get('expiresAt')),
    minSdk: text(...get('minSdk'), versionPattern, 'a version such as 1.2.3'),
    ...readShrunkAt(...get('shrunkAt')),
    packs: list(...get('packs'), mostPacks, readManifestPack),
  };
  if (Date.parse(payload.expiresAt) <= Date.parse(payload.publishedAt))
    throw fault(at(top, 'expiresAt'), `after ${payload.publishedAt}`, payload.expiresAt);
  if ((payload.shrunkAt ?? 0) > payload.sequence)
    throw fault(at(top, 'shrunkAt'), `at most ${payload.sequence}`, payload.shrunkAt);
  checkDistinct(
    payload.packs.map(({ name }) => name),
    at(top, 'packs'),
    'packs of distinct names',
  );
  return payload;
}

function readShrunkAt(value: unknown, place: Place): Pick<ManifestPayload, 'shrunkAt'> {
  if (value === undefined) return {};
  return { shrunkAt: wholeNumber(value, place, 1, Number.MAX_SAFE_INTEGER) };
}

function readManifestPack(value: unknown, place: Place): ManifestPack {
  const get = (name: string): [unknown, Place] => [member(value, name, place), at(place, name)];
  const pack: ManifestPack = {
    name: text(...get('name'), namePattern, nameExpected),
    bounds: readPackBounds(...get('bounds')),
    count: wholeNumber(...get('count'), 1, mostStations),
    snapshot: readSnapshot(...get('snapshot')),
    deltas: list(...get('deltas'), mostDeltas, readDelta),
  };
  // A way from here to here would lead round in a circle; two from one place, nobody needs.
  checkDistinct(
    [pack.snapshot.sha256, ...pack.deltas.map(({ fromSha256 }) => fromSha256)],
    at(place, 'deltas'),
    'deltas from distinct earlier packs',
  );
  return pack;
}

function readSnapshot(value: unknown, place: Place): Snapshot {
  return {
    ...readObject(value, place, 'pack'),
    sha256: text(member(value, 'sha256', place), at(place, 'sha256'), hashPattern, hashExpected),
  };
}

function readDelta(value: unknown, place: Place): Delta {
  const from = member(value, 'fromSha256', place);
  return {
    fromSha256: text(from, at(place, 'fromSha256'), hashPattern, hashExpected),
    ...readObject(value, place, 'delta'),
  };
}

function readObject(value: unknown, place: Place, kind: 'pack' | 'delta'): SignedObject {
  const get = (name: string): [unknown, Place] => [member(value, name, place), at(place, name)];
  const packedSha256 = text(...get('packedSha256'), hashPattern, hashExpected);
  const [path, pathPlace] = get('path');
  // The one path it can have leaves no room for `..`, other hosts, or one name for two things.
  const expectedPath = objectPath(kind, packedSha256);
  if (path !== expectedPath) throw fault(pathPlace, expectedPath, path);
  return {
    path: expectedPath,
    packedBytes: wholeNumber(...get('packedBytes'), 1, mostObjectBytes),
    packedSha256,
    bytes: wholeNumber(...get('bytes'), 1, mostObjectBytes),
  };
}

function readPackBounds(value: unknown, place: Place): Bounds {
  const expected = '[west, south, east, north] in degrees, west ≤ east, south ≤ north';
  if (!Array.isArray(value) || value.length !== 4) throw fault(place, expected, value);
  const [west, south, east, north] = value as [number, number, number, number];
  const isBox = west <= east && south <= north;
  if (!isBox || positionFault([west, south]) || positionFault([east, north]))
    throw fault(place, expected, value);
  return [west, south, east, north];
}

function checkDistinct(names: readonly string[], place: Place, expected: string): void {
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw fault(place, expected, twice);
}
