import { createElement } from 'react';
import { act, type ReactTestInstance } from 'react-test-renderer';
import { expect, it, vi } from 'vitest';
import { NearbyScreen } from '../../examples/react-native/NearbyScreen';
import type { Stations } from '../../examples/react-native/useStations';
import { setOf } from '../support/sites';
import { render } from './app';

const opened: string[] = [];
let shown: Stations;

vi.mock('../../examples/react-native/useStations', () => ({ useStations: () => shown }));
vi.mock('@react-native-async-storage/async-storage', () => ({ default: {} }));
vi.mock('react-native', () => ({
  View: 'View',
  Text: 'Text',
  Pressable: 'Pressable',
  ActivityIndicator: 'ActivityIndicator',
  FlatList: ({ data, renderItem, ListEmptyComponent }: ListProps) =>
    data.length === 0
      ? ListEmptyComponent
      : data.map((item, index) =>
          createElement('Item', { key: index }, renderItem({ item, index })),
        ),
  StyleSheet: { create: (styles: object) => styles },
  Platform: { OS: 'android' },
  AppState: {},
  Linking: {
    openURL: async (url: string) => {
      opened.push(url);
    },
  },
}));

interface ListProps {
  readonly data: readonly unknown[];
  readonly renderItem: (info: { item: unknown; index: number }) => never;
  readonly ListEmptyComponent: never;
}

const position = { lng: 121.4737, lat: 31.2304 };
const set = setOf([
  { id: 'a', name: '人民广场驿站', position: [121.4737, 31.2304], phone: '021-12345678' },
  { id: 'b', name: '南京路驿站', position: [121.48, 31.235], services: ['toilet'] },
]);

const screen = () => render(createElement(NearbyScreen, { position }));

function textsOf(root: ReactTestInstance): string {
  const all = root.findAll(({ type }) => (type as unknown) === 'Text');
  return all.map(({ props }) => [props['children']].flat().join('')).join('\n');
}

async function tap(root: ReactTestInstance, label: string): Promise<void> {
  const [button] = root.findAll(
    (one) => (one.type as unknown) === 'Pressable' && textsOf(one) === label,
  );
  await act(async () => {
    await button!.props['onPress']();
  });
}

it('lists what is near, and only what a tapped chip asks for, until it is tapped again', async () => {
  shown = { state: 'ready', stations: set, client: undefined as never, isStale: false };
  const { root } = await screen();
  expect(textsOf(root)).toMatch(/人民广场驿站\n0 米 · 时间未知[\s\S]*南京路驿站/);
  await tap(root, '厕所');
  expect(textsOf(root)).not.toContain('人民广场驿站');
  expect(textsOf(root)).toContain('南京路驿站');
  await tap(root, '换电');
  expect(textsOf(root)).toContain('附近没有这样的驿站');
  await tap(root, '换电');
  expect(textsOf(root)).toContain('人民广场驿站');
});

it('navigates with one tap, and calls with another', async () => {
  shown = { state: 'ready', stations: set, client: undefined as never, isStale: true };
  const { root } = await screen();
  expect(textsOf(root)).toContain('数据已过期');
  opened.length = 0;
  await tap(root, '导航');
  await tap(root, '电话');
  expect(opened).toEqual([expect.stringMatching(/^(amapuri|androidamap):/), 'tel:02112345678']);
});

it('offers another try when there are none', async () => {
  const retry = vi.fn();
  shown = { state: 'error', error: new Error('no line'), retry };
  const { root } = await screen();
  await tap(root, '重试');
  expect(retry).toHaveBeenCalledOnce();
});
