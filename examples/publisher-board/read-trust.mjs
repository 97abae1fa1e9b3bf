import { splitStatements, verifyManifest, verifyRotation } from 'yizhan/publish';

const mostBytes = 512 * 1024;

/**
 * Whether a device would believe the manifest, and which keys have signed it. Without keys of the publisher's, only that
 * the signatures fit the manifest can be said, not whose they are.
 *
 * @returns `state`: `trusted`, `unknown-keys` (none were given) or `refused`, with the device's `message`; `claimed`: what
 *   the manifest says, whoever wrote it
 */
export async function readTrust(reader, { keys, threshold = 1, sdkVersion, now }) {
  let signers = [];
  let claimed;
  const said = (state, more = {}) => ({
    state,
    threshold,
    keys: signers.map((key) => ({ key, isTrusted: more.trusted?.includes(key) ?? false })),
    keysVersion: more.keysVersion,
    code: more.error?.code,
    message: more.error?.message,
    claimed,
  });
  try {
    const bytes = await reader.read('manifest.json', mostBytes);
    if (bytes === undefined) throw new Error('there is no manifest.json');
    ({ signers, claimed } = readClaims(bytes));
    const { dataset, channel } = claimed ?? {};
    const asked = { dataset, channel, now, sdkVersion };
    if (keys === undefined) {
      // Each signature is checked against the key it names: whether the bytes are as they were signed.
      await verifyManifest(bytes, { ...asked, keys: signers });
      return said('unknown-keys');
    }
    const statements = splitStatements(
      (await reader.read('keys.json', mostBytes)) ?? new Uint8Array(),
    );
    const current = await verifyRotation(statements, { keys, threshold, dataset });
    try {
      await verifyManifest(bytes, { ...asked, keys: current.keys, threshold: current.threshold });
    } catch (error) {
      return said('refused', { error, trusted: current.keys });
    }
    return said('trusted', { trusted: current.keys, keysVersion: current.version });
  } catch (error) {
    return said('refused', { error });
  }
}

/** What a manifest says before anything of it is believed. */
function readClaims(bytes) {
  try {
    const envelope = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const signers = envelope.signatures.map(({ key }) => String(key));
    const payload = JSON.parse(Buffer.from(envelope.payload, 'base64').toString('utf8'));
    return { signers, claimed: Array.isArray(payload?.packs) ? payload : undefined };
  } catch {
    return { signers: [], claimed: undefined };
  }
}
