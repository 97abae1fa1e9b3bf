import { beforeEach, describe, vi } from 'vitest';
import { useStations } from '../../examples/react-native/useStations';
import { FakeAsyncStorage } from '../support/fake-async-storage';
import { FakeXhr } from '../support/fake-xhr';
import { itKeepsTheHookContract } from './hook-contract';

let storage: FakeAsyncStorage;

beforeEach(() => {
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
  storage = new FakeAsyncStorage();
});

const made = new WeakMap<object, Parameters<typeof useStations>[0]>();

function useKept(options: Parameters<Parameters<typeof itKeepsTheHookContract>[0]>[0]) {
  const withStorage = made.get(options) ?? { ...options, storage };
  made.set(options, withStorage);
  return useStations(withStorage);
}

describe('useStations in a React Native app', () => itKeepsTheHookContract(useKept));
