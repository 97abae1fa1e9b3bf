import type { StationClient } from '../client/client';
import type { ClientStatus } from '../client/status';
import type { StationSet } from '../stations/station-set';
import type { Stations } from './model';

/** Where the stations are on their way to the rider. */
export type Supply =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loading'; readonly share: number | undefined }
  | { readonly kind: 'ready'; readonly set: StationSet };

/** The stations of a client or a set, and what happens to them. */
export class Feed {
  private stations: Stations | undefined;
  private supplyNow: Supply = { kind: 'none' };
  private stops: (() => void)[] = [];

  constructor(private readonly onChange: () => void) {}

  get supply(): Supply {
    return this.supplyNow;
  }

  get source(): Stations | undefined {
    return this.stations;
  }

  /** `undefined` where stations are only a set. */
  get status(): ClientStatus | undefined {
    return isClient(this.stations) ? this.stations.status() : undefined;
  }

  /** Listens to these from now on, and no longer to others. */
  use(stations: Stations | undefined): void {
    this.stop();
    this.stations = stations;
    this.supplyNow = { kind: 'none' };
    if (isClient(stations)) {
      this.stops = [
        stations.on('update', () => this.look()),
        stations.on('status', () => this.look()),
      ];
    }
    this.look();
    if (this.supplyNow.kind === 'none' && isClient(stations)) this.load();
  }

  /** Says that they are on their way, before there is a client; or that they will not come. */
  expect(kind: 'loading' | 'failed'): void {
    this.supplyNow = kind === 'loading' ? { kind, share: undefined } : { kind };
    this.onChange();
  }

  /** Fetches them, or joins who is fetching them already. */
  load(): void {
    const { stations } = this;
    if (!isClient(stations)) return;
    if (this.supplyNow.kind !== 'ready') this.expect('loading');
    const onProgress = ({ receivedBytes, totalBytes }: Progress) => {
      if (this.stations !== stations || this.supplyNow.kind !== 'loading') return;
      this.supplyNow = {
        kind: 'loading',
        share: totalBytes > 0 ? receivedBytes / totalBytes : undefined,
      };
      this.onChange();
    };
    stations.refresh({ onProgress }).then(
      () => this.look(),
      () => {
        if (this.stations === stations && this.supplyNow.kind === 'loading') this.expect('failed');
        else this.onChange();
      },
    );
  }

  /** Listens again, after `stop`. */
  start(): void {
    if (this.stops.length === 0 && this.supplyNow.kind !== 'loading') this.use(this.stations);
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  private look(): void {
    const set = setOf(this.stations);
    if (set !== undefined) this.supplyNow = { kind: 'ready', set };
    this.onChange();
  }
}

interface Progress {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

function isClient(stations: Stations | undefined): stations is StationClient {
  return typeof (stations as Partial<StationClient> | undefined)?.status === 'function';
}

function setOf(stations: Stations | undefined): StationSet | undefined {
  if (!isClient(stations)) return stations;
  return stations.status().source === 'none' ? undefined : stations.stations;
}
