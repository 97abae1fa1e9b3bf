import { type KeySet, readKeySet } from '../dataset/manifest/keys';
import { defaultChannel } from '../dataset/manifest/payload';
import { InvalidOptionError } from '../errors';
import { type Crs, readCrs } from '../geo/crs';
import { checkOptionNames, readChoice, readNumber } from '../options';
import { besides, readAddress } from './address';

/** A pack that comes with the app, gzipped or not: `packs/….pack.gz` of the site. Several, where the app wants several. */
export type Bundled = Uint8Array | readonly Uint8Array[];

export interface RefreshPolicy {
  /** @default true */
  readonly onOpen?: boolean | undefined;
  /**
   * While the client is open; 1 or more. A random part of a tenth is added, so that phones that were opened together
   * do not ask together.
   * @default not
   */
  readonly everyMinutes?: number | undefined;
  /**
   * When the network returns or the page comes into sight, where the host tells; once a minute at most.
   * @default true
   */
  readonly onReturn?: boolean | undefined;
}

export interface OpenOptions {
  /**
   * Where the manifest is, or, with `unsigned`, a GeoJSON file. Several are mirrors of each other, asked in this
   * order.
   */
  readonly source: string | readonly string[];
  /** The CRS this app speaks: every position that goes in or out. Required: no guessing. */
  readonly crs: Crs;
  /** Public Ed25519 keys of the publisher, 64 hexadecimal digits each. Required, unless `unsigned`. */
  readonly keys?: readonly string[] | undefined;
  /**
   * How many of the keys have to have signed.
   * @default 1
   */
  readonly threshold?: number | undefined;
  /**
   * How often the publisher had changed keys when these were taken: `yizhan rotate-keys` tells.
   * @default 0
   */
  readonly keysVersion?: number | undefined;
  /** Believes whatever the source says. For trying things out; `status()` says so. @default false */
  readonly unsigned?: boolean | undefined;
  /**
   * What the publisher calls the dataset.
   * @default what the first manifest says; from then on that alone
   */
  readonly dataset?: string | undefined;
  /** @default 'stable' */
  readonly channel?: string | undefined;
  /**
   * Which packs of the manifest, by name; chosen by the app, never by where the rider is.
   * @default all
   */
  readonly packs?: readonly string[] | undefined;
  /** What to answer from when the device has nothing yet; a function is called only then. */
  readonly bundled?: Bundled | (() => Bundled | Promise<Bundled>) | undefined;
  /**
   * What the positions of a GeoJSON file are in.
   * @default what it states, else `crs`
   */
  readonly sourceCrs?: Crs | undefined;
  /** When to look for something new without being asked; `false`: never. */
  readonly refresh?: false | RefreshPolicy | undefined;
  /**
   * What to wait for: `stations`, from wherever they can be had, or nothing (`now`): then queries throw `NO_STATIONS`
   * until there are some, which `on('update')` tells.
   * @default 'stations'
   */
  readonly ready?: 'stations' | 'now' | undefined;
}

const openOptionNames = [
  'source',
  'crs',
  'keys',
  'threshold',
  'keysVersion',
  'unsigned',
  'dataset',
  'channel',
  'packs',
  'bundled',
  'sourceCrs',
  'refresh',
  'ready',
];

/** The same, checked. */
export interface ReadOptions {
  readonly sources: readonly string[];
  /** Of the sources, and nothing else: what requests may go to. */
  readonly origins: ReadonlySet<string>;
  readonly crs: Crs;
  readonly pinned: (KeySet & { readonly version: number }) | undefined;
  readonly dataset: string | undefined;
  readonly channel: string;
  readonly packs: readonly string[] | undefined;
  readonly bundled: OpenOptions['bundled'];
  readonly sourceCrs: Crs | undefined;
  readonly refresh: { onOpen: boolean; everyMinutes: number | undefined; onReturn: boolean };
  readonly ready: 'stations' | 'now';
}

/** @throws InvalidOptionError, UnknownCodeError */
export function readOpenOptions(options: OpenOptions, hostOptions: readonly string[]): ReadOptions {
  checkOptionNames(options, [...openOptionNames, ...hostOptions]);
  const sources = readSources(options.source);
  const { sourceCrs } = options;
  return {
    sources,
    origins: new Set(sources.map((source) => readAddress(source)!.origin)),
    crs: readCrs(options.crs, 'crs'),
    pinned: readPinned(options),
    dataset: readName('dataset', options.dataset),
    channel: readName('channel', options.channel) ?? defaultChannel,
    packs: readPackNames(options.packs),
    bundled: options.bundled,
    sourceCrs: sourceCrs === undefined ? undefined : readCrs(sourceCrs, 'sourceCrs'),
    refresh: readPolicy(options.refresh),
    ready: readChoice('ready', options.ready, ['stations', 'now']),
  };
}

function readSources(source: unknown): string[] {
  const list = Array.isArray(source) ? source : [source];
  if (list.length === 0) throw new InvalidOptionError('source', source, 'one address at least');
  return list.map((one: unknown) => {
    const address = typeof one === 'string' ? readAddress(one.trim()) : undefined;
    if (address === undefined) {
      const hasUser = typeof one === 'string' && /^\s*https?:\/\/[^/?#]*@/i.test(one);
      const allowed = hasUser ? 'without a user and password' : 'that starts with https://';
      throw new InvalidOptionError('source', one, `an address ${allowed}`);
    }
    return address.path.endsWith('/') ? besides(address.href, 'manifest.json') : address.href;
  });
}

function readPinned({ keys, threshold, keysVersion, unsigned }: OpenOptions) {
  if (unsigned !== undefined && typeof unsigned !== 'boolean')
    throw new InvalidOptionError('unsigned', unsigned, 'true or false');
  if (unsigned === true) {
    if (keys === undefined) return undefined;
    throw new InvalidOptionError('keys', keys, 'none beside unsigned: true');
  }
  if (keys === undefined)
    throw new InvalidOptionError(
      'keys',
      keys,
      "the publisher's public keys (or unsigned: true, to try things out)",
    );
  const version = readNumber('keysVersion', keysVersion, 0, 'changes of keys', 0);
  if (!Number.isInteger(version))
    throw new InvalidOptionError('keysVersion', version, 'a whole number');
  return { ...readKeySet(keys, threshold), version };
}

function readName(option: string, value: unknown): string | undefined {
  if (value === undefined || (typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value)))
    return value;
  throw new InvalidOptionError(option, value, 'lower-case letters, digits and hyphens, at most 64');
}

function readPackNames(packs: unknown): readonly string[] | undefined {
  if (packs === undefined) return undefined;
  const isList = Array.isArray(packs) && packs.length > 0;
  if (isList && packs.every((name) => typeof name === 'string')) return [...new Set(packs)].sort();
  throw new InvalidOptionError('packs', packs, 'a list of names of packs, one at least');
}

function readPolicy(refresh: OpenOptions['refresh']): ReadOptions['refresh'] {
  if (refresh === false) return { onOpen: false, everyMinutes: undefined, onReturn: false };
  if (refresh !== undefined && (typeof refresh !== 'object' || refresh === null))
    throw new InvalidOptionError('refresh', refresh, 'false, or an object');
  checkOptionNames(refresh ?? {}, ['onOpen', 'everyMinutes', 'onReturn']);
  const { onOpen = true, onReturn = true, everyMinutes } = refresh ?? {};
  for (const [name, value] of Object.entries({ onOpen, onReturn }))
    if (typeof value !== 'boolean')
      throw new InvalidOptionError(`refresh.${name}`, value, 'true or false');
  // Longer than a timer can wait is never.
  const minutes = readNumber('refresh.everyMinutes', everyMinutes, 1, 'minutes', 1);
  return {
    onOpen,
    onReturn,
    everyMinutes: everyMinutes === undefined ? undefined : Math.min(minutes, 30_000),
  };
}
