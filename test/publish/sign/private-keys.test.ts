import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeyFile, readKeysFrom, writeNewKey } from '../../../src/publish/sign/private-keys';
import { tempFolder } from '../../support/sites';

const onWindows = process.platform === 'win32';
const hasOpenSsl = (() => {
  try {
    return /OpenSSL [3-9]/.test(execFileSync('openssl', ['version'], { encoding: 'utf8' }));
  } catch {
    return false;
  }
})();

describe('a new key', () => {
  it.each(['key.json', 'key.pem'])(
    '%s: only its owner can read it, and it reads back',
    async (name) => {
      const path = join(tempFolder(), name);
      const { publicKey } = await writeNewKey(path);
      expect(publicKey).toMatch(/^[0-9a-f]{64}$/);
      if (!onWindows) expect(statSync(path).mode & 0o777).toBe(0o600);
      expect((await readKeyFile(path)).publicKey).toBe(publicKey);
    },
  );

  it('is never written over another', async () => {
    const path = join(tempFolder(), 'key.json');
    await writeNewKey(path);
    const before = readFileSync(path, 'utf8');
    await expect(writeNewKey(path)).rejects.toMatchObject({ code: 'KEY_EXISTS' });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('is another each time', async () => {
    const folder = tempFolder();
    const keys = await Promise.all([1, 2, 3].map((i) => writeNewKey(join(folder, `${i}.json`))));
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(3);
  });

  it('cannot be where there is no folder', async () => {
    const path = join(tempFolder(), 'nowhere', 'key.json');
    await expect(writeNewKey(path)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
  });
});

describe('a key file', () => {
  it.skipIf(onWindows)('is refused when others can read it, and says what to do', async () => {
    const path = join(tempFolder(), 'key.json');
    await writeNewKey(path);
    for (const mode of [0o640, 0o604, 0o660, 0o644]) {
      chmodSync(path, mode);
      await expect(readKeyFile(path)).rejects.toMatchObject({ code: 'KEY_UNSAFE' });
      await expect(readKeyFile(path)).rejects.toThrow(`chmod 600 "${path}"`);
    }
    chmodSync(path, 0o400);
    await readKeyFile(path);
  });

  it('is refused when it is none, without a word of what is in it', async () => {
    const folder = tempFolder();
    const secret = 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458';
    for (const [i, text] of [
      `{"privateKey":"${secret}"}`,
      secret,
      '',
      '{}',
      'null',
      '[1]',
    ].entries()) {
      const path = join(folder, `${i}`);
      writeFileSync(path, text, { mode: 0o600 });
      const error = await readKeyFile(path).catch((caught: Error) => caught as Error);
      expect(error).toMatchObject({ code: 'KEY_UNREADABLE' });
      expect((error as Error).message).not.toContain('c5aa');
    }
    await expect(readKeyFile(join(folder, 'none'))).rejects.toMatchObject({
      code: 'KEY_UNREADABLE',
    });
    await expect(readKeyFile(folder)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
  });

  it.skipIf(!hasOpenSsl)('may be one of OpenSSL, which reads ours', async () => {
    const folder = tempFolder();
    const theirs = join(folder, 'theirs.pem');
    execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', theirs]);
    chmodSync(theirs, 0o600);
    const publicOf = (path: string) =>
      execFileSync('openssl', ['pkey', '-in', path, '-pubout', '-outform', 'DER'])
        .subarray(-32)
        .toString('hex');
    expect((await readKeyFile(theirs)).publicKey).toBe(publicOf(theirs));
    const ours = join(folder, 'ours.pem');
    expect((await writeNewKey(ours)).publicKey).toBe(publicOf(ours));
    const rsa = join(folder, 'rsa.pem');
    execFileSync('openssl', ['genpkey', '-algorithm', 'x25519', '-out', rsa]);
    chmodSync(rsa, 0o600);
    await expect(readKeyFile(rsa)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
  });
});

describe('the environment variable', () => {
  it('holds one key or several', async () => {
    const one = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const [key] = await readKeysFrom(one);
    // RFC 8032, 7.1, test 1.
    expect(key!.publicKey).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    expect(await readKeysFrom(`${one}, ${'01'.repeat(32)}`)).toHaveLength(2);
    for (const bad of ['12', `${one},`, `${one} ${one}`, 'key.json'])
      await expect(readKeysFrom(bad)).rejects.toMatchObject({ code: 'KEY_UNREADABLE' });
  });
});
