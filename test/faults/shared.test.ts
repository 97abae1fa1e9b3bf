import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../src/dataset/manifest/envelope';
import { deferred } from '../support/deferred';
import { codeOf, fingerprint, makeRig, quickTiming, serving } from '../support/device';
import { signed } from '../support/manifests';
import { dayOne, signer, tempFolder } from '../support/sites';

/* Several clients of one folder that do not know of each other: what one does must not undo what another did. */

const isObject = (path: string) => /^\/(packs|deltas)\//.test(path);

describe('one who sleeps in the middle of an update', () => {
  it.each([1, 2, 3])(
    'finds %i updates of another one when it wakes, and serves the last',
    async (updates) => {
      const rig = await makeRig();
      const asked = deferred();
      const go = deferred();
      let isFirst = true;
      rig.server.answer = async (request) => {
        const answer = await rig.right(request);
        if (!isFirst || !isObject(request.path)) return answer;
        isFirst = false;
        asked.resolve();
        await go.promise;
        return answer;
      };
      const patient = { ...quickTiming, stallMilliseconds: 60_000 };
      const sleeper = await rig.open({}, { timing: patient });
      const refreshed = sleeper.refresh();
      await asked.promise;
      // For this one the sleeper's lease has long ended.
      const other = await rig.open({}, { now: () => dayOne + 9e6 });
      for (let version = 2; version <= updates + 1; version++) {
        if (version > 2) await rig.publish(version);
        await other.refresh();
      }
      const last = fingerprint(other.stations);
      go.resolve();
      expect(await refreshed).toBe(true);
      expect(fingerprint(sleeper.stations)).toBe(last);
      const again = await rig.open();
      expect(again.status()).toMatchObject({ source: 'device', sequence: updates + 1 });
      expect(fingerprint(again.stations)).toBe(last);
      expect(await again.refresh()).toBe(false);
    },
  );
});

describe('a cache that is emptied while a client is open', () => {
  it('and filled by another one: the first one takes over what that has', async () => {
    const rig = await makeRig();
    for (const name of readdirSync(rig.folder)) rmSync(join(rig.folder, name), { recursive: true });
    const other = await rig.open();
    expect(other.status()).toMatchObject({ generation: 1, sequence: 2 });
    expect(rig.client.status()).toMatchObject({ generation: 1, sequence: 1 });
    expect(await rig.client.refresh()).toBe(true);
    expect(fingerprint(rig.client.stations)).toBe(fingerprint(other.stations));
  });

  it('and filled from a mirror that leads back: the first one stays where it is', async () => {
    const rig = await makeRig();
    const old = tempFolder();
    cpSync(rig.site, old, { recursive: true });
    await rig.publish(3);
    await rig.client.refresh();
    const answers = fingerprint(rig.client.stations);
    for (const name of readdirSync(rig.folder)) rmSync(join(rig.folder, name), { recursive: true });
    rig.server.answer = serving(old);
    expect((await rig.open()).status().sequence).toBe(2);
    expect(await codeOf(rig.client.refresh())).toBe('ROLLBACK');
    expect(fingerprint(rig.client.stations)).toBe(answers);
  });
});

describe('two versions of an app, the newer one without a stolen key', () => {
  it('the newer one takes nothing from the older one that it would not take from the network', async () => {
    const rig = await makeRig();
    const fresh = await signer(7);
    await rig.publish(2, { keys: [rig.key, fresh] });
    await rig.client.refresh();
    const newer = await rig.open({ keys: [fresh.publicKey] });
    const answers = fingerprint(newer.stations);
    expect(newer.status()).toMatchObject({ source: 'device', signed: true });
    const thief = tempFolder();
    cpSync(rig.site, thief, { recursive: true });
    rig.server.answer = serving(thief);
    await rig.publish(5, { sequence: 99 });
    cpSync(rig.site, thief, { recursive: true });
    expect(await codeOf(newer.refresh())).toBe('UNKNOWN_KEY');
    expect(await rig.client.refresh()).toBe(true);
    expect(await codeOf(newer.refresh())).toBe('UNKNOWN_KEY');
    expect(fingerprint(newer.stations)).toBe(answers);
    // Started anew it has the generation before, which its own key has signed as well.
    const again = await rig.open({ keys: [fresh.publicKey] });
    expect(again.status()).toMatchObject({ source: 'previous', signed: true });
    expect(fingerprint(again.stations)).toBe(answers);
  });

  it('what none of its keys has signed comes after what came with the app, and is said to be unsigned', async () => {
    const rig = await makeRig();
    const fresh = await signer(7);
    const keys = [fresh.publicKey];
    const stray = await rig.open({ keys });
    expect(stray.status()).toMatchObject({ source: 'device', signed: false });
    expect(await codeOf(stray.refresh())).toBe('UNKNOWN_KEY');
    expect(stray.nearest([121.47, 31.23], { limit: 1 })).toHaveLength(1);
    await rig.publish(3, { keys: [fresh] });
    expect(await stray.refresh()).toBe(true);
    expect(stray.status()).toMatchObject({ source: 'network', signed: true });
    expect((await rig.open({ keys })).status()).toMatchObject({ source: 'device', signed: true });
  });

  it('what is here, signed anew by a key that it has: nothing is fetched, and it is trusted', async () => {
    const rig = await makeRig();
    await rig.client.refresh();
    const fresh = await signer(7);
    const keys = [fresh.publicKey];
    const stray = await rig.open({ keys });
    const manifest = join(rig.site, 'manifest.json');
    const { payload } = readEnvelope(readFileSync(manifest), 'manifest-v1');
    writeFileSync(manifest, await signed('manifest-v1', payload, [fresh]));
    rig.server.requests.length = 0;
    await stray.refresh();
    expect(stray.status()).toMatchObject({ sequence: 2, signed: true });
    expect(rig.server.requests.some(({ path }) => isObject(path))).toBe(false);
    expect((await rig.open({ keys })).status()).toMatchObject({ source: 'device', signed: true });
  });

  it('one key more, and nobody leads it back', async () => {
    const rig = await makeRig();
    await rig.client.refresh();
    const old = tempFolder();
    cpSync(rig.site, old, { recursive: true });
    await rig.publish(3);
    await rig.client.refresh();
    rig.server.answer = serving(old);
    const more = await rig.open({ keys: [rig.key.publicKey, (await signer(9)).publicKey] });
    expect(await codeOf(more.refresh())).toBe('ROLLBACK');
    expect(more.status()).toMatchObject({ sequence: 3, signed: true });
  });
});
