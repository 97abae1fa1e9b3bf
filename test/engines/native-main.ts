// Of `dist/`, as it ships: see `scripts`.

import type { Crs } from '../../src/core';
import * as yizhan from '../../src/react-native';
import { FakeAsyncStorage } from '../support/fake-async-storage';
import { systems } from './answers';
import type { HostUnderTest } from './host-contract';
import { MemorySite, packsOf } from './memory-site';
import type { SiteData } from './site-data';
import { tellAll, tellAnswers, tellContract } from './tell';

/* Runs in Hermes, which has nothing of React Native: AsyncStorage and XMLHttpRequest are doubles. */

declare const site: SiteData;
declare function say(line: string): void;
declare function setTimeout(run: () => void, milliseconds: number): number;

const origin = 'https://stations.example.cn';
const source = `${origin}/manifest.json`;
let line: MemorySite;

class MemoryXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseURL = '';
  responseType = '';
  timeout = 0;
  withCredentials = true;
  onreadystatechange: (() => void) | null = null;
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  private readonly headers: Record<string, string> = {};
  private answered: Record<string, string> = {};
  private isAborted = false;

  open(_method: string, url: string): void {
    this.responseURL = url;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name.toLowerCase()] = value;
  }
  getResponseHeader(name: string): string | null {
    return this.answered[name.toLowerCase()] ?? null;
  }
  abort(): void {
    this.isAborted = true;
  }
  send(): void {
    if (this.responseType !== 'arraybuffer') throw new Error('text would not be the same bytes');
    line.fetch(this.responseURL, { headers: this.headers }).then(
      async ({ status, headers, bytes }) => {
        this.status = status;
        for (const name of Object.keys(headers)) this.answered[name.toLowerCase()] = headers[name]!;
        this.move(2);
        this.response = (await bytes).slice().buffer;
        this.move(4);
        if (!this.isAborted) this.onload?.();
      },
      () => {
        if (!this.isAborted) this.onerror?.();
      },
    );
  }
  private move(state: number): void {
    this.readyState = state;
    if (!this.isAborted) this.onreadystatechange?.();
  }
}

Object.assign(globalThis, {
  XMLHttpRequest: MemoryXhr,
  setImmediate: (run: () => void) => setTimeout(run, 0),
});

function phone(): HostUnderTest {
  line = new MemorySite(site, origin);
  const entries = new Map<string, string>();
  let storage = new FakeAsyncStorage(undefined, entries);
  let listeners: ((state: string) => void)[] = [];
  const appState = {
    addEventListener(_type: 'change', listener: (state: string) => void) {
      listeners.push(listener);
      const remove = () => {
        listeners = listeners.filter((one) => one !== listener);
      };
      return { remove };
    },
  };
  return {
    kind: 'async-storage',
    versions: site.facts,
    bundled: () => packsOf(site.first)[0]!,
    open: (more) =>
      yizhan.openStations({
        source,
        keys: [site.key],
        crs: 'gcj02',
        refresh: false,
        storage,
        appState,
        ...more,
      }),
    async restart() {
      storage = new FakeAsyncStorage(undefined, entries);
      listeners = [];
    },
    async publish() {
      line.files = site.second;
    },
    async break(fault) {
      line.fault = fault;
    },
    ring(isConnected) {
      for (const listener of listeners) listener(isConnected ? 'active' : 'background');
    },
  };
}

async function run(): Promise<void> {
  await tellContract('react-native', phone, say);
  line = new MemorySite(site, origin);
  line.fault = 'down';
  const sets = new Map<Crs, yizhan.StationSet>();
  for (const crs of systems) {
    const bundled = packsOf(site.whole);
    const storage = new FakeAsyncStorage();
    const options = { source, keys: [site.key], crs, refresh: false, bundled, storage } as const;
    sets.set(crs, (await yizhan.openStations(options)).stations);
  }
  tellAnswers(yizhan, sets, say);
}

tellAll(run(), say);
