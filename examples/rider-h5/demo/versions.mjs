/*
 * What changes from one version of the made-up stations to the next: a few close, a few open, a few have other hours.
 * The same for the same number, so that a publisher who starts anew goes on as before.
 */

/** Of a hundred stations this many change in some way. */
const changedOfHundred = 1;

/** @param {object} sample the stations as GeoJSON  @param {number} version 1: as they are */
export function recordsOf(sample, version) {
  let records = sample.features.map(({ id, properties, geometry }) => ({
    ...properties,
    id,
    position: geometry.coordinates,
  }));
  for (let n = 2; n <= version; n++) records = next(records, n);
  return records;
}

function next(records, version) {
  return records.flatMap((record, i) => {
    const chance = pseudoRandom(version, i);
    if (chance * 100 >= changedOfHundred) return [record];
    if (chance * 300 < changedOfHundred) return [];
    if (chance * 150 < changedOfHundred) return [record, opened(record, version)];
    return [{ ...record, hours: '24/7', hoursText: undefined, updatedAt: '2026-12-01' }];
  });
}

const opened = (record, version) => ({
  ...record,
  id: `${record.id}-new-${version}`,
  name: `新开的驿站 ${version}`,
  nameEn: `New station ${version}`,
  position: record.position.map((degrees) => degrees + 0.0006),
});

/** From 0 to 1, the same for the same pair (the finalizer of MurmurHash3, which is in the public domain). */
function pseudoRandom(version, i) {
  let bits = Math.imul(version, 0x9e3779b1) ^ i;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
