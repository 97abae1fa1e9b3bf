export * from './core';
export { type OpenedNavigation, openNavigation } from './hosts/browser/open-navigation';
export type { OpenNavigationOptions } from './hosts/browser/open-navigation-options';
