import { cpSync } from 'node:fs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { navigationLinks } from '../../src/core';
import { keyValueStore } from '../../src/hosts/key-value/key-value-store';
import { readStorage } from '../../src/hosts/react-native/async-storage';
import { openNavigation } from '../../src/hosts/react-native/open-navigation';
import { openStations } from '../../src/hosts/react-native/open-stations';
import { fingerprint, serving, versions } from '../support/device';
import { FakeAsyncStorage } from '../support/fake-async-storage';
import { FakeXhr } from '../support/fake-xhr';
import { type Answer, RawServer } from '../support/raw-server';
import { setOf, tempFolder } from '../support/sites';
import { storeContract } from '../support/store-contract';

const here = { lng: 121.4737, lat: 31.2304 };

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
  return () => vi.unstubAllGlobals();
});

describe('a store in AsyncStorage', () => {
  it.each(storeContract)('$name', ({ check }) => {
    const storage = new FakeAsyncStorage(64 * 2 ** 20);
    return check(async () => keyValueStore(readStorage(storage), 'test-'));
  });

  it('takes no other texts than its own', async () => {
    const storage = new FakeAsyncStorage();
    await storage.setItem('cart', 'two soups');
    const store = keyValueStore(readStorage(storage), 'yizhan-1-');
    await store.write('piece', new Uint8Array(3_000_000));
    await store.remove('piece');
    expect([...storage.entries]).toEqual([['cart', 'two soups']]);
  });
});

describe('a React Native app', () => {
  async function rig(answer?: (right: Answer) => Answer) {
    const { key, first, second } = await versions();
    const site = tempFolder();
    cpSync(first, site, { recursive: true });
    const right = serving(site);
    const server = await RawServer.start(answer?.(right) ?? right);
    onTestFinished(() => server.stop());
    const storage = new FakeAsyncStorage();
    const open = async (more = {}) => {
      const client = await openStations({
        source: `${server.url}manifest.json`,
        keys: [key.publicKey],
        crs: 'gcj02',
        storage,
        refresh: false,
        ...more,
      });
      onTestFinished(() => client.close());
      return client;
    };
    const publish = () => cpSync(second, site, { recursive: true });
    return { server, right, storage, open, publish };
  }

  it('opens, answers, brings in what is new, keeps what it has when that fails, and opens again without a line', async () => {
    const { server, right, storage, open, publish } = await rig();
    const client = await open();
    expect(client.nearest(here, { limit: 3 })).toHaveLength(3);
    expect(client.status()).toMatchObject({
      source: 'network',
      sequence: 1,
      storage: { kind: 'async-storage' },
    });
    expect(await client.refresh()).toBe(false);
    publish();
    expect(await client.refresh()).toBe(true);
    expect(client.status().sequence).toBe(2);
    const before = fingerprint(client.stations);

    server.answer = async () => ({ parts: [], after: 'reset' });
    await expect(client.refresh()).rejects.toMatchObject({
      code: expect.stringMatching(/^NETWORK/),
    });
    expect(fingerprint(client.stations)).toBe(before);
    client.close();

    const again = await open();
    expect(again.status()).toMatchObject({ source: 'device', sequence: 2 });
    expect(fingerprint(again.stations)).toBe(before);
    server.answer = right;
    expect(Math.max(...[...storage.entries.values()].map((text) => text.length))).toBeLessThan(
      FakeAsyncStorage.longest,
    );
  });

  it('answers from memory, and says why, when the storage is full', async () => {
    const { open, storage } = await rig();
    for (let i = 0; i < 6; i++) await storage.setItem(`photo-${i}`, 'x'.repeat(1_046_000));
    const client = await open();
    expect(client.nearest(here, { limit: 1 })).toHaveLength(1);
    expect(client.status()).toMatchObject({
      storage: { kind: 'memory', problem: { code: 'STORAGE_FULL' } },
    });
    expect([...storage.entries.keys()].filter((key) => key.startsWith('yizhan'))).toEqual([]);
  });

  it('looks for something new when it comes to the front, until it is closed', async () => {
    const { open, publish } = await rig();
    let listener: ((state: string) => void) | undefined;
    const appState = {
      addEventListener: (_: 'change', added: (state: string) => void) => {
        listener = added;
        return {
          remove: () => {
            listener = undefined;
          },
        };
      },
    };
    const client = await open({ appState, refresh: { onOpen: false } });
    publish();
    const updated = new Promise<void>((resolve) => client.on('update', () => resolve()));
    listener!('background');
    listener!('active');
    await updated;
    expect(client.status().sequence).toBe(2);
    client.close();
    expect(listener).toBeUndefined();
  });

  it('refuses to be led to another origin', async () => {
    const other = await RawServer.start(async () => ({
      parts: [Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')],
    }));
    onTestFinished(() => other.stop());
    const { open } = await rig(() => async () => ({
      parts: [
        Buffer.from(`HTTP/1.1 302 Found\r\nLocation: ${other.url}\r\nContent-Length: 0\r\n\r\n`),
      ],
    }));
    await expect(open()).rejects.toMatchObject({ code: 'FOREIGN_REDIRECT' });
  });

  it('lets go of a request that is aborted', async () => {
    const { server, open } = await rig();
    const client = await open();
    server.answer = () => new Promise(() => {});
    const controller = new AbortController();
    const refreshing = client.refresh({ signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(refreshing).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it.each([[undefined], [{}], [{ getItem() {}, setItem() {} }], ['AsyncStorage']])(
    'says what storage is wanted instead of %j',
    async (storage) => {
      const options = {
        source: 'https://stations.example.cn/',
        keys: ['0'.repeat(64)],
        crs: 'gcj02',
        storage,
      };
      await expect(openStations(options as never)).rejects.toMatchObject({
        code: 'INVALID_OPTION',
        message: expect.stringContaining('getItem, setItem and removeItem'),
      });
    },
  );
});

describe('openNavigation in React Native', () => {
  const station = setOf([{ id: 'a', name: '驿站', position: [121.47, 31.23] }]).get('a')!;
  const links = navigationLinks(station, { crs: 'gcj02', platform: 'android', caller: 'test' });

  it('tries every app before a page', async () => {
    const tried: string[] = [];
    const linking = {
      openURL: async (url: string) => {
        tried.push(url);
        if (!url.startsWith('bdapp:')) throw new Error('no app');
      },
    };
    const { outcome, link } = await openNavigation(links, { linking });
    expect([outcome, link.app]).toEqual(['app', 'baidu']);
    expect(tried.some((url) => url.startsWith('https:'))).toBe(false);
  });

  it('goes to a page where there is no app, and says when nothing opens', async () => {
    const onlyPages = {
      openURL: async (url: string) => {
        if (!url.startsWith('https:')) throw new Error('no app');
      },
    };
    expect((await openNavigation(links, { linking: onlyPages })).outcome).toBe('web');
    const nothing = { openURL: () => Promise.reject(new Error('no')) };
    expect((await openNavigation(links, { linking: nothing })).outcome).toBe('nothing');
  });

  it('refuses what is no Linking, and links to anything else', async () => {
    await expect(openNavigation(links, {} as never)).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
    const bad = [{ ...links[0]!, url: 'javascript:alert(1)' }];
    const linking = { openURL: vi.fn() };
    await expect(openNavigation(bad, { linking })).rejects.toMatchObject({
      code: 'INVALID_OPTION',
    });
    expect(linking.openURL).not.toHaveBeenCalled();
  });
});
