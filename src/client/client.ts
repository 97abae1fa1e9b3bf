import { isExpired } from '../dataset/manifest/payload';
import { readContent } from '../dataset/pack/read-content';
import type { DescribeOptions } from '../dataset/schedule/describe';
import type { Instant, Opening } from '../dataset/schedule/opening';
import type { Station } from '../dataset/station';
import { InvalidOptionError, isYizhanError, UpdateError, type YizhanError } from '../errors';
import type { Bounds } from '../geo/bounds';
import type { Crs } from '../geo/crs';
import type { Position } from '../geo/position';
import type { Route } from '../geo/route';
import type { NavigationLink } from '../links/navigation-links';
import { checkOptionNames } from '../options';
import type { AlongOptions, CorridorHit } from '../search/along-query';
import type { Area } from '../search/area';
import type { Counts } from '../search/counts';
import type { Filter } from '../search/filter';
import type { NearestFirstOptions, NearestOptions, StationHit } from '../search/nearest-query';
import type { SetLinkOptions } from '../stations/set-options';
import type { StationSet } from '../stations/station-set';
import { changesBetween } from './changes';
import type { Current } from './current';
import type { Host } from './host';
import type { DeviceState, Keeper } from './keeper';
import { type Lock, leaseLock } from './lease';
import { Listeners } from './listeners';
import { loadParts } from './load-parts';
import type { ReadOptions } from './open-options';
import { Phases } from './phases';
import { Refresher, type RefreshOptions } from './refresher';
import type { Start } from './start';
import type { ClientEvents, ClientStatus } from './status';
import type { Store } from './store';
import type { Policy } from './trust';
import type { Workshop } from './update';
import { unlessAborted } from './waiting';

/**
 * The stations of a source, on the device: every query is answered at once from what is there, and never waits for
 * the network. Made by `openStations`. Updates replace all stations at once; queries that run, and sets that were
 * taken from `stations`, go on with the ones they began with.
 */
export class StationClient {
  private readonly refresher: Refresher;
  private readonly listeners: Listeners<ClientEvents>;
  private readonly shop: Workshop;
  private state: DeviceState;
  private lastError: YizhanError | undefined;

  /** @internal */
  constructor(
    private readonly host: Host,
    private readonly options: ReadOptions,
    policy: Policy,
    store: Store,
    keeper: Keeper,
    sharedLock: Lock | undefined,
    start: Start,
  ) {
    this.state = start.state;
    this.lastError = isYizhanError(start.problem) ? start.problem : undefined;
    this.listeners = new Listeners(['update', 'status', 'error'], (error) => this.fail(error));
    this.shop = {
      host,
      options,
      policy,
      lock: sharedLock ?? leaseLock(store, host.timing, host.now),
      phases: new Phases(() => this.tellStatus()),
      keeper,
      current: start.current,
      trust: start.trust,
      bundled: start.bundled,
      partials: new Map(),
      serve: (current) => this.serve(current),
      onState: (state) => {
        this.state = state;
      },
      onBusy: (seconds) => this.refresher.leaveAlone(seconds),
    };
    this.refresher = new Refresher(async (signal, onProgress) => {
      try {
        const { update, transport } = await unlessAborted(loadParts(host), signal);
        const isChanged = await update(this.shop, transport, signal, onProgress);
        if (!isChanged) this.lastError = undefined;
        this.tellStatus();
        return isChanged;
      } catch (error) {
        if (isYizhanError(error)) this.lastError = error;
        this.tellStatus();
        if (isYizhanError(error)) this.listeners.tell('error', error);
        throw error;
      }
    }, host.timing);
  }

  /** @internal */
  startRefreshing(isRefreshed: boolean): void {
    const { refresh } = this.options;
    const { host } = this;
    const watch = host.watch && ((onReturn: () => void) => host.watch!(onReturn));
    this.refresher.start({ ...refresh, onOpen: refresh.onOpen && !isRefreshed }, watch);
  }

  /**
   * The stations that answer now: a set that never changes, whatever updates bring.
   *
   * @throws UpdateError `NO_STATIONS` when there are none yet; its `cause` is why
   */
  get stations(): StationSet {
    const { set } = this.shop.current;
    if (set !== undefined) return set;
    throw noStations(this.lastError);
  }

  /** The CRS of every position that goes in or out. */
  get crs(): Crs {
    return this.options.crs;
  }

  /** See {@link StationSet.nearest}. */
  nearest(position: Position, options?: NearestOptions): StationHit[] {
    return this.stations.nearest(position, options);
  }

  /** See {@link StationSet.nearestFirst}. Goes on with the stations it began with. */
  nearestFirst(position: Position, options?: NearestFirstOptions): IterableIterator<StationHit> {
    return this.stations.nearestFirst(position, options);
  }

  /** See {@link StationSet.along}. */
  along(route: Route, options?: AlongOptions): CorridorHit[] {
    return this.stations.along(route, options);
  }

  /** See {@link StationSet.inBounds}. */
  inBounds(bounds: Bounds, filter?: Filter): Station[] {
    return this.stations.inBounds(bounds, filter);
  }

  /** See {@link StationSet.inArea}. */
  inArea(area: Area, filter?: Filter): Station[] {
    return this.stations.inArea(area, filter);
  }

  /** See {@link StationSet.filter}. */
  filter(filter?: Filter): Station[] {
    return this.stations.filter(filter);
  }

  /** See {@link StationSet.count}. */
  count(filter?: Filter): Counts {
    return this.stations.count(filter);
  }

  /** See {@link StationSet.get}. */
  get(id: string): Station | undefined {
    return this.stations.get(id);
  }

  /** See {@link StationSet.openingAt}. */
  openingAt(station: Station, instant: Instant): Opening {
    return this.stations.openingAt(station, instant);
  }

  /** See {@link StationSet.describeOpening}. */
  describeOpening(station: Station, options?: DescribeOptions): string {
    return this.stations.describeOpening(station, options);
  }

  /** See {@link StationSet.navigationLinks}. */
  navigationLinks(station: Station, options?: SetLinkOptions): NavigationLink[] {
    return this.stations.navigationLinks(station, options);
  }

  /** See {@link StationSet.navigationLink}. */
  navigationLink(station: Station, options?: SetLinkOptions): NavigationLink | undefined {
    return this.stations.navigationLink(station, options);
  }

  /**
   * Looks for something new, and brings it here. Whoever asks while an update is under way joins it. Nothing that
   * goes wrong costs the stations that are there.
   *
   * @param options `signal` lets go of it; `onProgress` tells `{ phase, receivedBytes, totalBytes }`
   * @returns whether other stations answer now
   * @throws UpdateError, InvalidManifestError, InvalidPackError, StorageError
   */
  async refresh(options: RefreshOptions = {}): Promise<boolean> {
    checkOptionNames(options, ['signal', 'onProgress']);
    const { onProgress, signal } = options;
    if (signal !== undefined && typeof signal?.addEventListener !== 'function')
      throw new InvalidOptionError('signal', signal, 'an AbortSignal');
    if (onProgress !== undefined && typeof onProgress !== 'function')
      throw new InvalidOptionError('onProgress', onProgress, 'a function');
    return this.refresher.refresh({
      ...options,
      onProgress: onProgress && ((progress) => this.guarded(() => onProgress(progress))),
    });
  }

  /** What the client has, how old it is, and what went wrong last. Nobody else is told. */
  status(): ClientStatus {
    const { current, keeper, phases, trust } = this.shop;
    const { generation, isTrusted, payload, set, source } = current;
    const signedTime = trust.floor?.signedTime ?? Number.NEGATIVE_INFINITY;
    const { checkedAt } = this.state;
    return {
      phase: phases.current,
      source,
      origin: generation?.origin,
      signed: this.options.pinned !== undefined && isTrusted,
      stations: set?.size ?? 0,
      generation: generation?.number,
      dataset: payload?.dataset,
      sequence: payload?.sequence,
      published: payload && new Date(payload.publishedAt),
      expires: payload && new Date(payload.expiresAt),
      stale: payload !== undefined && isExpired(payload, signedTime, this.host.now()),
      packs: generation?.packs.map(({ name }) => name) ?? [],
      skipped: generation?.skipped ?? 0,
      storage: { kind: keeper.store.kind, problem: keeper.store.problem },
      lastCheck: checkedAt === undefined ? undefined : new Date(checkedAt),
      lastError: this.lastError,
    };
  }

  /**
   * Calls `listener` with every `update` (which ids came, went and changed), every change of the `status`, and every
   * `error` of an update.
   *
   * @returns stops it
   * @throws InvalidOptionError
   */
  on<Name extends keyof ClientEvents>(
    event: Name,
    listener: (event: ClientEvents[Name]) => void,
  ): () => void {
    if (!this.listeners.isName(event))
      throw new InvalidOptionError('event', event, 'one of update, status, error');
    if (typeof listener !== 'function')
      throw new InvalidOptionError('listener', listener, 'a function');
    return this.listeners.add(event, listener);
  }

  /** Stops what is under way, and listens to nothing any more. Queries still answer from what is there. */
  close(): void {
    this.refresher.close();
    this.listeners.clear();
    this.shop.keeper.store.close();
  }

  private serve(current: Current): void {
    const before = this.shop.current;
    this.shop.current = current;
    this.lastError = undefined;
    if (!this.listeners.has('update')) return;
    const [old, fresh] = [before.whole, current.whole].map((whole) => whole && readContent(whole));
    this.listeners.tell('update', { ...changesBetween(old, fresh!), status: this.status() });
  }

  private tellStatus(): void {
    if (this.listeners.has('status')) this.listeners.tell('status', this.status());
  }

  private guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.fail(error);
    }
  }

  /** An app's own mistake must not cost it an update, nor vanish. */
  private fail(cause: unknown): void {
    const message = `A listener threw: ${cause instanceof Error ? cause.message : String(cause)}`;
    const error = new UpdateError('LISTENER_FAILED', message, { cause });
    // One that listens to errors and throws is not told of itself.
    const isOwn = this.lastError?.code === 'LISTENER_FAILED';
    this.lastError = error;
    if (!isOwn) this.listeners.tell('error', error);
  }
}

/** For who asks before there is anything. */
function noStations(cause: YizhanError | undefined): UpdateError {
  const why = cause === undefined ? 'they are not here yet' : cause.message;
  return new UpdateError('NO_STATIONS', `There are no stations to answer from: ${why}`, { cause });
}
