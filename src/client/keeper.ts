import { fromAscii } from '../dataset/manifest/encodings';
import { asciiJson } from '../dataset/manifest/payload';
import { isYizhanError, StorageError } from '../errors';
import { type Generation, readGeneration, writeGeneration } from './generation';
import { seal, unseal } from './seal';
import type { Store } from './store';
import type { Trust } from './trust';

/**
 * What a device writes down beside the generations: which of them is current, whom it believes, and what servers said
 * last. It changes as a whole, and with it everything.
 */
export interface DeviceState {
  /** How often it was written: who finds another number than before has been overtaken by another page or process. */
  readonly revision: number;
  /** Of the current generation; 0: none yet. */
  readonly generation: number;
  readonly slot: Slot;
  /** What the current generation is known by. */
  readonly sha256?: string | undefined;
  /** How often it was asked whether there is anything new, with an answer. */
  readonly checks: number;
  /** When last; milliseconds since 1970, by the device's clock. */
  readonly checkedAt?: number | undefined;
  /** The version of the current generation that a server said it has, by address. */
  readonly etags: Readonly<Record<string, string>>;
  /** One for each set of keys that apps on this device were built with, the latest first. */
  readonly trusts: readonly Trust[];
}

type Slot = 0 | 1;

/** Which generation is current. */
type CurrentSlot = Pick<DeviceState, 'generation' | 'slot' | 'sha256'>;

const stateName = 'state';
const slotNames = ['generation-0', 'generation-1'] as const;
const format = 1;
/** An app, the version of it before, and one more. */
const mostTrusts = 3;

/** The state of a device that has nothing. */
const noState: DeviceState = {
  revision: 0,
  generation: 0,
  slot: 1,
  checks: 0,
  etags: {},
  trusts: [],
};

export function withTrust(state: DeviceState, trust: Trust): DeviceState {
  const others = state.trusts.filter(({ pinned }) => pinned !== trust.pinned);
  return { ...state, trusts: [trust, ...others].slice(0, mostTrusts) };
}

/** Another page or process has written the state since it was read here. */
export class Overtaken extends Error {}

/** A generation that is there, whole. */
export interface Found {
  readonly generation: Generation;
  /** `previous` when the state names another one, or nothing. */
  readonly place: 'current' | 'previous';
}

/**
 * Keeps generations in two slots of a store, so that the last one is there until the next one is, whole; a small
 * piece says which of them is current. Whatever part of it is lost or rots, what is left is found.
 */
export class Keeper {
  /** Why something could not be read, where that was not for want of it. */
  problem: Error | undefined;

  constructor(readonly store: Store) {}

  /** What was written down last; when there is nothing, or nothing that can be read, what the generations tell. */
  async readState(): Promise<DeviceState> {
    return (await this.readPiece(stateName, parseState)) ?? this.guessState();
  }

  /**
   * Writes the state, if it is still the one that was read.
   *
   * @returns what was written
   * @throws Overtaken, StorageError
   */
  async replaceState(before: DeviceState, next: DeviceState): Promise<DeviceState> {
    await this.checkStill(before);
    const state = { ...next, revision: before.revision + 1 };
    await this.writePiece(stateName, seal(asciiJson({ format, ...state })));
    return state;
  }

  /**
   * Shows `take` the current generation, and then what is left of the others, the newest first, until it takes one. No
   * async generator: as it is compiled for mini-programs, QuickJS cannot read it.
   */
  async offerAll<T>(
    state: DeviceState,
    take: (found: Found) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const current = await this.readCurrent(state);
    const taken = current && (await take({ generation: current, place: 'current' }));
    if (taken !== undefined) return taken;
    for (const { generation } of await this.readSlots()) {
      if (generation.sha256 === current?.sha256) continue;
      const other = await take({ generation, place: 'previous' });
      if (other !== undefined) return other;
    }
    return undefined;
  }

  /** The generation that the state names, if it is whole. */
  async readCurrent(state: DeviceState): Promise<Generation | undefined> {
    if (state.generation === 0) return undefined;
    const found = await this.readSlot(state.slot);
    const isIt = found?.number === state.generation && found.sha256 === state.sha256;
    return isIt ? found : undefined;
  }

  /**
   * Writes a generation where no current one is, and reads it back.
   *
   * @returns what the state has to say, for it to be current
   * @throws Overtaken, StorageError
   */
  async writeGeneration(generation: Generation, before: DeviceState): Promise<CurrentSlot> {
    const slot = await this.freeSlot(before);
    await this.checkStill(before);
    await this.writePiece(slotNames[slot], writeGeneration(generation));
    const back = await this.readSlot(slot);
    const { number, sha256 } = generation;
    if (back?.number === number && back.sha256 === sha256)
      return { generation: number, slot, sha256 };
    throw new StorageError('STORAGE_FAILED', 'What was stored could not be read back');
  }

  /** Who slept for an hour, and lost the lock meanwhile, must not undo what others did. */
  private async checkStill(before: DeviceState): Promise<void> {
    const state = await this.readPiece(stateName, parseState);
    if ((state ?? noState).revision !== before.revision)
      throw new Overtaken('Another page or process has updated');
  }

  /** The one without the current generation; where none is whole, the one with the older. */
  private async freeSlot(state: DeviceState): Promise<Slot> {
    if ((await this.readCurrent(state)) !== undefined) return state.slot === 0 ? 1 : 0;
    const [newest] = await this.readSlots();
    return newest?.slot === 0 ? 1 : 0;
  }

  private async guessState(): Promise<DeviceState> {
    const found = await this.readSlots();
    const [newest] = found;
    if (newest === undefined) return noState;
    const { slot, generation } = newest;
    const { number, sha256 } = generation;
    const trusts = found.map((one) => one.generation.trust);
    return { ...noState, generation: number, slot, sha256, trusts };
  }

  /** What is whole in the slots, the newest first. */
  private async readSlots(): Promise<{ slot: Slot; generation: Generation }[]> {
    const found: { slot: Slot; generation: Generation }[] = [];
    for (const slot of [0, 1] as const) {
      const generation = await this.readSlot(slot);
      if (generation !== undefined) found.push({ slot, generation });
    }
    return found.sort((one, other) => other.generation.number - one.generation.number);
  }

  private readSlot(slot: Slot): Promise<Generation | undefined> {
    return this.readPiece(slotNames[slot], readGeneration);
  }

  /** One piece that cannot be read, or makes no sense, costs none of the others. */
  private async readPiece<T>(
    name: string,
    read: (bytes: Uint8Array) => T | undefined,
  ): Promise<T | undefined> {
    try {
      const bytes = await this.store.read(name);
      return bytes && read(bytes);
    } catch (error) {
      this.problem = asStorageError(error);
      return undefined;
    }
  }

  private async writePiece(name: string, bytes: Uint8Array): Promise<void> {
    try {
      await this.store.write(name, bytes);
    } catch (cause) {
      throw asStorageError(cause);
    }
  }
}

/** The state in these bytes; `undefined` when they are no longer what was written, or of another version. */
function parseState(bytes: Uint8Array): DeviceState | undefined {
  const content = unseal(bytes);
  const state = content && JSON.parse(fromAscii(content) ?? 'null');
  const isWhole =
    state?.format === format && Array.isArray(state.trusts) && typeof state.etags === 'object';
  return isWhole ? state : undefined;
}

/** What a store threw, as one of ours. */
export function asStorageError(cause: unknown): Error {
  if (isYizhanError(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StorageError('STORAGE_FAILED', `The storage of this device failed: ${reason}`, {
    cause,
  });
}
