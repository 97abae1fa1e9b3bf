import type { Page } from 'playwright-core';

export interface TapTimes {
  /** In the scripts that draw the list. */
  readonly handlerMs: number;
  /** From the beginning of the frame that shows it until the page has painted it: style, layout, paint. */
  readonly frameMs: number;
  /** From the tap, by its own time stamp, until then: with the wait for the frame to begin, and for the phone's position. */
  readonly totalMs: number;
  readonly rows: number;
}

/** In the page: `window.tapped` is what a tap came to, once the list has been painted. */
const watch = `
  window.tapped = new Promise((resolve) => {
    const { shadowRoot } = nearby;
    let tapAt, handlerMs = 0;
    // Everything that draws: the tap itself, and the phone's answer.
    const timed = (run) => (...args) => {
      const from = performance.now();
      try { return run(...args); } finally { handlerMs += performance.now() - from; }
    };
    const { open } = nearby;
    nearby.open = timed(() => open.call(nearby));
    const { draw } = nearby;
    let isOpening = false;
    nearby.open = timed(() => { isOpening = true; open.call(nearby); isOpening = false; });
    nearby.draw = (...args) => (isOpening ? draw.call(nearby, ...args) : timed(() => draw.call(nearby, ...args))());
    addEventListener('click', ({ timeStamp }) => { tapAt = timeStamp; requestAnimationFrame(look); }, { capture: true, once: true });
    const look = () => {
      const rows = shadowRoot.querySelectorAll('[part=station]').length;
      const isThere = rows > 0 && shadowRoot.querySelector('[role=dialog].away') === null;
      if (!isThere) return requestAnimationFrame(look);
      const from = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        resolve({ handlerMs, frameMs: now - from, totalMs: now - tapAt, rows });
      };
      port2.postMessage(0);
    };
  })`;

/** Taps the button, and times it by the page's own clock. */
export async function timeTap(page: Page, slowdown: number): Promise<TapTimes> {
  const session = await page.context().newCDPSession(page);
  // What the page still has to do when it was opened is done.
  await page.waitForTimeout(300);
  await page.evaluate(`${watch}; undefined`);
  const box = (await page.locator('[part=button]').boundingBox())!;
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return page.evaluate('window.tapped');
}
