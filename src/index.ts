export * from './core';
export { currentPlatform } from './hosts/browser/current-platform';
export { type OpenedNavigation, openNavigation } from './hosts/browser/open-navigation';
export type { OpenNavigationOptions } from './hosts/browser/open-navigation-options';
export { openStations } from './hosts/browser/open-stations';
