// Of `dist/`, as it ships: see `scripts`.
import * as yizhan from '../../src/index';
import { systems } from './answers';
import type { HostUnderTest } from './host-contract';
import { packsOf } from './memory-site';
import type { SiteData } from './site-data';
import { tellAnswers, tellContract } from './tell';

/* Runs in a page. An app is a frame of its own, which is thrown away when the app is ended. */

interface App {
  readonly yizhan: typeof yizhan;
  readonly Uint8Array: Uint8ArrayConstructor;
  dispatchEvent(event: unknown): void;
}
interface Frame {
  src: string;
  onload: (() => void) | null;
  readonly contentWindow: App;
  remove(): void;
}
declare const document: {
  createElement(name: 'iframe'): Frame;
  readonly body: { append(frame: Frame): void };
};
declare const location: { readonly origin: string; readonly hash: string };
declare function fetch(url: string): Promise<unknown>;
declare const Event: new (name: string) => unknown;

function newFrame(): Promise<Frame> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.onload = () => resolve(frame);
    frame.src = `${location.origin}/frame.html`;
    document.body.append(frame);
  });
}

let number = 0;

async function browser(site: SiteData): Promise<HostUnderTest> {
  const own = ++number;
  const control = async (what: string) => void (await fetch(`/control/${own}/${what}`));
  let frame = await newFrame();
  return {
    kind: 'indexeddb',
    versions: site.facts,
    // Bytes of the frame's own kind: those of another one are none there.
    bundled: () => frame.contentWindow.Uint8Array.from(packsOf(site.first)[0]!),
    open: (more) =>
      frame.contentWindow.yizhan.openStations({
        source: `${location.origin}/${own}/manifest.json`,
        keys: [site.key],
        crs: 'gcj02',
        refresh: false,
        ...more,
      }),
    async restart() {
      frame.remove();
      frame = await newFrame();
    },
    publish: () => control('publish'),
    break: control,
    ring(isConnected) {
      if (isConnected) frame.contentWindow.dispatchEvent(new Event('online'));
    },
  };
}

Object.assign(globalThis, {
  yizhan,
  /** @returns what was said */
  async tell(site: SiteData): Promise<string[]> {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    await tellContract('page', () => browser(site), say);
    const sets = new Map<yizhan.Crs, yizhan.StationSet>();
    for (const crs of systems)
      sets.set(crs, yizhan.StationSet.decode(packsOf(site.whole)[0]!, { crs }));
    tellAnswers(yizhan, sets, say);
    return lines;
  },
});
