import type { KeySet } from '../dataset/manifest/keys';
import { readKeySet } from '../dataset/manifest/keys';
import {
  privateKeyVariable,
  readKeyFile,
  readKeysFrom,
  type SigningKey,
} from '../publish/sign/private-keys';
import type { Arguments, Flags } from './arguments';
import { readNumberFlag } from './flags';
import { UsageError } from './usage-error';

export const keyFlag: Flags = {
  key: {
    value: 'FILE',
    help: `a private key to sign with, from yizhan keygen; may be repeated (also: in the variable ${privateKeyVariable})`,
  },
};

export const pinnedFlags: Flags = {
  keys: { value: 'HEX', help: 'the public keys that apps are built with, between commas' },
  threshold: { value: 'N', help: 'how many of them have to sign (default: 1)' },
};

/**
 * The private keys in the files of `--key`, and in the environment. On the command line itself they would be seen by
 * everybody on the machine, and kept in the shell's history.
 *
 * @throws PublishError
 */
export async function readSigningKeys(args: Arguments): Promise<SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const path of args.all('key') ?? []) keys.push(await readKeyFile(path));
  const variable = process.env[privateKeyVariable];
  if (variable !== undefined && variable !== '') keys.push(...(await readKeysFrom(variable)));
  return [...new Map(keys.map((key) => [key.publicKey, key])).values()];
}

/** The same, and at least one. */
export async function requireSigningKeys(args: Arguments, command: string): Promise<SigningKey[]> {
  const keys = await readSigningKeys(args);
  if (keys.length > 0) return keys;
  throw new UsageError(`${command} needs a private key: --key FILE, or ${privateKeyVariable}`);
}

/** @throws UsageError, InvalidOptionError */
export function readPinnedKeys(args: Arguments, command: string): KeySet {
  const keys = args.list('keys');
  if (keys !== undefined) return readKeySet(keys, readNumberFlag(args, 'threshold'));
  throw new UsageError(`${command} needs --keys: the public keys that apps are built with`);
}

/** The one word a command takes. */
export function onlyWord(args: Arguments, usage: string): string {
  const [word, ...more] = args.words;
  if (word !== undefined && word !== '' && more.length === 0) return word;
  throw new UsageError(`expected one word: ${usage}`);
}

const instantPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/**
 * When something is published, in milliseconds: `--published`, else the variable SOURCE_DATE_EPOCH that builds which
 * are to be repeatable set, else now.
 *
 * @throws UsageError
 */
export function readPublished(args: Arguments): number {
  const text = args.one('published');
  if (text !== undefined) {
    const time = instantPattern.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(time)) return time;
    throw new UsageError(
      `expected --published as an instant such as 2026-11-24T08:00:00Z, got ${JSON.stringify(text)}`,
    );
  }
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return Date.now();
  if (/^\d{1,11}$/.test(epoch)) return Number(epoch) * 1000;
  throw new UsageError(
    `expected SOURCE_DATE_EPOCH as seconds since 1970, got ${JSON.stringify(epoch)}`,
  );
}

/** `3 stations`, `1 station`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `12 B`, `34.5 kB`, `1.2 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const isLarge = bytes >= 1e6;
  return `${(bytes / (isLarge ? 1e6 : 1e3)).toFixed(1)} ${isLarge ? 'MB' : 'kB'}`;
}
