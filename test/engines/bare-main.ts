import type * as miniprogram from '../../src/miniprogram';
import type { Disk } from '../support/fake-mini-program';
import { fakeMy } from '../support/fake-my';
import { fakeWx } from '../support/fake-wx';
import { systems } from './answers';
import type { HostUnderTest } from './host-contract';
import { MemorySite, packsOf } from './memory-site';
import type { SiteData } from './site-data';
import { tellAll, tellAnswers, tellContract } from './tell';

/* Runs in an engine that has nothing but the language, after `bare-world`: a mini-program's contract, and its answers. */

declare const yizhan: typeof miniprogram;
declare const site: SiteData;
declare const platforms: readonly ('wx' | 'my')[];
declare function say(line: string): void;
declare function setTimeout(run: () => void, milliseconds: number): number;
declare function clearTimeout(timer: unknown): void;

const origin = 'https://stations.example.cn';
const source = `${origin}/manifest.json`;

/** A phone on which the app can be ended and started again. */
function phoneOf(platform: 'wx' | 'my'): HostUnderTest {
  const memory = new MemorySite(site, origin);
  const disk: Disk = new Map();
  const environment = {
    fetchBytes: (url: string, request: { headers: Readonly<Record<string, string>> }) =>
      memory.fetch(url, request),
    setTimeout,
    clearTimeout,
  };
  const start = () => {
    if (platform === 'wx') {
      const { wx, phone } = fakeWx(environment, { domains: [origin], disk });
      return { api: wx as never, phone };
    }
    const { my, phone } = fakeMy(environment, { domains: [origin], disk, headerNames: 'lower' });
    return { api: my as never, phone };
  };
  let app = start();
  return {
    kind: 'mini-program',
    versions: site.facts,
    bundled: () => packsOf(site.first)[0]!,
    open: (more) =>
      yizhan.openStations({
        source,
        keys: [site.key],
        crs: 'gcj02',
        refresh: false,
        api: app.api,
        ...more,
      }),
    async restart() {
      app = start();
    },
    async publish() {
      memory.files = site.second;
    },
    async break(fault) {
      memory.fault = fault;
    },
    ring: (isConnected) => app.phone.connect(isConnected),
  };
}

async function run(): Promise<void> {
  for (const platform of platforms) await tellContract(platform, () => phoneOf(platform), say);
  const fetchBytes = () => Promise.reject(new Error('the line is down'));
  const { wx } = fakeWx({ fetchBytes, setTimeout, clearTimeout }, { domains: [origin] });
  const sets = new Map<miniprogram.Crs, miniprogram.StationSet>();
  for (const crs of systems) {
    const bundled = packsOf(site.whole);
    const options = { source, keys: [site.key], crs, refresh: false, bundled } as const;
    sets.set(crs, (await yizhan.openStations({ ...options, api: wx as never })).stations);
  }
  tellAnswers(yizhan, sets, say);
}

tellAll(run(), say);
