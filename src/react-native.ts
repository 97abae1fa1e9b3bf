export * from './core';
export type { AsyncStorageLike } from './hosts/react-native/async-storage';
export {
  type LinkingLike,
  type OpenedNavigation,
  openNavigation,
} from './hosts/react-native/open-navigation';
export {
  type AppStateLike,
  openStations,
  type ReactNativeOpenOptions,
} from './hosts/react-native/open-stations';
export * from './screens';
