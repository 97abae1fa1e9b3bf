import { route } from './route';
import { change, state } from './state';

/* A simulated ride. In an app, positions come from the phone instead: `change({ riddenMeters })` is all it takes. */

/** An e-bike in a city. */
export const speedKmh = 18;
export const factors = [1, 10, 40];

/** How often the list is told, in milliseconds. */
const stepMs = 200;

let factor = 10;
let lastStep: number | undefined;

export const isRiding = (): boolean => lastStep !== undefined;

export function setFactor(next: number): void {
  factor = next;
}

export function play(): void {
  if (state.riddenMeters >= route.lengthMeters) change({ riddenMeters: 0 });
  lastStep = performance.now();
  setTimeout(step, stepMs);
}

export function pause(): void {
  lastStep = undefined;
}

function step(): void {
  if (lastStep === undefined) return;
  const now = performance.now();
  const meters = (((now - lastStep) / 1000) * speedKmh * factor) / 3.6;
  const riddenMeters = Math.min(state.riddenMeters + meters, route.lengthMeters);
  lastStep = riddenMeters < route.lengthMeters ? now : undefined;
  change({ riddenMeters });
  setTimeout(step, stepMs);
}
