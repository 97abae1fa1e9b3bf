/*
 * Timers, and time that passes when nothing else is left to do, for engines that have none. Whoever runs the engine lets
 * promises go on, then calls `world.step()`.
 */

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  readonly every: number | undefined;
}

export const globals = Function('return this')() as Record<string, unknown>;

let now = Date.now();
let order = 0;
const timers = new Map<number, Timer>();

function add(run: () => void, milliseconds: number | undefined, isRepeated: boolean): number {
  const wait = Math.max(0, Number(milliseconds) || 0);
  order += 1;
  timers.set(order, {
    at: now + wait,
    order,
    run,
    every: isRepeated ? Math.max(1, wait) : undefined,
  });
  return order;
}

/** Puts `world` and the timers into the global scope. */
export function addTimers(): void {
  Object.assign(globals, {
    setTimeout: (run: () => void, milliseconds?: number) => add(run, milliseconds, false),
    setInterval: (run: () => void, milliseconds?: number) => add(run, milliseconds, true),
    clearTimeout: (timer: number) => void timers.delete(timer),
    clearInterval: (timer: number) => void timers.delete(timer),
    world: {
      /** Runs the next timer. @returns whether there was one */
      step(): boolean {
        let next: Timer | undefined;
        for (const timer of timers.values())
          if (
            next === undefined ||
            timer.at < next.at ||
            (timer.at === next.at && timer.order < next.order)
          )
            next = timer;
        if (next === undefined) return false;
        now = Math.max(now, next.at);
        if (next.every === undefined) timers.delete(next.order);
        else timers.set(next.order, { ...next, at: now + next.every });
        next.run();
        return true;
      },
    },
  });
  // A phone's clock goes with its timers.
  Date.now = () => Math.floor(now);
}
