import { unpacked } from '../dataset/gzip';
import { InvalidOptionError, isYizhanError, UpdateError } from '../errors';
import { StationSet } from '../stations/station-set';
import { assemble, type Bytes } from './assemble';
import { type Current, nothing, openGeneration, type Source } from './current';
import type { Generation } from './generation';
import { asStorageError, type DeviceState, type Keeper } from './keeper';
import type { Bundled, ReadOptions } from './open-options';
import { noTrust, type Policy, type Trust, trustAmong } from './trust';

/** What there is before any network. */
export interface Start {
  readonly current: Current;
  readonly state: DeviceState;
  readonly trust: Trust;
  /** Packs that came with the app: deltas may begin with them. */
  readonly bundled: readonly Bytes[];
  /** Why it is not what it should be. */
  readonly problem: Error | undefined;
}

/**
 * The current generation, else the one before, else what came with the app, else nothing. What was kept under other
 * keys than the app's, and is signed by none of these, comes last: it is better than no station at night, no more.
 */
export async function startFrom(
  keeper: Keeper,
  options: ReadOptions,
  policy: Policy,
  now: number,
): Promise<Start> {
  const state = await keeper.readState();
  let trust = trustAmong(policy, state.trusts);
  let problem: Error | undefined;
  let stray: Current | undefined;
  const start = (current: Current, bundled: readonly Bytes[] = []): Start => {
    return { current, state, trust, bundled, problem: problem ?? keeper.problem };
  };
  const taken = await keeper.offerAll(state, async ({ generation, place }) => {
    try {
      const known = await trustIn(generation, policy, now);
      const source: Source = place === 'current' ? 'device' : 'previous';
      const isTrusted = known !== undefined;
      const current = openGeneration(generation, { source, isTrusted }, options.crs);
      trust = trustAmong(policy, [trust, known]);
      if (isTrusted) return start(current);
      stray ??= current;
    } catch (error) {
      // One that this version cannot open: a later one has kept it.
      problem ??= asStorageError(error);
    }
    return undefined;
  });
  if (taken !== undefined) return taken;
  let bundled: readonly Bytes[] = [];
  try {
    bundled = await readBundled(options.bundled);
  } catch (error) {
    if (error instanceof InvalidOptionError) throw error;
    problem ??= error as Error;
  }
  if (bundled.length === 0) return start(stray ?? nothing);
  const whole = assemble(bundled);
  const set = StationSet.decode(whole, { crs: options.crs });
  return start({ ...nothing, set, whole, source: 'bundled' }, bundled);
}

/** What a generation tells of whom to believe; `undefined` when it is not to be believed itself. */
async function trustIn(
  generation: Generation,
  policy: Policy,
  now: number,
): Promise<Trust | undefined> {
  const none = noTrust(policy);
  if (generation.trust.pinned === none.pinned) return generation.trust;
  if (generation.origin !== 'manifest') return undefined;
  try {
    // An app with new keys, once: others have no need of it to start.
    const { judgeManifest } = await import('./judge');
    const { floor, payload } = await judgeManifest(generation.manifest, policy, none, now);
    return { ...none, floor, dataset: payload.dataset };
  } catch {
    return undefined;
  }
}

/**
 * @throws InvalidOptionError when the app was built with something else than packs
 * @throws UpdateError `BUNDLED_FAILED` when it could not be had
 */
async function readBundled(bundled: ReadOptions['bundled']): Promise<Bytes[]> {
  const given: unknown = typeof bundled === 'function' ? await call(bundled) : bundled;
  if (given === undefined) return [];
  const list = (Array.isArray(given) ? given : [given]) as Extract<Bundled, readonly unknown[]>;
  return list.map((one) => {
    if (!(one instanceof Uint8Array))
      throw new InvalidOptionError('bundled', one, 'the bytes of a pack, or a list of such');
    try {
      const bytes = unpacked(one);
      StationSet.decode(bytes, { crs: 'wgs84' });
      return { bytes };
    } catch (error) {
      if (!isYizhanError(error)) throw error;
      throw new InvalidOptionError('bundled', error.message, 'the bytes of a pack of the site');
    }
  });
}

async function call(bundled: () => Bundled | Promise<Bundled>): Promise<Bundled> {
  try {
    return await bundled();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `What came with the app could not be had: ${reason}`;
    throw new UpdateError('BUNDLED_FAILED', message, { cause });
  }
}
