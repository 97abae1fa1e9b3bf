import type { LngLat, Service } from 'yizhan';

/** What the rider has chosen, and where they are. Everything that is drawn follows from it. */
export interface State {
  readonly view: 'ahead' | 'near';
  readonly services: ReadonlySet<Service>;
  readonly isOpenOnly: boolean;
  /** How far along the route, in metres. */
  readonly riddenMeters: number;
  /** GCJ-02. Where they say they are, for the view `near`; else the ride tells. */
  readonly chosenPlace: LngLat | undefined;
}

export let state: State = {
  view: 'ahead',
  services: new Set(),
  isOpenOnly: false,
  riddenMeters: 0,
  chosenPlace: undefined,
};

const listeners = new Set<(state: State) => void>();

export function change(parts: Partial<State>): void {
  state = { ...state, ...parts };
  for (const listener of listeners) listener(state);
}

export function onChange(listener: (state: State) => void): void {
  listeners.add(listener);
}
