import { InvalidManifestError } from '../../errors';
import { fromAscii, fromBase64, fromHex, toAscii, toBase64, toHex } from './encodings';

/*
 * A payload and the signatures over it, as one line of JSON. There is one way to write it: what was read is
 * written again and has to give the same bytes, so that nobody can change a byte of it unnoticed.
 */

/** What an envelope holds. The kind is part of what is signed: a manifest never passes for a statement of keys. */
export type EnvelopeKind = 'manifest-v1' | 'keys-v1';

export interface Signature {
  /** The public key: 64 hexadecimal digits. */
  readonly key: string;
  readonly signature: Uint8Array;
}

export interface Envelope {
  readonly kind: EnvelopeKind;
  readonly payload: Uint8Array;
  /** Each of another key. */
  readonly signatures: readonly Signature[];
}

/** Of an envelope, in bytes: 60 packs with 3 deltas each take 100 KB. */
export const mostEnvelopeBytes = 128 * 1024;
/** An old and a new set of keys, each of them complete. */
export const mostSignatures = 16;

/** What a key signs: the kind, so that a signature serves for nothing else, a zero, and the payload. */
export function signedBytes({ kind, payload }: Pick<Envelope, 'kind' | 'payload'>): Uint8Array {
  const context = toAscii(`yizhan-${kind}\0`);
  const bytes = new Uint8Array(context.length + payload.length);
  bytes.set(context);
  bytes.set(payload, context.length);
  return bytes;
}

export function writeEnvelope({ kind, payload, signatures }: Envelope): Uint8Array {
  const signed = signatures.map(
    ({ key, signature }) => `{"key":"${key}","signature":"${toHex(signature)}"}`,
  );
  return toAscii(
    `{"yizhan":"${kind}","payload":"${toBase64(payload)}","signatures":[${signed.join()}]}\n`,
  );
}

// No JSON.parse: nothing here needs it, and whatever it does to deep nesting or odd names cannot happen.
const envelopePattern =
  /^\{"yizhan":"([a-z0-9-]{1,20})","payload":"([A-Za-z0-9+/=]*)","signatures":\[([^\]]*)\]\}\n$/;
const signaturePattern = /^"key":"([0-9a-f]{64})","signature":"([0-9a-f]{128})"$/;

/**
 * Reads an envelope. Nothing of its payload is looked at.
 *
 * @throws InvalidManifestError `NOT_MANIFEST`, `NOT_KEYS`, `MANIFEST_TOO_LARGE`
 */
export function readEnvelope(bytes: Uint8Array, kind: EnvelopeKind): Envelope {
  if (bytes.length > mostEnvelopeBytes) throw tooLarge(bytes.length);
  const text = fromAscii(bytes);
  const [, found, payload, list = ''] = (text && envelopePattern.exec(text)) || [];
  if (found === undefined || payload === undefined)
    throw notOne(kind, `text that starts ${showStart(bytes)}`);
  if (found !== kind) throw notOne(kind, `one of ${found}, which is something else`);
  const parts = list === '' ? [] : list.slice(1, -1).split('},{');
  if (parts.length > mostSignatures)
    throw notOne(kind, `${parts.length} signatures, ${mostSignatures} are allowed`);
  const signatures = parts.map((part): Signature => {
    const [, key, signature] = signaturePattern.exec(part) ?? [];
    if (key === undefined || signature === undefined)
      throw notOne(kind, 'a signature in another form');
    return { key, signature: fromHex(signature) };
  });
  if (new Set(signatures.map(({ key }) => key)).size < signatures.length)
    throw notOne(kind, 'two signatures of one key');
  const envelope: Envelope = { kind, payload: fromBase64(payload), signatures };
  // The last word on spellings: base64 has several for the same bytes.
  if (!isSame(writeEnvelope(envelope), bytes)) throw notOne(kind, 'another spelling of one');
  return envelope;
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function notOne(kind: EnvelopeKind, found: string): InvalidManifestError {
  return kind === 'manifest-v1'
    ? new InvalidManifestError('NOT_MANIFEST', `Not a manifest: found ${found}`)
    : new InvalidManifestError('NOT_KEYS', `Not a statement of keys: found ${found}`);
}

function tooLarge(length: number): InvalidManifestError {
  return new InvalidManifestError(
    'MANIFEST_TOO_LARGE',
    `Not a manifest: it has ${length} bytes, ${mostEnvelopeBytes} are allowed`,
  );
}

/** A captive portal is recognised by its first words. */
function showStart(bytes: Uint8Array): string {
  const start = [...bytes.subarray(0, 40)].map((byte) =>
    byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·',
  );
  return JSON.stringify(start.join(''));
}
