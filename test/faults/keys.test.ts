import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildSite } from '../../src/publish/build/build-site';
import { codeOf, makeRig, type Rig, records, serving } from '../support/device';
import { statementOf, type TestKey, testKey } from '../support/manifests';
import { RawServer, reply } from '../support/raw-server';
import { dayOne, edited, setOf, tempFolder } from '../support/sites';

/* `keys.json` in the hands of others: what it says once must not shut a device out, nor be forgotten. */

const fresh = await testKey(7);

function changeTo(next: TestKey, signers: readonly TestKey[], dataset = 'shanghai') {
  return statementOf(
    {
      format: 1,
      dataset,
      version: 1,
      keys: [next.publicKey],
      threshold: 1,
      sequenceFloor: 1,
      publishedAt: '2026-11-24T08:30:00Z',
    },
    signers,
  );
}

async function changeKeys(rig: Rig): Promise<void> {
  writeFileSync(join(rig.site, 'keys.json'), await changeTo(fresh, [rig.key, fresh]));
}

describe('a change of keys', () => {
  it('that one mirror tells of counts for the next one, and stays', async () => {
    const rig = await makeRig();
    const stolen = tempFolder();
    cpSync(rig.site, stolen, { recursive: true });
    const thief = await RawServer.start(serving(stolen));
    onTestFinished(() => thief.stop());
    const source = [`${rig.server.url}manifest.json`, `${thief.url}manifest.json`];
    const client = await rig.open({ source, folder: tempFolder() });
    await changeKeys(rig);
    // The first mirror has the new keys, and a manifest of the old one.
    expect(await codeOf(client.refresh())).toBe('UNKNOWN_KEY');
    rig.server.answer = () => reply(404);
    expect(await codeOf(client.refresh())).toBe('UNKNOWN_KEY');
  });

  it('is not forgotten with the state', async () => {
    const rig = await makeRig();
    await changeKeys(rig);
    await rig.publish(3, { keys: [fresh] });
    await rig.client.refresh();
    const [store] = readdirSync(rig.folder);
    const state = join(rig.folder, store!, 'state');
    const bytes = readFileSync(state);
    bytes[10]! ^= 1;
    writeFileSync(state, bytes);
    // A thief of the old key, who hides the change.
    rmSync(join(rig.site, 'keys.json'));
    await rig.publish(4, { sequence: 50 });
    const client = await rig.open();
    expect(client.status()).toMatchObject({ sequence: 3, signed: true });
    expect(await codeOf(client.refresh())).toBe('UNKNOWN_KEY');
  });

  it('of another dataset, before any manifest has told ours: forgotten', async () => {
    const rig = await makeRig({ isNew: true });
    const beijing = await changeTo(fresh, [rig.key, fresh], 'beijing');
    rig.server.answer = (request) =>
      request.path === '/keys.json' ? reply(200, beijing) : rig.right(request);
    expect(await codeOf(rig.client.refresh())).toBe('UNKNOWN_KEY');
    rig.server.answer = rig.right;
    await rig.arrives();
  });
});

describe('an app that was built after a change of keys', () => {
  it.each([
    ['nonsense', 'nonsense\n'],
    ['letters that are not ASCII', '<h1>é</h1>\n'],
    ['a page to log in', '<!doctype html><title>登录</title>'],
  ])('does not mind what keys.json says of before: %s', async (_, text) => {
    const old = await testKey(20);
    const rig = await makeRig({ isNew: true, keysVersion: 1 });
    writeFileSync(join(rig.site, 'keys.json'), await changeTo(rig.key, [old, rig.key]));
    rig.server.answer = (request) =>
      request.path === '/keys.json' ? reply(200, text) : rig.right(request);
    await rig.client.refresh();
    rig.server.answer = rig.right;
    await rig.publish(3);
    expect(await rig.client.refresh()).toBe(true);
    expect((await rig.open()).status().sequence).toBe(3);
  });
});

describe('keys.json', () => {
  it('that a host calls forbidden is one that is not there', async () => {
    const rig = await makeRig();
    rig.server.answer = (request) =>
      request.path === '/keys.json' ? reply(403) : rig.right(request);
    await rig.arrives();
  });

  it('that never comes holds nobody up once the manifest has failed', async () => {
    const rig = await makeRig();
    let isGone = false;
    rig.server.answer = (request) =>
      request.path === '/keys.json' ? { parts: [], after: 'hang' } : reply(404);
    rig.server.onClose = (path) => {
      isGone ||= path === '/keys.json';
    };
    expect(await codeOf(rig.client.refresh())).toBe('HTTP_STATUS');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isGone).toBe(true);
    expect(rig.server.count('/keys.json')).toBe(1);
  });
});

describe('many stations gone', () => {
  it('and meant, in a version that this device has missed: arrives', async () => {
    const rig = await makeRig();
    const options = { dataset: 'shanghai', packs: 'none', keys: [rig.key] } as const;
    for (const version of [3, 4, 5]) {
      const set = setOf(edited(records.slice(0, 200), version));
      const publishedAt = dayOne + version * 6e4;
      await buildSite(set, rig.site, { ...options, publishedAt, allowShrink: version === 3 });
    }
    expect(await rig.client.refresh()).toBe(true);
    expect(rig.client.status().sequence).toBe(5);
  });
});
