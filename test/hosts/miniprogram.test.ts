import { describe, expect, it, onTestFinished } from 'vitest';
import { keyValueStore } from '../../src/hosts/key-value/key-value-store';
import type { MiniProgramApi } from '../../src/hosts/miniprogram/api';
import { openLocation } from '../../src/hosts/miniprogram/open-location';
import {
  type MiniProgramOpenOptions,
  openStations,
} from '../../src/hosts/miniprogram/open-stations';
import { apiStorage } from '../../src/hosts/miniprogram/storage';
import { fingerprint, versions } from '../support/device';
import type { Disk } from '../support/fake-mini-program';
import { type Line, lineTo, myPhone, origin, wxPhone } from '../support/mini-phone';
import { storeContract } from '../support/store-contract';

/*
 * Stations in mini-programs, over doubles of WeChat and Alipay with their documented limits. The same contract as that of all
 * hosts runs in other engines: test/engines.
 */

const here = { lng: 121.4737, lat: 31.2304 };

const platforms = {
  wx: (line: Line, disk?: Disk) => {
    const { wx, phone } = wxPhone(line, disk);
    return { api: wx as unknown as MiniProgramApi, phone };
  },
  my: (line: Line, disk?: Disk) => {
    const { my, phone } = myPhone(line, disk);
    return { api: my as unknown as MiniProgramApi, phone };
  },
};

/** Bytes that a key takes at most, as JSON text, and all of them. */
const limits = { wx: 2 ** 20, my: 200 * 1024, all: 10 * 2 ** 20 };

describe.each(['wx', 'my'] as const)('a mini-program on %s', (kind) => {
  async function rig() {
    const { key, first, second } = await versions();
    const line = lineTo(first);
    const disk: Disk = new Map();
    const start = async (more: Partial<MiniProgramOpenOptions> = {}) => {
      const { api, phone } = platforms[kind](line, disk);
      const client = await openStations({
        source: `${origin}/manifest.json`,
        keys: [key.publicKey],
        crs: 'gcj02',
        refresh: false,
        api,
        ...more,
      });
      onTestFinished(() => client.close());
      return { client, phone, api };
    };
    return { line, disk, start, second };
  }

  it('opens, answers, brings in what is new, loses nothing, and opens again without a line', async () => {
    const { line, disk, start, second } = await rig();
    const { client } = await start();
    expect(client.status()).toMatchObject({ source: 'network', sequence: 1, signed: true });
    expect(client.nearest(here, { limit: 3 })).toHaveLength(3);
    expect(await client.refresh()).toBe(false);
    line.site = second;
    expect(await client.refresh()).toBe(true);
    const before = fingerprint(client.stations);
    line.site = undefined;
    await expect(client.refresh()).rejects.toMatchObject({ code: 'NETWORK_FAILED' });
    expect(fingerprint(client.stations)).toBe(before);
    client.close();

    const { client: again } = await start();
    expect(again.status()).toMatchObject({ source: 'device', sequence: 2 });
    expect(fingerprint(again.stations)).toBe(before);
    for (const text of disk.values()) expect(text.length).toBeLessThanOrEqual(limits[kind]);
  });

  it('F63: keeps what is longer than a key may be in parts', async () => {
    const { api } = platforms[kind](lineTo('nowhere'));
    const store = keyValueStore(apiStorage(api), 'yizhan-');
    const bytes = Uint8Array.from({ length: 1_500_000 }, (_, i) => (i * 7919) >> 5);
    await store.write('generation-0', bytes);
    const read = await store.read('generation-0');
    expect(Buffer.compare(read!, bytes)).toBe(0);
  });

  it('F63: serves from memory what the storage has no room for, says so, and leaves none of it behind', async () => {
    const { disk, start } = await rig();
    // An app's own things, all but a little of the 10 MB.
    const own = 'x'.repeat(limits.my - 100);
    for (let i = 0; i < Math.floor(limits.all / limits.my); i++)
      disk.set(`own-${i}`, JSON.stringify(own));
    const { client } = await start();
    expect(client.nearest(here, { limit: 1 })).toHaveLength(1);
    expect(client.status().storage).toMatchObject({
      kind: 'memory',
      problem: { code: 'STORAGE_FULL' },
    });
    expect([...disk.keys()].filter((name) => !name.startsWith('own-'))).toEqual([]);
  });

  it('looks for something new when the app is shown again, until it is closed', async () => {
    const { line, start, second } = await rig();
    const { client, phone } = await start({ refresh: { onOpen: false } });
    line.site = second;
    const updated = new Promise<void>((resolve) => client.on('update', () => resolve()));
    phone.show();
    await updated;
    expect(client.status().sequence).toBe(2);
    client.close();
    expect(phone.listeners()).toBe(0);
  });

  it('lets go of a download that is aborted', async () => {
    const { start } = await rig();
    const { client } = await start();
    const controller = new AbortController();
    const refreshing = client.refresh({ signal: controller.signal });
    controller.abort();
    await expect(refreshing).rejects.toMatchObject({ code: 'ABORTED' });
  });

  it('reads no GeoJSON, and says what to do', async () => {
    const { start, line } = await rig();
    const { api } = platforms[kind](line);
    const geojson = JSON.stringify({ type: 'FeatureCollection', features: [] });
    const asked = start({
      keys: undefined,
      unsigned: true,
      source: `${origin}/manifest.json`,
      api: {
        ...api,
        request: ({ success }) => {
          const { buffer } = Uint8Array.from(geojson, (one) => one.charCodeAt(0));
          success?.({ data: buffer, statusCode: 200, status: 200, header: {}, headers: {} });
          return undefined;
        },
      },
    });
    await expect(asked).rejects.toMatchObject({
      code: 'NO_GEOJSON',
      message: expect.stringContaining('yizhan build'),
    });
  });

  it('shows a station on the platform’s map', async () => {
    const { start } = await rig();
    const { client, phone, api } = await start();
    const [hit] = client.nearest(here, { limit: 1 });
    await openLocation(hit!.station, { crs: client.crs, api });
    expect(phone.opened).toMatchObject([
      { longitude: hit!.station.position.lng, latitude: hit!.station.position.lat },
    ]);
    const { openLocation: _, ...without } = api;
    await expect(openLocation(hit!.station, { crs: 'gcj02', api: without })).rejects.toMatchObject({
      code: 'LOCATION_NOT_SHOWN',
    });
  });
});

describe('stores of mini-programs', () => {
  /** Without a limit in all: one of the promises is about 5 MB, twice. */
  const roomy = (): MiniProgramApi => {
    const texts = new Map<string, string>();
    const later = (run: () => void) => void setImmediate(run);
    return {
      request: () => undefined,
      getStorage: ({ key, success, fail }) =>
        later(() =>
          texts.has(key)
            ? success?.({ data: texts.get(key) })
            : fail?.({ errMsg: 'getStorage:fail data not found' }),
        ),
      setStorage: ({ key, data, success, fail }) =>
        later(() => {
          if (data.length > limits.my) return fail?.({ errMsg: 'entry size limit reached' });
          texts.set(key, data);
          success?.({});
        }),
      removeStorage: ({ key, success }) =>
        later(() => {
          texts.delete(key);
          success?.({});
        }),
    };
  };

  it.each(storeContract)('$name', ({ check }) => {
    const api = roomy();
    return check(async () => keyValueStore(apiStorage(api), 'yizhan-'));
  });
});

describe('outside a mini-program', () => {
  it('says that there is none', async () => {
    const options = { source: `${origin}/`, keys: ['0'.repeat(64)], crs: 'gcj02' as const };
    await expect(openStations(options)).rejects.toMatchObject({
      code: 'INVALID_OPTION',
      message: expect.stringContaining('wx or my'),
    });
  });
});
