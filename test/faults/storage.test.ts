import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readGeneration, writeGeneration } from '../../src/client/generation';
import { MemoryStore } from '../../src/client/memory-store';
import { seal } from '../../src/client/seal';
import type { Store } from '../../src/client/store';
import { StorageError } from '../../src/core';
import { openFileStore } from '../../src/hosts/node/file-store';
import { codeOf, fingerprint, makeRig, type Rig, serving, versions } from '../support/device';
import { tempFolder } from '../support/sites';
import { canMount, smallDisk } from '../support/small-disk';
import { some } from '../support/some';

/* What can happen to what a device keeps. */

/** The folder of the one client that keeps things in the rig's folder. */
function storeFolder(rig: Rig): string {
  return join(rig.folder, readdirSync(rig.folder)[0]!);
}

const current = (rig: Rig) => {
  const names = readdirSync(storeFolder(rig)).filter((name) => name.startsWith('generation'));
  return names.map((name) => join(storeFolder(rig), name));
};

/** What is left of a file. */
const damage: readonly [string, (path: string) => void][] = [
  ['truncated', (path) => writeFileSync(path, readFileSync(path).subarray(0, 1000))],
  ['zeroed', (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length))],
  ['emptied', (path) => writeFileSync(path, '')],
  ['deleted', (path) => rmSync(path)],
  [
    'rotten by a bit',
    (path) => {
      const bytes = readFileSync(path);
      bytes[bytes.length >> 1]! ^= 4;
      writeFileSync(path, bytes);
    },
  ],
];

describe('storage', () => {
  it.each(some(damage))(
    'F55 the current slot %s: the one before, then the network again',
    async (_, spoil) => {
      const rig = await makeRig();
      const before = fingerprint(rig.client.stations);
      await rig.client.refresh();
      const { generation } = rig.client.status();
      const path = current(rig).find((one) =>
        readFileSync(one).includes(`"number":${generation}`),
      )!;
      spoil(path);
      const client = await rig.open();
      expect(client.status().source).toBe('previous');
      expect(fingerprint(client.stations)).toBe(before);
      expect(await client.refresh()).toBe(true);
      expect((await rig.open()).status().source).toBe('device');
    },
  );

  it.each(some(damage))('F56 the pointer %s: the newest slot', async (_, spoil) => {
    const rig = await makeRig();
    await rig.client.refresh();
    const answers = fingerprint(rig.client.stations);
    spoil(join(storeFolder(rig), 'state'));
    const client = await rig.open();
    expect(fingerprint(client.stations)).toBe(answers);
    // And nobody leads it back.
    const { first } = await versions();
    rig.server.answer = serving(first);
    expect(await codeOf(client.refresh())).toBe('ROLLBACK');
    rig.server.answer = rig.right;
    expect(await client.refresh()).toBe(false);
    expect((await rig.open()).status().source).toBe('device');
  });

  it.each(some(damage))(
    'F57 both slots %s: what came with the app, then the network',
    async (_, spoil) => {
      const rig = await makeRig();
      await rig.client.refresh();
      for (const path of current(rig)) spoil(path);
      const { first } = await versions();
      const packs = join(first, 'packs');
      const bundled = new Uint8Array(readFileSync(join(packs, readdirSync(packs)[0]!)));
      const client = await rig.open({ bundled: async () => bundled });
      expect(client.status()).toMatchObject({ source: 'bundled', generation: undefined });
      expect(client.nearest([121.47, 31.23], { limit: 3 })).toHaveLength(3);
      rig.server.requests.length = 0;
      expect(await client.refresh()).toBe(true);
      // What came with the app is what the delta begins with.
      expect(rig.server.requests.map(({ path }) => path.split('/')[1])).not.toContain('packs');
      expect((await rig.open()).status().source).toBe('device');
    },
  );

  it('F64 a current slot that a later version has written: the one before, and updates go on', async () => {
    const rig = await makeRig();
    const before = fingerprint(rig.client.stations);
    await rig.client.refresh();
    const { generation } = rig.client.status();
    const path = current(rig).find((one) => readFileSync(one).includes(`"number":${generation}`))!;
    const kept = readGeneration(readFileSync(path))!;
    const bytes = kept.whole.slice();
    // The version of the pack's form.
    bytes.fill(0xff, 0, 40);
    const [pack] = kept.packs;
    writeFileSync(path, writeGeneration({ ...kept, packs: [{ ...pack!, bytes }], whole: bytes }));
    const client = await rig.open();
    expect(client.status()).toMatchObject({
      source: 'previous',
      lastError: { code: 'INVALID_PACK' },
    });
    expect(fingerprint(client.stations)).toBe(before);
    await rig.publish(3);
    expect(await client.refresh()).toBe(true);
    expect((await rig.open()).status()).toMatchObject({ source: 'device', sequence: 3 });
  });

  it.each(['state', 'current slot'])(
    'F51 a %s that cannot be read: the rest answers',
    async (which) => {
      const rig = await makeRig();
      await rig.client.refresh();
      const { generation } = rig.client.status();
      const slot = current(rig).find((one) =>
        readFileSync(one).includes(`"number":${generation}`),
      )!;
      const path = which === 'state' ? join(storeFolder(rig), 'state') : slot;
      rmSync(path);
      mkdirSync(path);
      const client = await rig.open();
      expect(client.status().source).toBe(which === 'state' ? 'device' : 'previous');
      expect(client.status().lastError?.code).toBe('STORAGE_FAILED');
      expect(client.nearest([121.47, 31.23], { limit: 3 })).toHaveLength(3);
    },
  );

  it('F56 a state of another form: as if there were none', async () => {
    const rig = await makeRig();
    const answers = fingerprint(rig.client.stations);
    for (const state of [{ format: 1 }, { format: 2 }, null, []]) {
      const text = Buffer.from(JSON.stringify(state));
      writeFileSync(join(storeFolder(rig), 'state'), seal(text));
      const client = await rig.open();
      expect(fingerprint(client.stations)).toBe(answers);
    }
    await rig.arrives();
  });

  it.each([
    ['nothing', ''],
    ['zeros', '\0'.repeat(60)],
    ['half of one', '{"owner":"abc","unt'],
    ['null', 'null'],
    ['another spelling of one that ended', '{ "owner": "x", "until": 5 }\n'],
    ['one from the far future', '{"owner":"x","until":9e15}'],
    ['megabytes', 'x'.repeat(5_000_000)],
  ])('F58 a lease that holds %s keeps nobody from an update', async (_, text) => {
    const rig = await makeRig();
    writeFileSync(join(storeFolder(rig), 'lease'), text);
    await rig.arrives();
  });

  it('F58 a lease that is a folder keeps nobody from an update', async () => {
    const rig = await makeRig();
    mkdirSync(join(storeFolder(rig), 'lease', 'x'), { recursive: true });
    await rig.arrives();
  });

  it('F62 everything evicted, while open and between: fetched again', async () => {
    const rig = await makeRig();
    rmSync(storeFolder(rig), { recursive: true });
    await rig.arrives();
    rmSync(storeFolder(rig), { recursive: true });
    const client = await rig.open({ ready: 'now' });
    expect(client.status().source).toBe('none');
    expect(await codeOf((async () => client.stations)())).toBe('NO_STATIONS');
    expect(await client.refresh()).toBe(true);
  });

  it('F58 what killed processes left is swept, and nothing else', async () => {
    const rig = await makeRig();
    const [old, young] = ['state.1-0000.part', 'state.2-0000.part'];
    for (const name of [old, young]) writeFileSync(join(storeFolder(rig), name), 'x');
    utimesSync(join(storeFolder(rig), old), 0, 0);
    await rig.open();
    expect(existsSync(join(storeFolder(rig), old))).toBe(false);
    expect(existsSync(join(storeFolder(rig), young))).toBe(true);
  });

  it('F53 a folder that may not be written: in memory, and says so', async () => {
    const rig = await makeRig();
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    const client = await rig.open({ folder: join(file, 'below') });
    expect(client.status().storage).toMatchObject({
      kind: 'memory',
      problem: { code: 'STORAGE_READ_ONLY' },
    });
    expect(client.stations.size).toBeGreaterThan(0);
  });

  it('F53 a path that is too long: in memory, from what came with the app', async () => {
    const rig = await makeRig();
    const packs = join(rig.site, 'packs');
    const bundled = new Uint8Array(readFileSync(join(packs, readdirSync(packs)[0]!)));
    const client = await rig.open({ folder: join(tempFolder(), 'x'.repeat(300)), bundled });
    expect(client.status()).toMatchObject({ source: 'bundled', storage: { kind: 'memory' } });
    expect(await client.refresh()).toBe(true);
  });

  it('F53 a folder that becomes a file while it is open: goes on in memory', async () => {
    const rig = await makeRig();
    const folder = storeFolder(rig);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(await rig.client.refresh()).toBe(true);
    expect(rig.client.status().storage).toMatchObject({
      kind: 'memory',
      problem: { code: 'STORAGE_READ_ONLY' },
    });
  });

  it('what came with the app cannot be had: the network, and the reason in the status', async () => {
    const rig = await makeRig({ isNew: true });
    const bundled = () => Promise.reject(new Error('no such file'));
    const started = await rig.open({ bundled, ready: 'now' });
    expect(started.status()).toMatchObject({
      source: 'none',
      lastError: { code: 'BUNDLED_FAILED' },
    });
    expect((await rig.open({ bundled })).status()).toMatchObject({
      source: 'network',
      lastError: undefined,
    });
  });

  it.runIf(canMount())(
    'F53 a disk mounted for reading: what is on it answers, updates stay in memory',
    async () => {
      const rig = await makeRig();
      const answers = fingerprint(rig.client.stations);
      execFileSync('mount', ['--bind', rig.folder, rig.folder]);
      onTestFinished(() => void execFileSync('umount', [rig.folder]));
      execFileSync('mount', ['-o', 'remount,ro,bind', rig.folder]);
      const client = await rig.open();
      expect(fingerprint(client.stations)).toBe(answers);
      expect(client.status().storage).toMatchObject({
        kind: 'memory',
        problem: { code: 'STORAGE_READ_ONLY' },
      });
      expect(await client.refresh()).toBe(true);
    },
  );

  it.runIf(canMount())(
    'F50 a disk that is full: KEEP, whatever it was that no longer fitted',
    async () => {
      const disk = smallDisk('512k');
      const rig = await makeRig({ folder: disk });
      const answers = fingerprint(rig.client.stations);
      let isFull = false;
      // Ever more room: first not even a lease fits, then no generation, then all of it.
      for (const kilobytes of [0, 4, 20, 50, 100, 200, 300]) {
        const free = Number(
          execFileSync('df', ['--output=avail', '-k', disk], { encoding: 'utf8' }).split('\n')[1],
        );
        if (free <= kilobytes) continue;
        writeFileSync(join(disk, `ballast-${kilobytes}`), Buffer.alloc((free - kilobytes) * 1024));
        const code = await codeOf(rig.client.refresh());
        if (code === 'no error') break;
        isFull = true;
        expect(code).toBe('STORAGE_FULL');
        expect(fingerprint(rig.client.stations)).toBe(answers);
        const again = await rig.open({ folder: disk });
        expect(fingerprint(again.stations)).toBe(answers);
        for (const name of readdirSync(disk))
          if (name.startsWith('ballast')) rmSync(join(disk, name));
      }
      expect(isFull).toBe(true);
      expect(rig.client.status().sequence).toBe(2);
    },
  );

  it.runIf(canMount())('F50 a full disk and nothing to lose: in memory, and says so', async () => {
    const disk = smallDisk('16k');
    // Not one byte is free, not even for a lease.
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(16_384));
    const rig = await makeRig();
    const client = await rig.open({ folder: disk });
    expect(client.stations.size).toBeGreaterThan(0);
    expect(client.status().storage).toMatchObject({
      kind: 'memory',
      problem: { code: 'STORAGE_FULL' },
    });
  });

  /** A store that fails at the n-th write, with what a disk says. */
  class FailingStore implements Store {
    readonly kind = 'failing';
    writes = 0;

    constructor(
      private readonly store: Store,
      private readonly failAt: () => number,
      private readonly code: 'STORAGE_FULL' | 'STORAGE_FAILED',
    ) {}

    async write(name: string, bytes: Uint8Array) {
      if (this.writes++ === this.failAt()) throw new StorageError(this.code, 'test');
      await this.store.write(name, bytes);
    }
    read = (name: string) => this.store.read(name);
    remove = (name: string) => this.store.remove(name);
    takeLease = (owner: string, now: number, ms: number) => this.store.takeLease(owner, now, ms);
    dropLease = (owner: string) => this.store.dropLease(owner);
    close() {}
  }

  it.each(['STORAGE_FULL', 'STORAGE_FAILED'] as const)(
    'F50, F51 %s at each write of an update: KEEP',
    async (code) => {
      for (let at = 0; at < 2; at++) {
        const memory = new MemoryStore();
        let failAt = -1;
        const stores: FailingStore[] = [];
        const openStore = async () => {
          stores.push(new FailingStore(memory, () => failAt, code));
          return stores.at(-1)!;
        };
        const rig = await makeRig({ host: { openStore } });
        const answers = fingerprint(rig.client.stations);
        for (const store of stores) store.writes = 0;
        failAt = at;
        expect(await codeOf(rig.client.refresh())).toBe(code);
        expect(fingerprint(rig.client.stations)).toBe(answers);
        expect(fingerprint((await rig.open()).stations)).toBe(answers);
        failAt = -1;
        expect(await rig.client.refresh()).toBe(true);
      }
    },
  );

  it.each([
    ['the current slot', 'generation-1', 'first'],
    ['the other slot', 'generation-0', 'second'],
    ['the pointer', 'state', 'second'],
  ])('F51 %s fails to be read: what can be read answers', async (_, broken, left) => {
    const memory = new MemoryStore();
    let fails = false;
    const openStore = async (): Promise<Store> => {
      const store = new FailingStore(memory, () => -1, 'STORAGE_FAILED');
      store.read = async (name) => {
        if (fails && name === broken) throw new StorageError('STORAGE_FAILED', 'test');
        return memory.read(name);
      };
      return store;
    };
    const rig = await makeRig({ host: { openStore } });
    const first = fingerprint(rig.client.stations);
    await rig.client.refresh();
    const second = fingerprint(rig.client.stations);
    fails = true;
    const client = await rig.open({ ready: 'now' });
    expect(client.status().stations).toBeGreaterThan(0);
    expect(fingerprint(client.stations)).toBe(left === 'first' ? first : second);
    fails = false;
    await client.refresh();
    expect(fingerprint(client.stations)).toBe(second);
  });

  it('F51 what cannot be read back is not switched to', async () => {
    const memory = new MemoryStore();
    let loses = false;
    const openStore = async (): Promise<Store> => ({
      kind: 'forgetful',
      read: (name) => memory.read(name),
      write: (name, bytes) =>
        memory.write(name, loses ? bytes.subarray(0, bytes.length >> 1) : bytes),
      remove: (name) => memory.remove(name),
      takeLease: async () => true,
      dropLease: async () => {},
      close() {},
    });
    const rig = await makeRig({ host: { openStore } });
    const answers = fingerprint(rig.client.stations);
    loses = true;
    expect(await codeOf(rig.client.refresh())).toBe('STORAGE_FAILED');
    expect(fingerprint(rig.client.stations)).toBe(answers);
    expect(fingerprint((await rig.open()).stations)).toBe(answers);
  });

  it('F52 EFBIG is a disk that is full', async () => {
    const script = `import('${join(process.cwd(), 'src/hosts/node/file-store.ts')}').then(async ({ openFileStore }) => {
      const store = await openFileStore(process.argv[1]);
      await store.write('small', new Uint8Array(100));
      const code = await store.write('large', new Uint8Array(5_000_000)).then(() => 'written', (error) => error.code);
      console.log(code, (await store.read('small')).length, await store.read('large'));
    });`;
    const shell = `trap '' XFSZ; ulimit -f 1000; exec "$0" --import tsx -e "$1" "$2"`;
    const output = execFileSync('bash', ['-c', shell, process.execPath, script, tempFolder()], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('STORAGE_FULL 100 undefined');
  });

  it('F54 no file handles left: typed, and nothing is lost', async () => {
    const folder = tempFolder();
    const store = await openFileStore(folder);
    await store.write('state', Uint8Array.of(1, 2, 3));
    const { open } = await import('node:fs/promises');
    const script = `import('${join(process.cwd(), 'src/hosts/node/file-store.ts')}').then(async ({ openFileStore }) => {
      const { openSync } = await import('node:fs');
      const store = await openFileStore(process.argv[1]);
      try { for (;;) openSync('/dev/null'); } catch {}
      console.log(await store.write('state', new Uint8Array(9)).catch((error) => error.code));
    });`;
    const shell = `ulimit -n 60; exec "$0" --import tsx -e "$1" "$2"`;
    const output = execFileSync('bash', ['-c', shell, process.execPath, script, folder], {
      encoding: 'utf8',
    });
    expect(output.trim()).toBe('STORAGE_FAILED');
    expect(await store.read('state')).toEqual(Uint8Array.of(1, 2, 3));
    await (await open(join(folder, 'state'))).close();
  });
});
