import { createPrivateKey } from 'node:crypto';
import { chmod, open, rm, stat } from 'node:fs/promises';
import { newPrivateKey, publicKeyOf } from '../../dataset/manifest/ed25519';
import { fromHex, toHex } from '../../dataset/manifest/encodings';
import { readFileIfAny } from '../files/read-file';
import { PublishError } from '../site/publish-error';

/** A pair of Ed25519 keys. */
export interface SigningKey {
  readonly privateKey: Uint8Array;
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
}

/** Where private keys may come from besides files: one in hexadecimal digits, or several between commas. */
export const privateKeyVariable = 'YIZHAN_PRIVATE_KEY';

const mostKeyFileBytes = 4096;
/** What comes before the 32 bytes of a private key in PKCS #8 (RFC 8410). */
const pkcs8Start = '302e020100300506032b657004220420';

async function signingKey(privateKey: Uint8Array): Promise<SigningKey> {
  return { privateKey, publicKey: toHex(await publicKeyOf(privateKey)) };
}

/**
 * Makes a pair of keys and writes the private one to a new file that only its owner can read: PEM (PKCS #8, as
 * OpenSSL has it) when the name ends so, else JSON.
 *
 * @throws PublishError `KEY_EXISTS`: a key that is overwritten is lost
 */
export async function writeNewKey(path: string): Promise<SigningKey> {
  const key = await signingKey(newPrivateKey());
  const text = /\.pem$/i.test(path) ? pemOf(key) : jsonOf(key);
  const file = await open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    const isThere = cause.code === 'EEXIST';
    throw new PublishError(
      isThere ? 'KEY_EXISTS' : 'KEY_UNREADABLE',
      `Cannot write ${JSON.stringify(path)}: ${isThere ? 'it is there already, and a key that is overwritten is lost' : cause.message}`,
      { cause },
    );
  });
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    // Half a key is none, and would stand in the way of the next.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  // A umask can take rights away, some network disks ignore what was asked for.
  await chmod(path, 0o600);
  return key;
}

function jsonOf({ privateKey, publicKey }: SigningKey): string {
  const content = { yizhan: 'ed25519-private-key', publicKey, privateKey: toHex(privateKey) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function pemOf({ privateKey }: SigningKey): string {
  const base64 = Buffer.from(pkcs8Start + toHex(privateKey), 'hex').toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`;
}

/**
 * The key in a file that `writeNewKey` or `openssl genpkey -algorithm ed25519` made.
 *
 * @throws PublishError `KEY_UNSAFE` when others can read the file, `KEY_UNREADABLE`
 */
export async function readKeyFile(path: string): Promise<SigningKey> {
  const name = JSON.stringify(path);
  const bytes = await readFileIfAny(path, mostKeyFileBytes).catch((cause: Error) => {
    throw new PublishError('KEY_UNREADABLE', `Cannot read the key: ${cause.message}`, { cause });
  });
  if (bytes === undefined) throw new PublishError('KEY_UNREADABLE', `There is no key file ${name}`);
  await checkPermissions(path, name);
  const text = Buffer.from(bytes).toString('utf8');
  const privateKey = text.includes('-----BEGIN') ? privateKeyInPem(text) : privateKeyInJson(text);
  if (privateKey === undefined)
    // Not a word of what is in it: it may be a key all the same.
    throw new PublishError('KEY_UNREADABLE', `${name} holds no private Ed25519 key`);
  return signingKey(privateKey);
}

async function checkPermissions(path: string, name: string): Promise<void> {
  // Windows has no such bits to look at.
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  throw new PublishError(
    'KEY_UNSAFE',
    `Others can read the key ${name} (its mode is ${(mode & 0o777).toString(8)}): run chmod 600 ${name}, and make a new key if others may have read it`,
  );
}

function privateKeyInJson(text: string): Uint8Array | undefined {
  try {
    const { privateKey } = JSON.parse(text) as { privateKey?: unknown };
    return typeof privateKey === 'string' ? hexKey(privateKey) : undefined;
  } catch {
    return undefined;
  }
}

function privateKeyInPem(text: string): Uint8Array | undefined {
  try {
    const der = createPrivateKey(text).export({ format: 'der', type: 'pkcs8' }).toString('hex');
    return der.startsWith(pkcs8Start) ? hexKey(der.slice(pkcs8Start.length)) : undefined;
  } catch {
    return undefined;
  }
}

function hexKey(text: string): Uint8Array | undefined {
  const lower = text.trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(lower) ? fromHex(lower) : undefined;
}

/**
 * The keys in the environment variable.
 *
 * @throws PublishError `KEY_UNREADABLE`
 */
export async function readKeysFrom(variable: string): Promise<SigningKey[]> {
  const keys = variable.split(',').map(hexKey);
  if (!keys.includes(undefined)) return Promise.all((keys as Uint8Array[]).map(signingKey));
  throw new PublishError(
    'KEY_UNREADABLE',
    `${privateKeyVariable} holds no private keys: 64 hexadecimal digits each, between commas`,
  );
}
