import { sha256 } from '../dataset/manifest/digest';
import { toHex } from '../dataset/manifest/encodings';
import { isYizhanError, StorageError } from '../errors';
import type { AbortSignalLike } from './abort';
import { assemble, type Bytes } from './assemble';
import { checkSources, type Found } from './check';
import { checkShrink, choosePacks } from './choose-packs';
import { type Current, openGeneration } from './current';
import type { Partial } from './download';
import { fetchPacks } from './fetch-packs';
import type { Generation } from './generation';
import type { Host } from './host';
import { judgeManifest } from './judge';
import { type DeviceState, Keeper, Overtaken, withTrust } from './keeper';
import type { Lock } from './lease';
import { loadGeoJson } from './load-parts';
import { MemoryStore } from './memory-store';
import type { ReadOptions } from './open-options';
import type { Phase, Phases } from './phases';
import type { Transport } from './transport';
import { type Policy, type Trust, trustAmong } from './trust';
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
  /** What this client knows of whom to believe, whatever becomes of the storage. */
  trust: Trust;
  readonly bundled: readonly Bytes[];
  readonly partials: Map<string, Partial>;
  serve(current: Current): void;
  onState(state: DeviceState): void;
  /** A server wants to be left alone. */
  onBusy(seconds: number): void;
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
  signal: AbortSignalLike,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const { checks } = await shop.keeper.readState();
  const wasChecked = async () => (await shop.keeper.readState()).checks !== checks;
  try {
    const work = async () => {
      const { state, isAdopted } = await lookAround(shop);
      if (state.checks !== checks) return isAdopted;
      try {
        return (await checkAndFetch(shop, state, transport, signal, onProgress)) || isAdopted;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
        // This one slept, and others went on.
        return (await lookAround(shop)).isAdopted || isAdopted;
      }
    };
    const isChanged = await shop.lock(signal, work, wasChecked);
    // While this one waited its turn, another one asked.
    return isChanged ?? (await lookAround(shop)).isAdopted;
  } finally {
    if (shop.phases.current !== 'idle') shop.phases.to('idle');
  }
}

/** What is written down by now, served if another page or process has brought something. */
async function lookAround(shop: Workshop) {
  const { keeper, phases, policy } = shop;
  if (phases.current !== 'idle') phases.to('idle');
  phases.to('checking');
  const state = await keeper.readState();
  shop.trust = trustAmong(policy, [shop.trust, ...state.trusts]);
  const next = await findAdoptable(shop, state);
  if (next !== undefined) {
    phases.to('switching');
    shop.serve(next);
    phases.to('idle');
    phases.to('checking');
  }
  shop.onState(state);
  return { state, isAdopted: next !== undefined };
}

/** What another page or process has made current, judged as if it came from the network. */
async function findAdoptable(
  { current, host, keeper, options, policy, trust }: Workshop,
  state: DeviceState,
): Promise<Current | undefined> {
  if (state.sha256 === current.generation?.sha256) return undefined;
  const generation = await keeper.readCurrent(state);
  if (generation === undefined) return undefined;
  try {
    const known = trustAmong(policy, [trust, generation.trust]);
    if (generation.origin === 'manifest')
      await judgeManifest(generation.manifest, policy, known, host.now());
    return openGeneration(generation, { source: 'device', isTrusted: true }, options.crs);
  } catch (error) {
    // Kept by an app with other keys, or by a later version: none of ours.
    if (isYizhanError(error)) return undefined;
    throw error;
  }
}

async function checkAndFetch(
  shop: Workshop,
  before: DeviceState,
  transport: Transport,
  signal: AbortSignalLike,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const { host, options, policy, phases, partials, onBusy } = shop;
  const { timing } = host;
  const { generation } = shop.current;
  let bytes = { receivedBytes: 0, totalBytes: 0 };
  const tell = () => onProgress({ phase: phases.current, ...bytes });
  const enter = (phase: Phase) => {
    phases.to(phase);
    tell();
  };
  let state = before;
  tell();
  const download = { signal, origins: options.origins, timing, onBusy };
  const found = await checkSources({
    transport,
    sources: options.sources,
    policy,
    trust: shop.trust,
    state,
    generation,
    now: host.now(),
    download,
    onKeys: async (trust) => {
      shop.trust = trust;
      state = await replaceState(shop, state, withTrust(state, trust));
    },
  });
  const trust = found.kind === 'manifest' ? found.trust : shop.trust;
  // What nobody we know had signed may have been signed since: then it is a new generation, of what is here.
  const { isTrusted } = shop.current;
  if (found.kind === 'same' || (isTrusted && identityOf(found) === generation?.sha256)) {
    shop.trust = trust;
    await replaceState(shop, state, afterCheck(state, trust, found, host.now()));
    return false;
  }
  const next = { number: state.generation + 1, storedAt: host.now(), trust };
  let made: Generation;
  if (found.kind === 'geojson') {
    enter('verifying');
    const packGeoJson = await loadGeoJson(host, found.source);
    made = { ...next, ...packGeoJson(found.bytes, found.sha256, options) };
  } else {
    const { payload } = found.verdict;
    const stated = choosePacks(payload, options.packs);
    checkShrink(shop.current, payload, trust, options.packs);
    enter('fetching');
    const sources = [found.source, ...options.sources.filter((one) => one !== found.source)];
    const held = new Map((generation?.packs ?? []).map((pack) => [pack.sha256, pack.bytes]));
    for (const { bytes } of shop.bundled) held.set(toHex(await sha256(bytes)), bytes);
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
    made = {
      ...next,
      origin: 'manifest',
      manifest: found.bytes,
      sha256: found.verdict.payloadSha256,
      skipped: 0,
      packs,
      whole: assemble(packs, stated),
    };
  }
  const current = openGeneration(made, { source: 'network', isTrusted: true }, options.crs);
  if (signal.aborted) throw abortError(signal);
  enter('storing');
  await store(
    shop,
    made,
    state,
    afterCheck({ ...state, etags: {} }, trust, found, host.now()),
    signal,
  );
  enter('switching');
  shop.trust = trust;
  shop.serve(current);
  return true;
}

/** What is known of the servers, and how far back nobody leads us any more. */
function afterCheck(state: DeviceState, trust: Trust, found: Found, now: number): DeviceState {
  const etags = { ...state.etags };
  if (found.kind !== 'same') {
    if (found.etag === undefined) delete etags[found.source];
    else etags[found.source] = found.etag;
  }
  return { ...withTrust(state, trust), checks: state.checks + 1, checkedAt: now, etags };
}

function identityOf(found: Exclude<Found, { kind: 'same' }>): string {
  return found.kind === 'manifest' ? found.verdict.payloadSha256 : found.sha256;
}

/** Writes the generation where none is, then what makes it current. */
async function store(
  shop: Workshop,
  made: Generation,
  before: DeviceState,
  after: DeviceState,
  signal: AbortSignalLike,
): Promise<void> {
  const write = async (first: DeviceState) => {
    const current = await shop.keeper.writeGeneration(made, first);
    // The last moment at which nothing has happened.
    if (signal.aborted) throw abortError(signal);
    const state = await shop.keeper.replaceState(first, { ...after, ...current });
    shop.onState(state);
  };
  await orInMemory(shop, before, write);
}

function replaceState(
  shop: Workshop,
  before: DeviceState,
  after: DeviceState,
): Promise<DeviceState> {
  return orInMemory(shop, before, async (first) => {
    const state = await shop.keeper.replaceState(first, after);
    shop.onState(state);
    return state;
  });
}

/**
 * Writes, and goes on in memory where nothing can be kept at all, or where there is nothing to lose: a rider without
 * stations is better off with some until the app is closed.
 */
async function orInMemory<T>(
  shop: Workshop,
  before: DeviceState,
  write: (before: DeviceState) => Promise<T>,
): Promise<T> {
  try {
    return await write(before);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    const isHopeless = error.code === 'STORAGE_READ_ONLY';
    if (!isHopeless && shop.current.set !== undefined) throw error;
    shop.keeper.store.close();
    shop.keeper = new Keeper(new MemoryStore(error));
    return write(await shop.keeper.readState());
  }
}
