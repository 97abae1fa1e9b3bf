import { UpdateError } from '../errors';
import type { Host } from './host';

/**
 * The parts that only updates need. They come when the first one begins, so that an app starts and answers without
 * them; and once more with the next one, if they did not.
 *
 * @throws UpdateError `NETWORK_FAILED`
 */
export async function loadParts(host: Host) {
  try {
    const [{ update }, transport] = await Promise.all([import('./update'), host.loadTransport()]);
    return { update, transport };
  } catch (cause) {
    const message = `Cannot load the part of this app that updates stations: ${(cause as Error).message}`;
    throw new UpdateError('NETWORK_FAILED', message, { cause });
  }
}
