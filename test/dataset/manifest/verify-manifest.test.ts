import { beforeAll, describe, expect, it } from 'vitest';
import { toAscii } from '../../../src/dataset/manifest/encodings';
import { asciiJson, type ManifestPayload } from '../../../src/dataset/manifest/payload';
import {
  type Verdict,
  type VerifyOptions,
  verifyManifest,
} from '../../../src/dataset/manifest/verify-manifest';
import { InvalidManifestError, isYizhanError } from '../../../src/errors';
import { manifestOf, now, payload, signed, type TestKey, testKeys } from '../../support/manifests';
import { Random } from '../../support/random';
import { isFull } from '../../support/rounds';

/** A payload that may be anything. */
// biome-ignore lint/suspicious/noExplicitAny: wrong on purpose, in every way there is
type Loose = Record<string, any>;

let keys: TestKey[];
let options: VerifyOptions;
let manifest: Uint8Array;

beforeAll(async () => {
  keys = await testKeys(1, 2, 3, 4);
  options = {
    keys: [keys[0]!.publicKey, keys[1]!.publicKey],
    threshold: 1,
    dataset: 'shanghai',
    now,
    sdkVersion: '1.0.0',
  };
  manifest = await manifestOf(payload, [keys[0]!]);
});

const verify = (bytes: Uint8Array, more: Partial<VerifyOptions> = {}): Promise<Verdict> =>
  verifyManifest(bytes, { ...options, ...more });

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (isYizhanError(error)) return error.code;
    throw error;
  }
  return 'accepted';
}

/** The code for a payload that is signed, whatever it is. */
async function codeOfPayload(value: unknown, more: Partial<VerifyOptions> = {}): Promise<string> {
  const bytes = value instanceof Uint8Array ? value : asciiJson(value);
  return codeOf(verify(await signed('manifest-v1', bytes, [keys[0]!]), more));
}

describe('a manifest', () => {
  it('is accepted with what it says, and gives the floor for the next', async () => {
    const verdict = await verify(manifest);
    expect(verdict.payload).toEqual(payload);
    expect(verdict.stale).toBe(false);
    expect(verdict.payloadSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(verdict.floor).toEqual({
      sequence: 7,
      payloadSha256: verdict.payloadSha256,
      signedTime: Date.parse(payload.publishedAt),
    });
    expect(await verify(manifest, { floor: verdict.floor })).toEqual(verdict);
  });

  it('takes keys in capitals, and refuses what is no key or no threshold', async () => {
    const [one] = options.keys;
    expect(await codeOf(verify(manifest, { keys: [one!.toUpperCase()] }))).toBe('accepted');
    for (const bad of [[], ['12'], [one, one], [`${one}0`], 'text', undefined])
      expect(await codeOf(verify(manifest, { keys: bad as string[] }))).toBe('INVALID_OPTION');
    for (const threshold of [0, 3, 1.5, Number.NaN, '1'])
      expect(await codeOf(verify(manifest, { threshold: threshold as number }))).toBe(
        'INVALID_OPTION',
      );
    expect(await codeOf(verify(manifest, { now: Number.NaN }))).toBe('INVALID_OPTION');
  });

  it('F17: is not what a captive portal says, nor anything else', async () => {
    for (const text of ['', '<!DOCTYPE html><html>Log in</html>', '{}', 'null', '[]', '\0\0\0'])
      expect(await codeOf(verify(toAscii(text)))).toBe('NOT_MANIFEST');
    expect(await codeOf(verify(new Uint8Array(128 * 1024 + 1)))).toBe('MANIFEST_TOO_LARGE');
    await expect(verify(toAscii('<html>Log in</html>'))).rejects.toThrow('<html>Log in</html>');
  });

  it('has one spelling', async () => {
    const text = String.fromCharCode(...manifest);
    const others = [
      text.trimEnd(),
      ` ${text}`,
      `${text}\n`,
      text.replace('{"yizhan"', '{ "yizhan"'),
      text.replace('"yizhan"', '"y\\u0069zhan"'),
      text.replace(/"key":"(.*?)"/, (_, key: string) => `"key":"${key.toUpperCase()}"`),
      text.replace('"signatures":[', '"more":1,"signatures":['),
      text.replace(/"payload":"(.*?)"/, '"payload":"$1="'),
      text.replace(/"payload":"(.*?)"/, '"payload":"="'),
      text.replace('}]}', '},]}'),
      text.replace('[{', '[[{'),
    ];
    for (const other of others) {
      expect(other).not.toBe(text);
      expect(await codeOf(verify(toAscii(other))), other.slice(0, 30)).toBe('NOT_MANIFEST');
    }
    expect(await codeOf(verify(Uint8Array.from([0xef, 0xbb, 0xbf, ...manifest])))).toBe(
      'NOT_MANIFEST',
    );
  });

  it('has one spelling in base64, also where bits fill up', async () => {
    for (const more of ['', ' ', '  ']) {
      const bytes = await signed('manifest-v1', asciiJson({ more }), [keys[0]!]);
      const text = String.fromCharCode(...bytes);
      const [, base64 = ''] = /"payload":"(.*?)"/.exec(text)!;
      const last = base64.replace(/=*$/, '').slice(-1);
      const next = String.fromCharCode(last.charCodeAt(0) + 1);
      const other = text.replace(base64, base64.replace(/.(=*)$/, `${next}$1`));
      if (base64.endsWith('='))
        expect(await codeOf(verify(toAscii(other)))).toMatch(/NOT_MANIFEST|BAD_SIGNATURE/);
    }
  });
});

describe('signatures', () => {
  it('F30, F31: none, and unknown keys', async () => {
    expect(await codeOf(verify(await manifestOf(payload, [])))).toBe('UNSIGNED');
    expect(await codeOf(verify(await manifestOf(payload, [keys[2]!])))).toBe('UNKNOWN_KEY');
  });

  it('F32: the threshold counts keys, not signatures', async () => {
    const both = { threshold: 2 };
    expect(await codeOf(verify(manifest, both))).toBe('THRESHOLD_NOT_MET');
    expect(await codeOf(verify(await manifestOf(payload, [keys[0]!, keys[0]!]), both))).toBe(
      'NOT_MANIFEST',
    );
    expect(await codeOf(verify(await manifestOf(payload, [keys[0]!, keys[2]!]), both))).toBe(
      'THRESHOLD_NOT_MET',
    );
    const enough = await manifestOf(payload, [keys[1]!, keys[2]!, keys[0]!]);
    expect(await codeOf(verify(enough, both))).toBe('accepted');
  });

  it('are all right, also those of keys that nobody pinned', async () => {
    const text = String.fromCharCode(...(await manifestOf(payload, [keys[0]!, keys[2]!])));
    const wrong = text.replace(/(.)("\}\]\})/, (_, digit: string, end: string) =>
      digit === '0' ? `1${end}` : `0${end}`,
    );
    expect(await codeOf(verify(toAscii(wrong)))).toBe('BAD_SIGNATURE');
  });

  it('are at most 16', async () => {
    const many = await testKeys(...Array.from({ length: 17 }, (_, i) => 100 + i));
    const pinned = { keys: [many[0]!.publicKey] };
    expect(await codeOf(verify(await manifestOf(payload, many.slice(0, 16)), pinned))).toBe(
      'accepted',
    );
    expect(await codeOf(verify(await manifestOf(payload, many), pinned))).toBe('NOT_MANIFEST');
  });

  it('serve for nothing else: neither the other kind of envelope nor the bare payload', async () => {
    const bytes = asciiJson(payload);
    const statement = await signed('keys-v1', bytes, [keys[0]!]);
    expect(await codeOf(verify(statement))).toBe('NOT_MANIFEST');
    const renamed = String.fromCharCode(...statement).replace('keys-v1', 'manifest-v1');
    expect(await codeOf(verify(toAscii(renamed)))).toBe('BAD_SIGNATURE');
  });

  it('F33: any flipped bit of the file is refused', { timeout: 120_000 }, async () => {
    const signers = isFull('MANIFEST_CAMPAIGN') ? [keys[0]!, keys[2]!] : [keys[0]!];
    const bytes = await manifestOf({ ...payload, packs: [] }, signers);
    expect(await codeOf(verify(bytes))).toBe('accepted');
    const seen: Record<string, number> = {};
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const code = await codeOf(verify(flipped));
      seen[code] = (seen[code] ?? 0) + 1;
    }
    expect(Object.keys(seen).sort()).toEqual(['BAD_SIGNATURE', 'NOT_MANIFEST', 'UNKNOWN_KEY']);
  });
});

describe('a payload that is signed', () => {
  const invalid = async (change: (copy: Loose) => void, code = 'MANIFEST_INVALID') => {
    const copy = JSON.parse(JSON.stringify(payload)) as Loose;
    change(copy);
    expect(await codeOfPayload(copy), JSON.stringify(copy)).toBe(code);
  };

  it('F45: is refused in another format, before anything else of it is read', async () => {
    await invalid((one) => (one['format'] = 2), 'UNSUPPORTED_FORMAT');
    expect(await codeOfPayload({ format: 2 })).toBe('UNSUPPORTED_FORMAT');
    expect(await codeOfPayload({})).toBe('UNSUPPORTED_FORMAT');
  });

  it('F46: is refused by an SDK that is too old', async () => {
    const sdk = (minSdk: string, sdkVersion: string) =>
      codeOfPayload({ ...payload, minSdk }, { sdkVersion });
    expect(await sdk('1.0.1', '1.0.0')).toBe('SDK_TOO_OLD');
    expect(await sdk('1.10.0', '1.9.9')).toBe('SDK_TOO_OLD');
    expect(await sdk('2.0.0', '1.9.9')).toBe('SDK_TOO_OLD');
    expect(await sdk('1.9.0', '1.10.0')).toBe('accepted');
    expect(await sdk('1.0.0', '1.0.0-beta.1')).toBe('accepted');
  });

  it('F41: is refused by an app that wants another dataset or channel', async () => {
    expect(await codeOf(verify(manifest, { dataset: 'beijing' }))).toBe('WRONG_DATASET');
    expect(await codeOf(verify(manifest, { channel: 'beta' }))).toBe('WRONG_CHANNEL');
    expect(await codeOfPayload({ ...payload, channel: 'beta' })).toBe('WRONG_CHANNEL');
    expect(await codeOfPayload({ ...payload, channel: 'beta' }, { channel: 'beta' })).toBe(
      'accepted',
    );
  });

  it('F34, F35, F38: goes neither back nor two ways', async () => {
    const { floor, payloadSha256 } = await verify(manifest);
    const at = (sequence: number) => ({ floor: { ...floor, sequence } });
    expect(await codeOf(verify(manifest, at(8)))).toBe('ROLLBACK');
    expect(await codeOf(verify(manifest, at(6)))).toBe('accepted');
    const other = { floor: { ...floor, payloadSha256: 'f'.repeat(64) } };
    expect(await codeOf(verify(manifest, other))).toBe('EQUIVOCATION');
    // More signatures over the same payload are the same manifest.
    const again = await verify(await manifestOf(payload, [keys[1]!, keys[0]!]), { floor });
    expect(again.payloadSha256).toBe(payloadSha256);
    expect(await codeOfPayload({ ...payload, sequence: Number.MAX_SAFE_INTEGER })).toBe('accepted');
  });

  it('F36, F71, F72: is stale when it has expired, by the clock or by what was signed', async () => {
    const stale = async (more: Partial<VerifyOptions>) => (await verify(manifest, more)).stale;
    const expires = Date.parse(payload.expiresAt);
    expect(await stale({ now: expires - 1 })).toBe(false);
    expect(await stale({ now: expires })).toBe(true);
    expect(await stale({ now: 0 })).toBe(false);
    expect(await stale({ now: now + 10 * 365.25 * 86_400_000 })).toBe(true);
    const { floor } = await verify(manifest);
    // The clock says 1970, but a later manifest had been signed after this one's end.
    const later = { ...floor, sequence: 1, signedTime: expires + 1 };
    expect(await stale({ now: 0, floor: later })).toBe(true);
    const verdict = await verify(manifest, { now: 0, floor: later });
    expect(verdict.floor.signedTime).toBe(expires + 1);
  });

  it('F79: has no paths but its own', async () => {
    const path = (value: string) => invalid((one) => (one['packs'][0].snapshot.path = value));
    const good = payload.packs[0]!.snapshot.path;
    for (const bad of [
      `../${good}`,
      `/${good}`,
      `./${good}`,
      `https://evil.example/${good}`,
      `//evil.example/${good}`,
      good.replace('/', '\\'),
      good.replace('/', '//'),
      `${good}?`,
      good.toUpperCase(),
      'packs/../../etc/passwd',
      '',
    ])
      await path(bad);
    await invalid((one) => (one['packs'][0].snapshot.packedSha256 = 'e'.repeat(64)));
  });

  it('has numbers, instants and names within bounds', async () => {
    const one = (name: string, value: unknown) => invalid((copy) => (copy[name] = value));
    for (const sequence of [0, -1, 1.5, 2 ** 53, '7', null]) await one('sequence', sequence);
    for (const time of ['2026-11-24', '2026-02-30T00:00:00Z', '2026-11-24T08:00:00+08:00', 5])
      await one('publishedAt', time);
    await one('expiresAt', payload.publishedAt);
    for (const name of ['', 'Shanghai', '../x', 'a'.repeat(65), 'a b', '__proto__', 7])
      await one('dataset', name);
    for (const version of ['1', '1.2', '1.2.3-beta', '999999.1.1', ''])
      await one('minSdk', version);
    await one('shrunkAt', 'yes');
    await one('shrunkAt', 0);
    await one('shrunkAt', payload.sequence + 1);
    await one('packs', {});
    await one('packs', undefined);
    await one('packs', Array(65).fill(payload.packs[0]));
    const pack = (change: (copy: Loose) => void) => invalid((copy) => change(copy['packs'][0]));
    for (const count of [0, -1, 2 ** 32, 1.5, '1']) await pack((p) => (p['count'] = count));
    for (const bounds of [
      [121, 31, 120, 32],
      [121, 32, 122, 31],
      [121, 31, 122],
      [121, 31, 122, 91],
      [181, 31, 182, 32],
      ['121', 31, 122, 32],
      [null, 31, 122, 32],
    ])
      await pack((p) => (p['bounds'] = bounds));
    await pack((p) => (p['snapshot'].bytes = 64 * 2 ** 20 + 1));
    await pack((p) => (p['snapshot'].packedBytes = 0));
    await pack((p) => (p['snapshot'].sha256 = 'B'.repeat(64)));
    await pack((p) => (p['snapshot'] = null));
    await pack((p) => (p['deltas'] = undefined));
    await pack((p) => (p['deltas'] = Array(9).fill(p['deltas'][0])));
    // F44: nothing leads round in a circle.
    await pack((p) => p['deltas'].push(p['deltas'][0]));
    await pack((p) => (p['deltas'][0].fromSha256 = p['snapshot'].sha256));
    await invalid((copy) => copy['packs'].push(copy['packs'][0]));
  });

  it('may say more than we know, and F75: touches no prototype', async () => {
    const text = String.fromCharCode(...asciiJson(payload));
    const hostile = text.replace(
      '{"format":1',
      '{"__proto__":{"dataset":"evil","polluted":1},"constructor":{"prototype":{"polluted":1}},"new":[1],"format":1',
    );
    const verdict = await verify(await signed('manifest-v1', toAscii(hostile), [keys[0]!]));
    expect(verdict.payload).toEqual(payload);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    // What an object does not say itself it does not say.
    const inherited = text.replace('"dataset":"shanghai"', '"__proto__":{"dataset":"shanghai"}');
    expect(await codeOfPayload(toAscii(inherited))).toBe('MANIFEST_INVALID');
  });

  it('F84: may be nested deeply, or be no JSON at all', async () => {
    const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;
    expect(await codeOfPayload(toAscii(deep))).toMatch(/MANIFEST_INVALID/);
    const inside = asciiJson(payload);
    const text = String.fromCharCode(...inside).replace('{"f', `{"x":${deep},"f`);
    expect(await codeOfPayload(toAscii(text))).toMatch(/accepted|MANIFEST_INVALID/);
    for (const bytes of [toAscii(''), toAscii('{'), toAscii('NaN'), Uint8Array.of(0xff, 0xfe)])
      expect(await codeOfPayload(bytes)).toBe('MANIFEST_INVALID');
  });
});

/*
 * A stranger's damage is stopped by the signature; what the payload's reader makes of damage shows only when it is
 * signed after it was damaged. Both are tried. `npm run test:manifests`: 200,000.
 */
describe('damage', () => {
  const rounds = isFull('MANIFEST_CAMPAIGN') ? 200_000 : 10_000;

  it(`to ${rounds} manifests and payloads: an error of ours, or the right answer`, {
    timeout: 3_600_000,
  }, async () => {
    const random = new Random(11);
    const { readPayload } = await import('../../../src/dataset/manifest/read-payload');
    const body = asciiJson(payload);
    const tokens = [
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      '-',
      '1e999',
      '__proto__',
      'null',
      '\\',
    ];
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const seen = { accepted: 0, refused: 0 };
    for (let round = 0; round < rounds; round++) {
      const isWhole = random.chance(0.1);
      const damaged = damage(isWhole ? manifest : body, random, tokens);
      try {
        const read: ManifestPayload = isWhole
          ? (await verify(damaged)).payload
          : readPayload(damaged);
        // What a stranger damaged is either refused or untouched; what was signed is within bounds.
        if (isWhole) expect(read).toEqual(payload);
        else expectSane(read);
        seen.accepted++;
      } catch (error) {
        if (!(error instanceof InvalidManifestError)) throw error;
        seen.refused++;
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
    expect(seen.refused).toBeGreaterThan(rounds / 2);
    expect(seen.accepted).toBeGreaterThan(100);
  });
});

function damage(bytes: Uint8Array, random: Random, tokens: readonly string[]): Uint8Array {
  let copy: Uint8Array = bytes.slice();
  for (let i = random.int(1, 3); i > 0; i--) {
    const at = random.int(0, copy.length);
    const kind = random.int(0, 4);
    if (kind === 0) copy = copy.slice(0, at);
    else if (kind === 1 && at < copy.length) copy[at] = random.int(0, 255);
    else if (kind === 2 && at < copy.length) copy[at]! ^= 1 << random.int(0, 7);
    else if (kind === 3) copy = splice(copy, at, 0, toAscii(random.pick(tokens)));
    else copy = splice(copy, at, random.int(1, 5), new Uint8Array(0));
  }
  return copy;
}

function splice(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
}

function expectSane(read: ManifestPayload): void {
  const ok =
    Number.isSafeInteger(read.sequence) &&
    read.packs.every(
      ({ bounds, count, snapshot, deltas }) =>
        count > 0 &&
        bounds.every(Number.isFinite) &&
        [snapshot, ...deltas].every(({ path }) => /^(pack|delta)s\/[0-9a-f]{32}\./.test(path)),
    );
  if (!ok) throw new Error(`accepted ${JSON.stringify(read)}`);
}
