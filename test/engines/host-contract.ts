import type { StationClient } from '../../src/client/client';
import type { OpenOptions } from '../../src/client/open-options';

/*
 * What every host promises an app, said once for all of them: it opens, answers, refreshes, fails without losing
 * anything, and opens again. No test runner and nothing of any platform is imported: the same functions run in Node,
 * in a page, and in engines that have nothing but the language.
 */

/** What happens to what the device asks for. */
export type Fault = 'none' | 'down' | 'tampered' | 'portal' | 'missing' | 'unsigned';

export interface HostUnderTest {
  /** With the publisher's key, in GCJ-02, looking for nothing new by itself; `options` replace any of it. */
  open(options?: Partial<OpenOptions>): Promise<StationClient>;
  /** The app is ended, and what is in memory is gone. The device keeps what it kept. */
  restart(): Promise<void>;
  /** The first version is there from the start. */
  publish(version: 'second'): Promise<void>;
  /** From now on. */
  break(fault: Fault): Promise<void>;
  /** What the phone itself knows of the line, where the host tells. */
  ring?(isConnected: boolean): void;
  readonly kind: string;
  readonly versions: Readonly<Record<'first' | 'second', VersionFacts>>;
  /** The first version's pack, as it comes with an app. */
  bundled(): Uint8Array;
}

export interface VersionFacts {
  readonly stations: number;
  /** Of what `nearest` gives at `place`, in this order. */
  readonly ids: readonly string[];
}

export const place = { lng: 121.4737, lat: 31.2304 };
export const askedFor = { limit: 20 } as const;

export interface Clause {
  readonly name: string;
  /** @throws Error when a promise is broken */
  check(host: HostUnderTest): Promise<void>;
}

export const hostContract: readonly Clause[] = [
  {
    name: 'opens from the network when the device has nothing, and answers',
    async check(host) {
      const client = await host.open();
      isVersion(host, client, 'first');
      same(client.status().source, 'network', 'source');
      same(client.status().signed, true, 'signed');
      same(client.status().storage.problem, undefined, 'storage problem');
      same(client.status().storage.kind, host.kind, 'storage');
    },
  },
  {
    name: 'takes the next version, tells what changed, and then finds nothing new',
    async check(host) {
      const client = await host.open();
      const told: { added: readonly string[]; removed: readonly string[] }[] = [];
      client.on('update', (update) => told.push(update));
      const phases = new Set<string>();
      await host.publish('second');
      const isChanged = await client.refresh({ onProgress: ({ phase }) => phases.add(phase) });
      same(isChanged, true, 'the first refresh');
      isVersion(host, client, 'second');
      same(told.length, 1, 'updates told');
      const gained = told[0]!.added.length - told[0]!.removed.length;
      const { first, second } = host.versions;
      same(gained, second.stations - first.stations, 'stations gained');
      if (phases.size === 0) throw new Error('no progress was told');
      same(await client.refresh(), false, 'the second refresh');
    },
  },
  ...(
    [
      ['down', 'NETWORK_FAILED'],
      ['missing', 'HTTP_STATUS'],
      ['portal', 'NOT_MANIFEST'],
      ['unsigned', 'BAD_SIGNATURE'],
      ['tampered', 'WRONG_HASH'],
    ] as const
  ).map(
    ([fault, code]): Clause => ({
      name: `keeps what it has when the source is ${fault}, then takes what comes`,
      async check(host) {
        const client = await host.open();
        const before = textOf(client);
        await host.publish('second');
        await host.break(fault);
        same(await codeOf(client.refresh()), code, 'code');
        same(client.status().lastError?.code, code, 'last error');
        same(textOf(client), before, 'answers');
        client.close();
        await host.restart();
        const again = await host.open();
        same(again.status().source, 'device', 'source after a restart');
        same(textOf(again), before, 'answers after a restart');
        await host.break('none');
        same(await again.refresh(), true, 'refresh after all');
        isVersion(host, again, 'second');
      },
    }),
  ),
  {
    name: 'opens again without a line, with the last version it took',
    async check(host) {
      const client = await host.open();
      await host.publish('second');
      await client.refresh();
      const before = textOf(client);
      client.close();
      await host.restart();
      await host.break('down');
      const again = await host.open();
      same(again.status().source, 'device', 'source');
      same(textOf(again), before, 'answers');
      isVersion(host, again, 'second');
    },
  },
  {
    name: 'says why there is nothing at all, or waits for nothing and says it at each query',
    async check(host) {
      await host.break('down');
      same(await codeOf(host.open()), 'NETWORK_FAILED', 'code');
      const client = await host.open({ ready: 'now' });
      same(
        codeIn(() => client.nearest(place)),
        'NO_STATIONS',
        'code of a query',
      );
      same(await codeOf(client.refresh()), 'NETWORK_FAILED', 'code of a refresh');
      await host.break('none');
      same(await client.refresh(), true, 'refresh');
      isVersion(host, client, 'first');
    },
  },
  {
    name: 'answers from the pack that came with the app, and updates it',
    async check(host) {
      await host.break('down');
      const client = await host.open({ bundled: () => host.bundled() });
      same(client.status().source, 'bundled', 'source');
      isVersion(host, client, 'first');
      await host.break('none');
      await host.publish('second');
      same(await client.refresh(), true, 'refresh');
      isVersion(host, client, 'second');
    },
  },
  {
    name: 'believes nobody but the publisher',
    async check(host) {
      const stranger = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c';
      same(await codeOf(host.open({ keys: [stranger] })), 'UNKNOWN_KEY', 'code');
    },
  },
  {
    name: 'refuses what it does not understand',
    async check(host) {
      const wrong = 'gcj-02' as 'gcj02';
      same(await codeOf(host.open({ crs: wrong })), 'UNKNOWN_CODE', 'code of a CRS');
      same(await codeOf(host.open({ source: 'manifest.json' })), 'INVALID_OPTION', 'of a source');
      const client = await host.open();
      same(
        codeIn(() => client.nearest({ lng: 31, lat: 121 })),
        'INVALID_POSITION',
        'of a position',
      );
      same(
        codeIn(() => client.nearest(place, { limit: -1 })),
        'INVALID_OPTION',
        'of a limit',
      );
    },
  },
  {
    name: 'refreshes by itself when the line is back, and no more once it is closed',
    async check(host) {
      if (host.ring === undefined) return;
      const client = await host.open({ refresh: { onOpen: false, onReturn: true } });
      await host.publish('second');
      const updated = new Promise<void>((resolve) => client.on('update', () => resolve()));
      host.ring(false);
      host.ring(true);
      await updated;
      isVersion(host, client, 'second');
      client.close();
      host.ring(true);
    },
  },
];

function isVersion(
  host: HostUnderTest,
  client: StationClient,
  version: keyof HostUnderTest['versions'],
): void {
  const { stations, ids } = host.versions[version];
  same(client.status().stations, stations, `stations of the ${version} version`);
  const found = client.nearest(place, askedFor).map(({ station }) => station.id);
  same(found.join(' '), ids.join(' '), `nearest of the ${version} version`);
}

/** What the stations answer, of one instant. */
function textOf(client: StationClient): string {
  const openAt = 1795507200000;
  return JSON.stringify([client.nearest(place, { limit: 40, openAt }), client.count()]);
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return codeOfError(error);
  }
  return 'no error';
}

function codeIn(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return codeOfError(error);
  }
  return 'no error';
}

/** Not by class: the library under test may be another copy than the one that is imported here. */
function codeOfError(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  throw error;
}

function same(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
}
