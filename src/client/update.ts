import { sha256 } from '../dataset/manifest/digest';
import { toHex } from '../dataset/manifest/encodings';
import type { ManifestPack } from '../dataset/manifest/payload';
import { type Shrink, shrinksBetween } from '../dataset/manifest/shrink';
import { readContent } from '../dataset/pack/read-content';
import { StorageError, UpdateError } from '../errors';
import { assemble, type Bytes } from './assemble';
import { type Changes, changesBetween } from './changes';
import { checkSources, type Found } from './check';
import { type Current, openGeneration } from './current';
import type { Partial } from './download';
import { fetchPacks } from './fetch-packs';
import type { Generation } from './generation';
import { packGeoJson } from './geojson-pack';
import type { Host } from './host';
import { asStorageError, type DeviceState, Keeper, stateFrom, stateUnder } from './keeper';
import type { Lock } from './lease';
import { MemoryStore } from './memory-store';
import type { ReadOptions } from './open-options';
import type { Phase, Phases } from './phases';
import type { Transport } from './transport';
import { type Policy, type Trust, trustUnder } from './trust';
import { abortError } from './waiting';

export interface Progress {
  readonly phase: Phase;
  /** Of packs and deltas, packed. */
  readonly receivedBytes: number;
  /** 0 until it is known. */
  readonly totalBytes: number;
}

/** What an update works on. The client that owns it is told what to serve, and by nothing else. */
export interface Workshop {
  readonly host: Host;
  readonly options: ReadOptions;
  readonly policy: Policy;
  readonly lock: Lock;
  readonly phases: Phases;
  keeper: Keeper;
  current: Current;
  readonly bundled: readonly Bytes[];
  readonly partials: Map<string, Partial>;
  /** Whether somebody wants to know which stations changed: that takes time. */
  wantsChanges(): boolean;
  serve(current: Current, state: DeviceState, changes: Changes | undefined): void;
  onState(state: DeviceState): void;
}

/**
 * Looks for something new and, if there is, brings it here: one phase after the other, all or nothing.
 *
 * @returns whether other stations are served now
 * @throws YizhanError; what was served before still is
 */
export async function update(
  shop: Workshop,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const { checks } = await readState(shop);
  const wasChecked = async () => (await readState(shop)).checks !== checks;
  try {
    const work = async () => {
      shop.phases.to('checking');
      const state = await readState(shop);
      const isAdopted = await adopt(shop, state);
      if (state.checks !== checks) return isAdopted;
      return (await checkAndFetch(shop, state, transport, signal, onProgress)) || isAdopted;
    };
    const isChanged = await shop.lock(signal, work, wasChecked);
    if (isChanged !== undefined) return isChanged;
    // While this one waited its turn, another one asked.
    shop.phases.to('checking');
    return await adopt(shop, await readState(shop));
  } finally {
    if (shop.phases.current !== 'idle') shop.phases.to('idle');
  }
}

/** What is written down, under the keys of this app. */
async function readState(shop: Workshop): Promise<DeviceState> {
  const { keeper, policy, current } = shop;
  const state = await keeper.readState().catch((error) => {
    throw asStorageError(error);
  });
  if (state !== undefined) return stateUnder(policy, state);
  const { generation } = current;
  return stateFrom(generation, keeper.servedSlot, trustUnder(policy, undefined));
}

/** Serves what another page or process has brought. */
async function adopt(shop: Workshop, state: DeviceState): Promise<boolean> {
  const { current, keeper, options } = shop;
  if (state.generation <= (current.generation?.number ?? 0)) return false;
  const found = await keeper.readBest(state);
  if (found === undefined || found.place !== 'current') return false;
  const next = openGeneration(found.generation, 'device', options.crs);
  shop.phases.to('switching');
  shop.serve(next, state, changesOf(shop, next));
  shop.phases.to('idle');
  shop.phases.to('checking');
  return true;
}

async function checkAndFetch(
  shop: Workshop,
  before: DeviceState,
  transport: Transport,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const { host, options, policy, phases } = shop;
  const { generation } = shop.current;
  let bytes = { receivedBytes: 0, totalBytes: 0 };
  const tell = () => onProgress({ phase: phases.current, ...bytes });
  const enter = (phase: Phase) => {
    phases.to(phase);
    tell();
  };
  let state = before;
  tell();
  const { timing } = host;
  const download = { signal, origins: options.origins, timing };
  const found = await checkSources({
    transport,
    sources: options.sources,
    policy,
    state,
    generation,
    now: host.now(),
    download,
    onKeys: async (trust) => {
      state = { ...state, ...trust };
      await writeState(shop, state);
    },
  });
  state = afterCheck(state, found, host.now());
  if (found.kind === 'same' || identityOf(found) === generation?.sha256) {
    await writeState(shop, state);
    return false;
  }
  const next = { number: state.generation + 1, storedAt: host.now() };
  let made: Generation;
  if (found.kind === 'geojson') {
    enter('verifying');
    made = { ...next, ...packGeoJson(found.bytes, found.sha256, options) };
  } else {
    const stated = choosePacks(found.verdict.payload.packs, options.packs);
    checkShrink(shop, found.verdict.payload.allowShrink, stated);
    enter('fetching');
    const sources = [found.source, ...options.sources.filter((one) => one !== found.source)];
    const held = new Map((generation?.packs ?? []).map((pack) => [pack.sha256, pack.bytes]));
    for (const { bytes } of shop.bundled) held.set(toHex(await sha256(bytes)), bytes);
    const { partials } = shop;
    const packs = await fetchPacks(stated, {
      transport,
      sources,
      held,
      partials,
      download,
      onBytes: (receivedBytes, totalBytes) => {
        bytes = { receivedBytes, totalBytes };
        tell();
      },
    });
    enter('verifying');
    const { whole } = assemble(packs, stated);
    made = {
      ...next,
      origin: 'manifest',
      manifest: found.bytes,
      sha256: found.verdict.payloadSha256,
      skipped: 0,
      packs,
      whole,
    };
  }
  const current = openGeneration(made, 'network', options.crs);
  const changes = changesOf(shop, current);
  if (signal.aborted) throw abortError(signal);
  enter('storing');
  await store(shop, made, state);
  enter('switching');
  shop.serve(current, { ...state, generation: made.number }, changes);
  return true;
}

/** What is known of the servers, and how far back nobody leads us any more. */
function afterCheck(state: DeviceState, found: Found, now: number): DeviceState {
  const { trust, floor }: { trust?: Trust; floor?: Trust['floor'] } =
    found.kind === 'manifest' ? { trust: found.trust, floor: found.verdict.floor } : {};
  const etags = { ...state.etags };
  if (found.kind !== 'same') {
    if (found.etag === undefined) delete etags[found.source];
    else etags[found.source] = found.etag;
  }
  return {
    ...state,
    ...trust,
    floor: floor ?? state.floor,
    checks: state.checks + 1,
    checkedAt: now,
    etags,
  };
}

function identityOf(found: Exclude<Found, { kind: 'same' }>): string {
  return found.kind === 'manifest' ? found.verdict.payloadSha256 : found.sha256;
}

/** @throws UpdateError `NO_SUCH_PACK`, `NO_STATIONS` */
function choosePacks(
  packs: readonly ManifestPack[],
  names: readonly string[] | undefined,
): readonly ManifestPack[] {
  if (packs.length === 0) throw new UpdateError('NO_STATIONS', 'The manifest has no packs');
  if (names === undefined) return packs;
  const missing = names.filter((name) => !packs.some((pack) => pack.name === name));
  if (missing.length === 0) return packs.filter(({ name }) => names.includes(name));
  throw new UpdateError(
    'NO_SUCH_PACK',
    `The manifest has no pack ${missing.join(', ')}; it has ${packs.map(({ name }) => name).join(', ')}`,
  );
}

/** @throws UpdateError `SHRUNK` */
function checkShrink(
  { current, options }: Workshop,
  isAllowed: boolean,
  after: readonly ManifestPack[],
): void {
  if (isAllowed || current.payload === undefined) return;
  const { packs: names } = options;
  const before = current.payload.packs.filter(({ name }) => names?.includes(name) ?? true);
  const [worst] = shrinksBetween({ packs: before }, { packs: after });
  if (worst !== undefined) throw new UpdateError('SHRUNK', describeShrink(worst));
}

function describeShrink({ pack, before, after }: Shrink): string {
  const what = pack === undefined ? 'The manifest' : `Pack ${pack}`;
  return `${what} has ${after} stations, where there were ${before}, and does not say that this is meant`;
}

function changesOf({ current, wantsChanges }: Workshop, next: Current): Changes | undefined {
  if (!wantsChanges()) return undefined;
  const before = current.generation && readContent(current.generation.whole);
  return changesBetween(before, readContent(next.generation!.whole));
}

/** Writes the generation where none is, then what makes it current. */
async function store(shop: Workshop, made: Generation, state: DeviceState): Promise<void> {
  const write = async () => {
    const slot = await shop.keeper.writeGeneration(made);
    // Who was stopped for an hour may find that others went on.
    const now = await shop.keeper.readState();
    if (now !== undefined && now.generation >= made.number)
      throw new UpdateError('ABORTED', 'Another page or process has updated in the meantime');
    await shop.keeper.writeState({ ...state, generation: made.number, slot });
    shop.keeper.serve(slot);
  };
  try {
    await write();
  } catch (cause) {
    const error = asStorageError(cause);
    if (!(error instanceof StorageError) || !fallBack(shop, error)) throw error;
    await write();
  }
}

async function writeState(shop: Workshop, state: DeviceState): Promise<void> {
  try {
    await shop.keeper.writeState(state);
  } catch (cause) {
    const error = asStorageError(cause);
    if (!(error instanceof StorageError) || !fallBack(shop, error)) throw error;
    await shop.keeper.writeState(state);
  }
  shop.onState(state);
}

/**
 * Goes on in memory where nothing can be kept at all, or where there is nothing to lose: a rider without stations is
 * better off with some until the app is closed.
 */
function fallBack(shop: Workshop, error: StorageError): boolean {
  if (error.code !== 'STORAGE_READ_ONLY' && shop.current.set !== undefined) return false;
  shop.keeper.store.close();
  shop.keeper = new Keeper(new MemoryStore(error));
  return true;
}
