import { createElement, StrictMode } from 'react';
import { act } from 'react-test-renderer';
import { expect, it, onTestFinished, vi } from 'vitest';
import { StationClient } from '../../src/client/client';
import { Probe, render, startSource, until } from './app';

/* What `useStations` promises, in an app and in a web page. */

export interface Shown {
  readonly state: 'opening' | 'ready' | 'error';
  readonly client?: StationClient;
  readonly stations?: StationClient['stations'];
  readonly error?: Error;
  readonly retry?: () => void;
}

type Options = Awaited<ReturnType<typeof startSource>>['options'];

export function itKeepsTheHookContract(useIt: (options: Options) => Shown): void {
  function rig() {
    const close = vi.spyOn(StationClient.prototype, 'close');
    onTestFinished(() => close.mockRestore());
    const shown: Shown[] = [];
    const onShown = (one: Shown) => {
      shown.push(one);
    };
    const probe = (options: Options) =>
      createElement(Probe<Options, Shown>, { useIt, options, onShown });
    return { close, shown, probe, last: () => shown[shown.length - 1]! };
  }

  it('opens, and shows other stations after an update', async () => {
    const { options, publish } = await startSource();
    const { last, shown, probe } = rig();
    await render(probe(options));
    expect(shown[0]).toEqual({ state: 'opening' });
    await until(() => last().state === 'ready');
    const { stations, client } = last();
    expect(stations!.nearest([121.4737, 31.2304], { limit: 3 })).toHaveLength(3);
    publish();
    await act(async () => {
      await client!.refresh();
    });
    expect(last().stations).toBe(client!.stations);
    expect(last().stations).not.toBe(stations);
  });

  it('tells why there are none, and tries again when it is asked', async () => {
    const refuse = async () => ({
      parts: [Buffer.from('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')],
    });
    const { options, server, right } = await startSource(refuse);
    const { last, probe } = rig();
    await render(probe(options));
    await until(() => last().state !== 'opening');
    expect(last()).toMatchObject({ state: 'error', error: { code: 'HTTP_STATUS' } });
    server.answer = right;
    act(() => last().retry!());
    expect(last().state).toBe('opening');
    await until(() => last().state === 'ready');
  });

  it('closes the client with the screen', async () => {
    const { options } = await startSource();
    const { close, last, probe } = rig();
    const renderer = await render(probe(options));
    await until(() => last().state === 'ready');
    expect(close).not.toHaveBeenCalled();
    act(() => renderer.unmount());
    expect(close.mock.contexts).toEqual([last().client]);
  });

  it('closes a client that comes when the screen is gone', async () => {
    const { options } = await startSource();
    const { close, shown, probe } = rig();
    const renderer = await render(probe(options));
    act(() => renderer.unmount());
    await until(() => close.mock.calls.length === 1);
    expect(shown.every(({ state }) => state === 'opening')).toBe(true);
  });

  it('leaves one client where strict mode mounts twice', async () => {
    const { options } = await startSource();
    const { close, last, probe } = rig();
    await render(createElement(StrictMode, null, probe(options)));
    await until(() => last().state === 'ready' && close.mock.calls.length === 1);
    expect(close.mock.contexts).not.toContain(last().client);
  });
}
