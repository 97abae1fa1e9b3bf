/** How long things may take. Clocks that jump change nothing: all of it is measured by timers. */
export interface Timing {
  /** Until a server's headers are there. */
  readonly stallMilliseconds: number;
  /** Until all of an answer is there, where a platform tells nothing before. */
  readonly wholeMilliseconds: number;
  /** In each stretch of this length so many bytes have to come. */
  readonly slowMilliseconds: number;
  readonly slowBytes: number;
  /** One update, all in all. */
  readonly deadlineMilliseconds: number;
  /** Before trying again, doubled each time; a random part of it is waited. */
  readonly retryMilliseconds: number;
  readonly retries: number;
  /** Of the lease that lets one process or page update at a time; it is renewed while an update goes on. */
  readonly leaseMilliseconds: number;
  /** Between two updates that nobody asked for; and after one that the line has cost. */
  readonly restMilliseconds: number;
  readonly lineRestMilliseconds: number;
}

/** For a rider on a bad line: 100 bytes a second are still worth waiting for, one byte a second is not. */
export const defaultTiming: Timing = {
  stallMilliseconds: 10_000,
  wholeMilliseconds: 60_000,
  slowMilliseconds: 20_000,
  slowBytes: 2_000,
  deadlineMilliseconds: 300_000,
  retryMilliseconds: 500,
  retries: 3,
  leaseMilliseconds: 15_000,
  restMilliseconds: 60_000,
  lineRestMilliseconds: 5_000,
};
