import { fromAscii } from '../dataset/manifest/encodings';
import { readEnvelope } from '../dataset/manifest/envelope';
import { asciiJson } from '../dataset/manifest/payload';
import { readPayload } from '../dataset/manifest/read-payload';
import { isYizhanError, StorageError } from '../errors';
import { type Generation, readGeneration, writeGeneration } from './generation';
import { seal, unseal } from './seal';
import type { Store } from './store';
import { type Policy, type Trust, trustUnder } from './trust';

/**
 * What a device writes down beside the generations: which of them is current, whom it believes, and what servers said
 * last. It changes as a whole, and with it everything.
 */
export interface DeviceState extends Trust {
  /** Of the current generation; 0: none yet. */
  readonly generation: number;
  readonly slot: Slot;
  /** How often it was asked whether there is anything new, with an answer. */
  readonly checks: number;
  /** When last; milliseconds since 1970, by the device's clock. */
  readonly checkedAt?: number | undefined;
  /** The version that a server said it has, by address. */
  readonly etags: Readonly<Record<string, string>>;
}

type Slot = 0 | 1;

const stateName = 'state';
const slotNames = ['generation-0', 'generation-1'] as const;
const format = 1;

/**
 * Keeps generations in two slots of a store, so that the last one is there until the next one is, whole; a small
 * piece says which of them is current. Whatever part of it is lost or rots, what is left is found.
 */
export class Keeper {
  /** The slot of the generation that was read or written last, which must not be touched. */
  servedSlot: Slot = 1;

  constructor(readonly store: Store) {}

  /** What was written down last; `undefined` when there is nothing, or nothing that can be read. */
  async readState(): Promise<DeviceState | undefined> {
    const bytes = await this.store.read(stateName);
    const content = bytes && unseal(bytes);
    if (content === undefined) return undefined;
    const state = JSON.parse(fromAscii(content) ?? 'null');
    return state?.format === format ? state : undefined;
  }

  async writeState(state: DeviceState): Promise<void> {
    await this.store.write(stateName, seal(asciiJson({ format, ...state })));
  }

  /**
   * The current generation, or what is left of it: the one before.
   *
   * @throws what the store throws, when that is all there is
   */
  async readBest(state: DeviceState | undefined): Promise<Found | undefined> {
    let failure: unknown;
    // One that the disk fails to read is no better than a rotten one, and no worse.
    const read = (slot: Slot) =>
      this.readSlot(slot).catch((error) => {
        failure = error;
        return undefined;
      });
    if (state !== undefined && state.generation > 0) {
      const current = await read(state.slot);
      if (current?.number === state.generation) return this.found(current, state.slot, 'current');
    }
    const both = await Promise.all([read(0), read(1)]);
    const best: Slot = (both[1]?.number ?? 0) > (both[0]?.number ?? 0) ? 1 : 0;
    if (both[best] === undefined && failure !== undefined) throw failure;
    return both[best] && this.found(both[best], best, 'previous');
  }

  /**
   * Writes a generation where no current one is, and reads it back. It becomes current with the state that this
   * returns, once that is written.
   *
   * @throws StorageError
   */
  async writeGeneration(generation: Generation): Promise<Slot> {
    const slot: Slot = this.servedSlot === 0 ? 1 : 0;
    await this.store.write(slotNames[slot], writeGeneration(generation));
    const back = await this.readSlot(slot);
    if (back?.number === generation.number && back.sha256 === generation.sha256) return slot;
    throw new StorageError('STORAGE_FAILED', 'What was stored could not be read back');
  }

  /** From now on this slot is current. */
  serve(slot: Slot): void {
    this.servedSlot = slot;
  }

  private found(generation: Generation, slot: Slot, place: Found['place']): Found {
    this.servedSlot = slot;
    return { generation, slot, place };
  }

  private async readSlot(slot: Slot): Promise<Generation | undefined> {
    const bytes = await this.store.read(slotNames[slot]);
    return bytes && readGeneration(bytes);
  }
}

export interface Found {
  readonly generation: Generation;
  readonly slot: Slot;
  /** `previous` when the state names another one, or nothing. */
  readonly place: 'current' | 'previous';
}

/** The state as it counts under the app's keys. */
export function stateUnder(policy: Policy, state: DeviceState): DeviceState {
  const { floor: _, dataset: __, ...rest } = state;
  return { ...rest, ...trustUnder(policy, state) };
}

/**
 * The state to go on from when none can be read: sequence numbers still never go back, for the manifest of the
 * generation tells the last one.
 */
export function stateFrom(
  generation: Generation | undefined,
  slot: Slot,
  trust: Trust,
): DeviceState {
  return {
    ...trust,
    floor: trust.floor ?? floorOf(generation),
    generation: generation?.number ?? 0,
    slot,
    checks: 0,
    etags: {},
  };
}

function floorOf(generation: Generation | undefined): Trust['floor'] {
  if (generation?.origin !== 'manifest') return undefined;
  const { sequence, publishedAt } = payloadOf(generation);
  return { sequence, payloadSha256: generation.sha256, signedTime: Date.parse(publishedAt) };
}

/** What the manifest of a generation says; it was verified when it came. */
export function payloadOf({ manifest }: Generation) {
  return readPayload(readEnvelope(manifest, 'manifest-v1').payload);
}

/** What a store threw, as one of ours. */
export function asStorageError(cause: unknown): Error {
  if (isYizhanError(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StorageError('STORAGE_FAILED', `The storage of this device failed: ${reason}`, {
    cause,
  });
}
