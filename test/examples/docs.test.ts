import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createElement, type FunctionComponent } from 'react';
import { act } from 'react-test-renderer';
import { transpileModule } from 'typescript';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRenderer, h, shallowReactive } from 'vue';
import { StationClient } from '../../src/client/client';
import * as yizhan from '../../src/index';
import { Probe, render, startSource, until } from './app';
import { itKeepsTheHookContract, type Shown } from './hook-contract';

/* The code in docs/react.md and docs/vue.md, as it stands there, on a real client and a real server. */

const require = createRequire(import.meta.url);
type Options = Awaited<ReturnType<typeof startSource>>['options'];

/** What the blocks of a page export together; `options` is the one that the page opens. */
function exportsOf(page: string, options?: Options): Record<string, unknown> {
  const path = fileURLToPath(new URL(`../../docs/${page}`, import.meta.url));
  const text = readFileSync(path, 'utf8');
  const blocks = [...text.matchAll(/^```tsx?\n(.*?)^```$/gms)].map(([, code]) => code!);
  expect(blocks).toHaveLength(2);
  // Settings of the compiler by their numbers: a module of CommonJS, ES2022, the JSX of today.
  const compilerOptions = { module: 1, target: 9, jsx: 4 };
  const { outputText } = transpileModule(blocks.join('\n'), {
    compilerOptions,
    fileName: 'page.tsx',
  });
  const opened = options === undefined ? yizhan : { ...yizhan, openStations: () => open(options) };
  const exports = {};
  const requireOurs = (name: string) => (name === 'yizhan' ? opened : require(name));
  new Function('require', 'exports', outputText)(requireOurs, exports);
  return exports;
}

const open = (options: Options) => yizhan.openStations(options);

describe('docs/react.md', () => {
  const useIt = exportsOf('react.md')['useStations'] as (options: Options) => Shown;
  itKeepsTheHookContract(useIt);

  it('shows what is near', async () => {
    const { options } = await startSource();
    const { Nearby } = exportsOf('react.md', options);
    const element = createElement(Nearby as FunctionComponent<{ lng: number; lat: number }>, {
      lng: 121.47,
      lat: 31.23,
    });
    const renderer = await render(element);
    expect(JSON.stringify(renderer.toJSON())).toContain('正在打开驿站');
    await until(() => renderer.root.findAllByType('li').length === 5);
  });

  it('opens anew with other options, and closes what was open', async () => {
    const [one, two] = [await startSource(), await startSource()];
    const close = vi.spyOn(StationClient.prototype, 'close');
    onTestFinished(() => close.mockRestore());
    let shown!: Shown;
    const onShown = (one: Shown) => {
      shown = one;
    };
    const probe = (options: Options) =>
      createElement(Probe<Options, Shown>, { useIt, options, onShown });
    const renderer = await render(probe(one.options));
    await until(() => shown.state === 'ready');
    await act(async () => renderer.update(probe(two.options)));
    await until(() => shown.state === 'ready' && two.server.requests.length > 0);
    expect(close).toHaveBeenCalledOnce();
  });
});

interface Node {
  readonly tag: string;
  text: string;
  readonly children: Node[];
  parent?: Node;
  readonly listeners: Record<string, () => void>;
}

/** Vue with nothing to draw on. */
function mount(component: unknown, options: Options) {
  const node = (tag: string, text = ''): Node => ({ tag, text, children: [], listeners: {} });
  const remove = (child: Node) => {
    const all = child.parent?.children;
    all?.splice(all.indexOf(child), 1);
  };
  const { createApp } = createRenderer<Node, Node>({
    createElement: (tag) => node(tag),
    createText: (text) => node('#text', text),
    createComment: (text) => node('#comment', text),
    insert(child, parent, anchor) {
      child.parent = parent;
      parent.children.splice(anchor ? parent.children.indexOf(anchor) : Infinity, 0, child);
    },
    remove,
    patchProp: (el, key, _, next) => {
      el.listeners[key] = next;
    },
    setText: (el, text) => {
      el.text = text;
    },
    setElementText: (el, text) => {
      el.text = text;
    },
    parentNode: ({ parent }) => parent ?? null,
    nextSibling: (el) => el.parent?.children[el.parent.children.indexOf(el) + 1] ?? null,
  });
  const root = node('root');
  const props = shallowReactive({ lng: 121.4737, lat: 31.2304 });
  const app = createApp({ render: () => h(component as never, props) });
  app.mount(root);
  const all = (tag: string, from = root): Node[] =>
    from.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...all(tag, child)]);
  return { app, all, options };
}

describe('docs/vue.md', () => {
  const nearby = (options: Options) => mount(exportsOf('vue.md', options)['Nearby'], options);
  const closes = () => {
    const close = vi.spyOn(StationClient.prototype, 'close');
    onTestFinished(() => close.mockRestore());
    return close;
  };

  it('shows what is near, and closes the client with the page', async () => {
    const { options } = await startSource();
    const close = closes();
    const { app, all } = nearby(options);
    await vi.waitUntil(() => all('li').length === 5, { timeout: 20_000 });
    expect(close).not.toHaveBeenCalled();
    app.unmount();
    expect(close).toHaveBeenCalledOnce();
  });

  it('closes a client that comes when the page is gone', async () => {
    const { options } = await startSource();
    const close = closes();
    nearby(options).app.unmount();
    await vi.waitUntil(() => close.mock.calls.length === 1, { timeout: 20_000 });
  });

  it('tries again when it is asked', async () => {
    const refuse = async () => ({
      parts: [Buffer.from('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')],
    });
    const { options, right, server } = await startSource(refuse);
    const { app, all } = nearby(options);
    onTestFinished(() => app.unmount());
    await vi.waitUntil(() => all('button').length === 1, { timeout: 20_000 });
    server.answer = right;
    all('button')[0]!.listeners['onClick']!();
    await vi.waitUntil(() => all('li').length === 5, { timeout: 20_000 });
  });
});
