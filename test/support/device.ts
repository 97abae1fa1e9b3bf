import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { StationClient } from '../../src/client/client';
import type { Host } from '../../src/client/host';
import { defaultTiming, type Timing } from '../../src/client/timing';
import { isYizhanError, type StationRecord, type StationSet } from '../../src/core';
import { type NodeOpenOptions, openStationsWith } from '../../src/hosts/node/open-stations';
import type { BuildOptions } from '../../src/publish/build/build-options';
import { buildSite } from '../../src/publish/build/build-site';
import { answerTo } from '../../src/publish/serve/answer';
import { readSiteFile } from '../../src/publish/serve/site-file';
import type { SigningKey } from '../../src/publish/sign/private-keys';
import { type Answer, head, type RawReply, RawServer } from './raw-server';
import { dayOne, edited, recordsIn, setOf, signer, tempFolder } from './sites';

/* A device that has the first version of a site, and a server that has the second: for one thing to go wrong. */

/** A thousand times as impatient as a rider's phone, so that tests need not wait. */
export const quickTiming: Timing = {
  ...defaultTiming,
  stallMilliseconds: 400,
  slowMilliseconds: 500,
  slowBytes: 200,
  deadlineMilliseconds: 20_000,
  retryMilliseconds: 10,
  leaseMilliseconds: 1_000,
  restMilliseconds: 1_000,
  lineRestMilliseconds: 200,
};

export const records = recordsIn('310101', '310106');
export const later = edited(records, 1);
const options = { dataset: 'shanghai', packs: 'none', publishedAt: dayOne } as const;

export interface Versions {
  readonly key: SigningKey;
  readonly first: string;
  readonly second: string;
}

let made: Promise<Versions> | undefined;

/** Two versions of one site, made once for a worker. */
export function versions(): Promise<Versions> {
  made ??= versionsOf(records, later);
  return made;
}

/** Two versions of a site, there until the process ends. */
export async function versionsOf(
  before: readonly StationRecord[],
  after: readonly StationRecord[],
): Promise<Versions> {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-versions-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [first, second] = [join(folder, '1'), join(folder, '2')];
  const key = await signer(1);
  await buildSite(setOf(before), first, { ...options, keys: [key] });
  cpSync(first, second, { recursive: true });
  await buildSite(setOf(after), second, { ...options, keys: [key], publishedAt: dayOne + 6e4 });
  return { key, first, second };
}

/** Serves a folder as a good host would. */
export function serving(folder: string): Answer {
  return async ({ path, headers }) =>
    rawOf(answerTo('GET', headers, await readSiteFile(folder, path)));
}

function rawOf({ status, headers, body }: Awaited<ReturnType<typeof answerTo>>): RawReply {
  const length = status === 304 ? {} : { 'Content-Length': String(body.length) };
  return { parts: [head(status, { ...headers, ...length }), body] };
}

export interface Rig {
  readonly server: RawServer;
  /** Of the site that the server serves now. */
  readonly site: string;
  readonly key: SigningKey;
  /** Where the device keeps things. */
  readonly folder: string;
  readonly client: StationClient;
  /** The right answer, for a test to spoil. */
  readonly right: Answer;
  open(more?: Partial<NodeOpenOptions>, host?: Partial<Host>): Promise<StationClient>;
  /** One more version of the site: the stations after so many edits. */
  publish(version: number, more?: Partial<BuildOptions>): Promise<void>;
  /** The device keeps what it had: that answers as before, the error has this code, and nothing written changed. */
  keeps(code: string): Promise<void>;
  /** The second version is there. */
  arrives(): Promise<void>;
}

export interface RigOptions extends Partial<NodeOpenOptions> {
  readonly host?: Partial<Host>;
  /** Whether the device starts without anything. */
  readonly isNew?: boolean;
}

export async function makeRig(rigOptions: RigOptions = {}): Promise<Rig> {
  const { host, isNew = false, ...more } = rigOptions;
  const { key, first, second } = await versions();
  const [site, folder] = [tempFolder(), tempFolder()];
  cpSync(isNew ? second : first, site, { recursive: true });
  const right = serving(site);
  const server = await RawServer.start(right);
  onTestFinished(() => server.stop());
  const open = async (again: Partial<NodeOpenOptions> = {}, hostAgain: Partial<Host> = {}) => {
    const client = await openStationsWith(
      {
        source: `${server.url}manifest.json`,
        keys: more.unsigned ? undefined : [key.publicKey],
        crs: 'gcj02',
        folder,
        refresh: false,
        ...more,
        ...again,
      },
      { timing: quickTiming, now: () => dayOne + 3.6e6, ...host, ...hostAgain },
    );
    onTestFinished(() => client.close());
    return client;
  };
  const client = await open(isNew ? { ready: 'now' } : {});
  if (!isNew) cpSync(second, site, { recursive: true });
  server.requests.length = 0;
  return {
    server,
    site,
    key,
    folder,
    client,
    right,
    open,
    async publish(version, more = {}) {
      const publishedAt = dayOne + version * 6e4;
      const set = setOf(edited(records, version));
      await buildSite(set, site, { ...options, keys: [key], publishedAt, ...more });
    },
    async keeps(code) {
      const answers = fingerprint(client.stations);
      const kept = keptIn(folder);
      expect(await codeOf(client.refresh())).toBe(code);
      expect(client.status().lastError?.code).toBe(code);
      expect(client.status().phase).toBe('idle');
      expect(fingerprint(client.stations)).toBe(answers);
      expect(keptIn(folder)).toEqual(kept);
      const again = await open();
      expect(fingerprint(again.stations)).toBe(answers);
      expect(again.status().source).toBe('device');
    },
    async arrives() {
      await client.refresh();
      const expected = contentsOf(setOf(later));
      expect(contentsOf(client.stations)).toBe(expected);
      expect(client.status().lastError).toBeUndefined();
      expect(contentsOf((await open()).stations)).toBe(expected);
    },
  };
}

/** A host that tells its clients when the network is back: `ring()`. */
export function hostWithBell() {
  const listeners: (() => void)[] = [];
  const watch = (onReturn: () => void) => {
    listeners.push(onReturn);
    return () => {};
  };
  const ring = () => {
    for (const onReturn of listeners) onReturn();
  };
  return { host: { watch }, ring };
}

/** Everything that a set answers to some questions, to the last digit: of one instant, for stations open and close. */
export function fingerprint(set: StationSet): string {
  const openAt = dayOne;
  const near = set.nearest([121.4737, 31.2304], { limit: 40, openAt });
  const toilets = set.nearest([121.45, 31.23], { limit: 10, services: ['toilet'], openAt });
  return hashOf([near, toilets, set.filter()]);
}

/** What the stations are, however they got here: codes come back in the order of the vocabulary. */
function contentsOf(set: StationSet): string {
  const rows = set.filter().map(({ id, name, address, services, updatedAt }) => {
    return [id, name, address, [...services].sort(), updatedAt];
  });
  return hashOf(rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)));
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What is written down, but for what is passing. */
export function keptIn(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'lease') continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1), readFileSync(path).toString('base64'));
  }
  return files;
}

export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (isYizhanError(error)) return error.code;
    throw error;
  }
  return 'no error';
}
