import { MemorySite } from '../engines/memory-site';
import { siteData } from '../engines/site-data';
import { fakeWx } from '../support/fake-wx';

/*
 * A component of a mini-program in WeChat's simulator: its template is compiled by WeChat's compiler, and its logic runs
 * beside a fake `wx`, on jsdom instead of a phone's two threads.
 */

export interface Rendered {
  readonly instance: Record<string, (event: object) => void> & {
    readonly data: Record<string, unknown>;
  };
  attach(parent: unknown): void;
}

interface Simulator {
  load(path: string, options: { compiler: 'official'; rootPath: string }): string;
  render(id: string): Rendered;
}

export const origin = 'https://stations.example.cn';

/** A phone at People's Square, with a line to the publisher of two districts. */
export async function phoneAtSquare() {
  const data = await siteData();
  const site = new MemorySite(data, origin);
  const { wx, phone } = fakeWx(
    {
      fetchBytes: (url, request) => site.fetch(url, request),
      setTimeout,
      clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
    { domains: [origin] },
  );
  phone.locate(31.2304, 121.4737);
  return { wx, phone, key: data.key };
}

/**
 * @param require of the folder in which miniprogram-simulate and jsdom are installed
 * @param path without an ending
 */
export function renderComponent(
  require: NodeJS.Require,
  rootPath: string,
  path: string,
  wx: object,
): Rendered {
  const { JSDOM } = require('jsdom') as {
    JSDOM: new (html: string) => { window: { document: { body: unknown } } };
  };
  const { window } = new JSDOM('<!doctype html><body></body>');
  // The simulator looks for a page in the global scope, and components for `wx`.
  const globals = globalThis as Record<string, unknown>;
  for (const name of ['document', 'Node', 'Event', 'CustomEvent', 'HTMLElement', 'TouchEvent'])
    globals[name] = (window as unknown as Record<string, unknown>)[name];
  const simulate = require('miniprogram-simulate') as Simulator;
  // It brings a `wx` of its own, without requests.
  Object.assign(globals, { window, wx });
  const component = simulate.render(simulate.load(path, { compiler: 'official', rootPath }));
  component.attach(window.document.body);
  return component;
}

/** Looks again and again, for ten seconds. */
export async function until(look: () => boolean, what: () => string): Promise<void> {
  for (let tries = 0; !look(); tries++) {
    if (tries === 200) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
