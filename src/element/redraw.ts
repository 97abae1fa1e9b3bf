/** What is said of hours is of the minute. */
const minute = 60_000;
/** An idle moment may be long in coming. */
const latest = 1_000;

/** When to draw: several changes at once are drawn once, and none while a finger is down, whose tap would be lost. */
export class Redraw {
  private isScheduled = false;
  private isHeld = false;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly draw: () => void,
    private readonly now: () => number,
  ) {}

  /** Soon; what nobody sees yet when the page has nothing else to do. */
  schedule(isSeen: boolean): void {
    // What has been put off for later may be wanted now.
    if (this.isScheduled && !isSeen) return;
    this.isScheduled = true;
    const flush = () => this.isHeld || this.flush();
    if (isSeen) Promise.resolve().then(flush);
    else if (typeof requestIdleCallback === 'function')
      requestIdleCallback(flush, { timeout: latest });
    else setTimeout(flush);
  }

  /** Now. */
  drawNow(): void {
    this.isScheduled = false;
    this.drawnAt = this.now();
    this.draw();
  }

  /** Now, unless what was drawn last still holds. */
  freshen(): void {
    if (this.isScheduled || Math.abs(this.now() - this.drawnAt) >= minute) this.drawNow();
  }

  /** Every minute from now on, or no longer. */
  keepFresh(isOn: boolean): void {
    clearInterval(this.timer);
    if (isOn) this.timer = setInterval(() => this.schedule(true), minute);
  }

  /** Nothing moves under a finger. */
  holdUnderFingers(root: HTMLElement): void {
    root.addEventListener('pointerdown', () => {
      this.isHeld = true;
    });
    const release = () => {
      // The click comes after this.
      setTimeout(() => {
        this.isHeld = false;
        this.flush();
      });
    };
    root.addEventListener('pointerup', release);
    root.addEventListener('pointercancel', release);
    root.addEventListener('pointerleave', release);
  }

  private flush(): void {
    if (this.isScheduled) this.drawNow();
  }
}
