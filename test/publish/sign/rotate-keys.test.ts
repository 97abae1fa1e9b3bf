import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitStatements, verifyRotation } from '../../../src/dataset/manifest/rotation';
import { buildSite } from '../../../src/publish/build/build-site';
import type { SigningKey } from '../../../src/publish/sign/private-keys';
import { rotateKeys } from '../../../src/publish/sign/rotate-keys';
import { signSite } from '../../../src/publish/sign/sign-site';
import { folderReader } from '../../../src/publish/verify/folder-reader';
import { verifySite } from '../../../src/publish/verify/verify-site';
import { dayOne, recordsIn, setOf, signer, tempFolder } from '../../support/sites';

const publicOf = (keys: readonly SigningKey[]) => keys.map(({ publicKey }) => publicKey);

async function failures(folder: string, keys: readonly SigningKey[], threshold = 1) {
  const report = await verifySite(await folderReader(folder), {
    keys: publicOf(keys),
    threshold,
    now: dayOne,
    sdkVersion: '1.0.0',
  });
  return [report.failures, report.keysVersion] as const;
}

describe('changing the keys of a site', () => {
  it('takes old and new, one signer after another, and devices follow', async () => {
    const folder = tempFolder();
    const [a, b, c, d] = await Promise.all([1, 2, 3, 4].map(signer));
    const old = [a!, b!];
    const set = setOf(recordsIn('310101'));
    await buildSite(set, folder, {
      dataset: 'shanghai',
      publishedAt: dayOne,
      keys: old,
      sequence: 5,
    });
    const pinned = { keys: publicOf(old), threshold: 2, dataset: 'shanghai' };
    const next = { keys: publicOf([c!, d!]), threshold: 1, publishedAt: dayOne };

    expect(await rotateKeys(folder, pinned, next, [a!])).toMatchObject({
      isPublished: false,
      old: { signed: 1, needed: 2 },
      new: { signed: 0, needed: 1 },
      payload: { version: 1, sequenceFloor: 5, publishedAt: '2026-11-24T08:00:00Z' },
    });
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
    expect(await rotateKeys(folder, pinned, undefined, [b!])).toMatchObject({ isPublished: false });
    expect(await failures(folder, old, 2)).toEqual([[], 0]);
    expect(await rotateKeys(folder, pinned, undefined, [c!])).toMatchObject({ isPublished: true });
    expect(existsSync(join(folder, 'keys.partial.json'))).toBe(false);

    // Devices want the new keys on the manifest; with both on it, those that have not heard yet go on.
    expect((await failures(folder, old, 2))[0]).toEqual([expect.stringContaining('UNKNOWN_KEY')]);
    await signSite(folder, [c!], 1);
    expect(await failures(folder, old, 2)).toEqual([[], 1]);

    // Once more, and an app that was built with the first keys follows both changes.
    const e = await signer(5);
    const third = { keys: [e.publicKey], threshold: 1, publishedAt: dayOne, sequenceFloor: 6 };
    expect(await rotateKeys(folder, pinned, third, [c!, e])).toMatchObject({
      isPublished: true,
      payload: { version: 2 },
    });
    await buildSite(set, folder, { dataset: 'shanghai', publishedAt: dayOne, keys: [e] });
    expect(await failures(folder, old, 2)).toEqual([[], 2]);
    const statements = splitStatements(new Uint8Array(readFileSync(join(folder, 'keys.json'))));
    expect(await verifyRotation(statements, pinned)).toMatchObject({
      version: 2,
      keys: [e.publicKey],
      sequenceFloor: 6,
    });
  });

  it('is refused without the right pinned keys, with keys that are none, or with nothing begun', async () => {
    const folder = tempFolder();
    const [a, b, c] = await Promise.all([1, 2, 3].map(signer));
    const pinned = { keys: [a!.publicKey], threshold: 1, dataset: 'shanghai' };
    const next = { keys: [b!.publicKey], threshold: 1, publishedAt: dayOne };
    await expect(rotateKeys(folder, pinned, undefined, [a!])).rejects.toMatchObject({
      code: 'SITE_UNREADABLE',
    });
    const none = { ...next, keys: ['01'.padEnd(64, '0')] };
    await expect(rotateKeys(folder, pinned, none, [a!])).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
    // A key that is neither old nor new would only be in the way.
    await expect(rotateKeys(folder, pinned, next, [a!, c!])).rejects.toThrow('an old or new key');
    await rotateKeys(folder, pinned, next, [a!, b!]);
    const wrong = { ...pinned, keys: [c!.publicKey] };
    await expect(rotateKeys(folder, wrong, next, [a!])).rejects.toMatchObject({
      code: 'UNKNOWN_KEY',
    });
    writeFileSync(join(folder, 'keys.json'), 'rot\n');
    await expect(rotateKeys(folder, pinned, next, [a!])).rejects.toMatchObject({
      code: 'NOT_KEYS',
    });
  });
});
