import type { Station } from '../dataset/station';
import { currentPlatform } from '../hosts/browser/current-platform';
import { type OpenedNavigation, openNavigation } from '../hosts/browser/open-navigation';
import type { Stations } from '../nearby/model';
import type { Locale } from '../nearby/words';
import { tell } from './events';

/** Opens the way to a station in a map app, within the tap, unless the app does that itself. */
export async function goThere(
  element: HTMLElement,
  stations: Stations,
  station: Station,
  locale: Locale,
): Promise<OpenedNavigation['outcome'] | undefined> {
  const caller = element.getAttribute('caller') || undefined;
  const links = stations.navigationLinks(station, {
    platform: currentPlatform(),
    locale,
    ...(caller !== undefined && { caller }),
  });
  if (!tell(element, 'yizhan-navigate', { station, links })) return undefined;
  return (await openNavigation(links)).outcome;
}
