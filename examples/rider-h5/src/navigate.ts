import { currentPlatform, openNavigation, type Station, type StationClient } from 'yizhan';

/** One tap: the map app of this phone by e-bike, or its web page. To be called in a click handler. */
export function navigate(client: StationClient, station: Station): void {
  const links = client.navigationLinks(station, {
    platform: currentPlatform(),
    mode: 'ebike',
    caller: 'yizhan-rider-h5',
  });
  openNavigation(links).catch((error: unknown) => console.error(error));
}
