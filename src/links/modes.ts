/** How the rider travels. */
export type TravelMode = 'ebike' | 'bike' | 'walk' | 'drive' | 'truck';

/**
 * What an app opens in, best first, when it lacks the mode asked for. A rider is never sent to car mode,
 * whose routes take elevated roads and tunnels that are closed to bikes.
 */
const nearest: Readonly<Record<TravelMode, readonly TravelMode[]>> = {
  ebike: ['ebike', 'bike', 'walk'],
  bike: ['bike', 'walk'],
  walk: ['walk'],
  drive: ['drive'],
  truck: ['truck', 'drive'],
};

/** Every mode; the first is what is meant when none is given. */
export const travelModes: readonly [TravelMode, ...TravelMode[]] = [
  'ebike',
  'bike',
  'walk',
  'drive',
  'truck',
];

/** Modes, and the word that an app has for each. */
export type ModeWords = Readonly<Partial<Record<TravelMode, string>>>;

/** The mode nearest to the one asked for among those an app has, if there is one. */
export function nearestMode(asked: TravelMode, offered: ModeWords): TravelMode | undefined {
  return nearest[asked].find((mode) => offered[mode] !== undefined);
}
