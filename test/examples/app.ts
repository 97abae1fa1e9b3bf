import { cpSync } from 'node:fs';
import type { createElement } from 'react';
import { act, create, type ReactTestRenderer } from 'react-test-renderer';
import { onTestFinished } from 'vitest';
import { serving, versions } from '../support/device';
import { type Answer, RawServer } from '../support/raw-server';
import { tempFolder } from '../support/sites';

/* What hooks and screens are tried with: a server with two versions of a site, and a place to be rendered. */

export async function startSource(answer?: Answer) {
  const { key, first, second } = await versions();
  const site = tempFolder();
  cpSync(first, site, { recursive: true });
  const right = serving(site);
  const server = await RawServer.start(answer ?? right);
  onTestFinished(() => server.stop());
  const options = {
    source: `${server.url}manifest.json`,
    keys: [key.publicKey],
    crs: 'gcj02',
    refresh: false,
  } as const;
  return { server, right, options, publish: () => cpSync(second, site, { recursive: true }) };
}

export async function render(
  element: ReturnType<typeof createElement>,
): Promise<ReactTestRenderer> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  let renderer!: ReactTestRenderer;
  await act(async () => {
    renderer = create(element);
  });
  onTestFinished(() => {
    act(() => renderer.unmount());
  });
  return renderer;
}

/** Uses a hook, and tells what it gives. */
export function Probe<Options, Shown>(props: {
  readonly useIt: (options: Options) => Shown;
  readonly options: Options;
  readonly onShown: (shown: Shown) => void;
}): null {
  props.onShown(props.useIt(props.options));
  return null;
}

/** Waits, with React at work, until it is so. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}
