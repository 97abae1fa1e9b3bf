import type { Service } from '../../src/core';
import type { Data } from './data';
import { kernel, preparedKernel } from './kernel';
import type { NearestContestant } from './nearest-contestant';
import { everyStation, filteredGeokdbush, geoflatbush, geokdbush, turf } from './nearest-peers';
import { raced } from './raced-codes';

/** One question that several answer. */
export interface NearestRace {
  readonly title: string;
  readonly limit: number;
  /** What a station must offer. */
  readonly services: readonly Service[];
  /** Ours first. */
  readonly contestants: () => NearestContestant[];
}

/** How many a rider is shown. */
const shown = 10;

/** Turf takes a millisecond for each 8,000 stations: only the sample, and few questions. */
const mostForTurf = 10_000;

/**
 * Node sizes that suit the peers better, of those tried over the three sets. One index has one, and
 * what suits one question is wrong for others, so these are raced besides the defaults.
 */
const bestNodes = { unfiltered: 16, filtered: 256, boxes: 8 };

/** One that 0.1 % offer far away takes geokdbush up to ten milliseconds. */
const farAwayQuestions = 100;

export function nearestRaces(data: Data): NearestRace[] {
  return [
    {
      title: 'nearest 1',
      limit: 1,
      services: [],
      contestants: () => [kernel(data, 1), ...unfilteredPeers(data, 1)],
    },
    {
      title: `nearest ${shown}`,
      limit: shown,
      services: [],
      contestants: () => [
        kernel(data, shown),
        publicNearest(data, shown),
        ...unfilteredPeers(data, shown),
      ],
    },
    filteredRace(data, 'with a service that 5 % offer', [raced.common]),
    filteredRace(data, 'with one that 0.1 % offer, scattered', [raced.scattered]),
    filteredRace(data, 'with one that 0.1 % offer, all in one city', [raced.oneCity], {
      inputs: farAwayQuestions,
    }),
    filteredRace(data, 'with two that 30 % offer each, 0.1 % both', raced.pair),
  ];
}

/** What apps call: options checked, and whole hits with distances and bearings. */
function publicNearest({ set }: Data, limit: number): NearestContestant {
  return {
    name: 'yizhan StationSet.nearest',
    run: (from) => set.nearest(from, { limit })[0]!.distanceMeters,
    ids: (from) => set.nearest(from, { limit }).map(({ station }) => station.id),
  };
}

function unfilteredPeers({ stations }: Data, limit: number): NearestContestant[] {
  const peers: NearestContestant[] = [
    geokdbush(stations, limit),
    geokdbush(stations, limit, bestNodes.unfiltered),
    geoflatbush(stations, limit),
    geoflatbush(stations, limit, bestNodes.boxes),
    { ...everyStation(stations, limit), inputs: 10, rounds: 5 },
  ];
  if (limit === 1 && stations.length <= mostForTurf) {
    peers.push({ ...turf(stations), inputs: 10, rounds: 5 });
  }
  return peers;
}

/** @param slowly how much of it the peers take part in, where they take long */
function filteredRace(
  data: Data,
  what: string,
  services: readonly Service[],
  slowly: Pick<NearestContestant, 'inputs'> = {},
): NearestRace {
  return {
    title: `nearest ${shown} ${what}`,
    limit: shown,
    services,
    contestants: () => {
      const { stations } = data;
      const held = Uint8Array.from(stations, (station) =>
        services.every((service) => station.services.includes(service)) ? 1 : 0,
      );
      return [
        kernel(data, shown, services),
        preparedKernel(data, shown, services),
        { ...filteredGeokdbush(stations, shown, held), ...slowly },
        { ...filteredGeokdbush(stations, shown, held, bestNodes.filtered), ...slowly },
      ];
    },
  };
}
