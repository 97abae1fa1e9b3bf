import type { Service } from '../dataset/vocabulary';

const rowsAtOnce = 20;
/** More than fit on a phone: what a tap shows at once. */
export const rowsOfFirstSight = 6;

/** What the rider has tapped. */
export class Choices {
  services: readonly Service[] = [];
  /** Closed stations are left out; those of which nobody knows are not. */
  openNow = true;
  onRoute = false;
  /** How far to look, where that is another than the app says. */
  reach: number | undefined;
  shown = rowsAtOnce;
  /** Ids of the stations that were found closed. */
  readonly reported = new Set<string>();

  get areAny(): boolean {
    return this.services.length > 0 || this.openNow;
  }

  toggle(service: Service): void {
    this.services = this.services.includes(service)
      ? this.services.filter((one) => one !== service)
      : [...this.services, service];
    this.shown = rowsAtOnce;
  }

  toggleOpenNow(): void {
    this.openNow = !this.openNow;
    this.shown = rowsAtOnce;
  }

  clear(): void {
    this.services = [];
    this.openNow = false;
    this.shown = rowsAtOnce;
  }

  turnTo(onRoute: boolean): void {
    this.onRoute = onRoute;
    this.shown = rowsAtOnce;
  }

  reachTo(meters: number): void {
    this.reach = meters;
  }

  more(): void {
    this.shown *= 2;
  }
}
