import { createElement, StrictMode } from 'react';
import { act } from 'react-test-renderer';
import { expect, it, onTestFinished, vi } from 'vitest';
import { StationClient } from '../../src/client/client';
import { render, startSource, until } from './app';

/* What `useStations` promises, in an app and in a web page. */

interface Shown {
  readonly state: 'opening' | 'ready' | 'error';
  readonly client?: StationClient;
  readonly stations?: StationClient['stations'];
  readonly error?: Error;
  readonly retry?: () => void;
}

type Options = Awaited<ReturnType<typeof startSource>>['options'];

export function itKeepsTheHookContract(useStationsOf: () => (options: Options) => Shown): void {
  function rig() {
    const close = vi.spyOn(StationClient.prototype, 'close');
    onTestFinished(() => close.mockRestore());
    const shown: Shown[] = [];
    const useStations = useStationsOf();
    const Probe = ({ options }: { options: Options }) => {
      shown.push(useStations(options));
      return null;
    };
    return { close, shown, Probe, last: () => shown[shown.length - 1]! };
  }

  it('opens, and shows other stations after an update', async () => {
    const { options, publish } = await startSource();
    const { last, shown, Probe } = rig();
    await render(createElement(Probe, { options }));
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
    const { last, Probe } = rig();
    await render(createElement(Probe, { options }));
    await until(() => last().state !== 'opening');
    expect(last()).toMatchObject({ state: 'error', error: { code: 'HTTP_STATUS' } });
    server.answer = right;
    act(() => last().retry!());
    expect(last().state).toBe('opening');
    await until(() => last().state === 'ready');
  });

  it('closes the client with the screen', async () => {
    const { options } = await startSource();
    const { close, last, Probe } = rig();
    const renderer = await render(createElement(Probe, { options }));
    await until(() => last().state === 'ready');
    expect(close).not.toHaveBeenCalled();
    act(() => renderer.unmount());
    expect(close.mock.contexts).toEqual([last().client]);
  });

  it('closes a client that comes when the screen is gone', async () => {
    const { options } = await startSource();
    const { close, shown, Probe } = rig();
    const renderer = await render(createElement(Probe, { options }));
    act(() => renderer.unmount());
    await until(() => close.mock.calls.length === 1);
    expect(shown.every(({ state }) => state === 'opening')).toBe(true);
  });

  it('leaves one client where strict mode mounts twice', async () => {
    const { options } = await startSource();
    const { close, last, Probe } = rig();
    await render(createElement(StrictMode, null, createElement(Probe, { options })));
    await until(() => last().state === 'ready' && close.mock.calls.length === 1);
    expect(close.mock.contexts).not.toContain(last().client);
  });
}
