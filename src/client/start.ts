import { unpacked } from '../dataset/gzip';
import { sha256 } from '../dataset/manifest/digest';
import { toHex } from '../dataset/manifest/encodings';
import { InvalidOptionError, isYizhanError } from '../errors';
import { StationSet } from '../stations/station-set';
import { assemble } from './assemble';
import { type Current, nothing, openGeneration } from './current';
import type { HeldPack } from './generation';
import { asStorageError, type DeviceState, type Keeper } from './keeper';
import type { Bundled, ReadOptions } from './open-options';

/** What there is before any network. */
export interface Start {
  readonly current: Current;
  readonly state: DeviceState | undefined;
  /** Packs that came with the app: deltas may begin with them. */
  readonly bundled: readonly HeldPack[];
  /** Why it is not what it should be. */
  readonly problem: Error | undefined;
}

/** The current generation, else the one before, else what came with the app, else nothing. */
export async function startFrom(keeper: Keeper, options: ReadOptions): Promise<Start> {
  let problem: Error | undefined;
  try {
    const state = await keeper.readState().catch((error) => {
      problem = asStorageError(error);
      return undefined;
    });
    const found = await keeper.readBest(state);
    if (found !== undefined) {
      const source = found.place === 'current' ? 'device' : 'previous';
      const current = openGeneration(found.generation, source, options.crs);
      return { current, state, bundled: [], problem };
    }
  } catch (error) {
    problem = asStorageError(error);
  }
  const bundled = await readBundled(options.bundled);
  if (bundled.length === 0) return { current: nothing, state: undefined, bundled, problem };
  const { whole } = assemble(bundled);
  const set = StationSet.decode(whole, { crs: options.crs });
  const current: Current = { ...nothing, set, source: 'bundled' };
  return { current, state: undefined, bundled, problem };
}

/** @throws InvalidOptionError when the app was built with something else than packs */
async function readBundled(bundled: ReadOptions['bundled']): Promise<HeldPack[]> {
  const given: unknown = typeof bundled === 'function' ? await bundled() : bundled;
  if (given === undefined) return [];
  const list = (Array.isArray(given) ? given : [given]) as Extract<Bundled, readonly unknown[]>;
  const packs: HeldPack[] = [];
  for (const one of list) {
    if (!(one instanceof Uint8Array))
      throw new InvalidOptionError('bundled', one, 'the bytes of a pack, or a list of such');
    try {
      const bytes = unpacked(one);
      StationSet.decode(bytes, { crs: 'wgs84' });
      packs.push({ name: `bundled-${packs.length}`, sha256: toHex(await sha256(bytes)), bytes });
    } catch (error) {
      if (!isYizhanError(error)) throw error;
      throw new InvalidOptionError('bundled', error.message, 'the bytes of a pack of the site');
    }
  }
  return packs;
}
