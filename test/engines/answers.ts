import type * as core from '../../src/core';

/*
 * Some hundred questions to the sample, and what a library answers, as text: the same in every engine, to the last
 * digit. Numbers are made of whole numbers by the four operations, which all engines do alike.
 */

/** What every entry for apps has. */
export type Library = Pick<
  typeof core,
  'convert' | 'convertAll' | 'Route' | 'shareText' | 'vocabularies'
>;

export const systems = ['gcj02', 'wgs84', 'bd09'] as const;

type Asked = Pick<
  core.StationSet,
  | 'nearest'
  | 'along'
  | 'inBounds'
  | 'inArea'
  | 'count'
  | 'get'
  | 'filter'
  | 'openingAt'
  | 'describeOpening'
  | 'navigationLinks'
>;

/** Whole numbers below `most`, the same every time. */
class Numbers {
  constructor(private state: number) {}
  below(most: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 4_294_967_296) * most);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

/** In and around Shanghai, to a ten-thousandth of a degree. */
function positionOf(numbers: Numbers): core.LngLat {
  return {
    lng: (1_208_500 + numbers.below(11_000)) / 10_000,
    lat: (307_000 + numbers.below(11_000)) / 10_000,
  };
}

const instants = [
  1795507200000, // 2026-11-24 16:00 in Shanghai, a Tuesday
  1795543200000, // 02:00 the night after
  1798732800000, // the last night of the year
  1802736000000, // in the week of Chinese New Year
].map((time) => new Date(time));

/**
 * @param setOf the sample's stations in this CRS
 * @returns what was asked, a tab, and the answer as JSON
 */
export function* answers(
  { convert, convertAll, Route, shareText, vocabularies }: Library,
  setOf: (crs: core.Crs) => Asked,
): Generator<string> {
  const numbers = new Numbers(20_261_201);
  const line = (asked: string, answer: unknown) => `${asked}\t${JSON.stringify(answer)}`;
  const services = Object.keys(vocabularies.services) as core.Service[];

  for (const crs of systems) {
    const set = setOf(crs);
    for (let i = 0; i < 40; i++) {
      const at = positionOf(numbers);
      const options: core.NearestOptions = {
        limit: 1 + numbers.below(8),
        openAt: numbers.below(2) === 0 ? undefined : numbers.pick(instants),
        services: numbers.below(2) === 0 ? undefined : [numbers.pick(services)],
        maxDistanceMeters: numbers.below(3) === 0 ? 3_000 : undefined,
        includeUnknown: true,
      };
      // Without an instant what is open would be a matter of when the question is asked.
      const hits = set.nearest(at, options);
      const answer = options.openAt ? hits : hits.map(({ opening, ...hit }) => hit);
      yield line(`nearest ${crs} ${JSON.stringify([at, options])}`, answer);
    }

    for (let i = 0; i < 20; i++) {
      let at = positionOf(numbers);
      const [east, north] = [numbers.below(41) - 20, numbers.below(41) - 20];
      const points = [at];
      for (let turn = 0; turn < 12; turn++) {
        at = {
          lng: at.lng + (east + numbers.below(31) - 15) / 5_000,
          lat: at.lat + (north + numbers.below(31) - 15) / 5_000,
        };
        points.push(at);
      }
      const route = Route.from(points, { crs });
      const options: core.AlongOptions = {
        widthMeters: 100 + 100 * numbers.below(9),
        limit: 6,
        sort: numbers.pick(['route', 'detour'] as const),
        passes: numbers.pick(['closest', 'all'] as const),
        from: numbers.below(2) === 0 ? undefined : points[3],
        departAt: numbers.pick(instants),
        openAt: 'arrival',
        includeUnknown: true,
      };
      yield line(`along ${crs} ${i}`, [route.lengthMeters, set.along(route, options)]);
      yield line(`encode ${crs} ${i}`, [
        route.encode({ format: 'polyline5', crs: 'wgs84' }),
        route.encode({ format: 'polyline6', crs: 'bd09' }),
        route.encode({ format: 'geojson', crs: 'gcj02' }),
      ]);
    }

    for (let i = 0; i < 10; i++) {
      const { lng, lat } = positionOf(numbers);
      const [width, height] = [
        (1 + numbers.below(200)) / 10_000,
        (1 + numbers.below(200)) / 10_000,
      ];
      yield line(`inBounds ${crs} ${i}`, set.inBounds([lng, lat, lng + width, lat + height]));
      const ring = [
        [lng, lat],
        [lng + width, lat + height / 3],
        [lng + width / 2, lat + height],
        [lng, lat],
      ];
      const area = { type: 'Polygon', coordinates: [ring] } as const;
      yield line(
        `inArea ${crs} ${i}`,
        set.inArea(area).map(({ id }) => id),
      );
    }

    yield line(`count ${crs}`, set.count({ openAt: instants[0] }));
    const all = set.filter();
    for (let i = 0; i < 20; i++) {
      const station = all[numbers.below(all.length)]!;
      const at = numbers.pick(instants);
      const locale = numbers.pick(['en', 'zh'] as const);
      yield line(`opening ${crs} ${station.id}`, [
        station,
        set.openingAt(station, at),
        set.describeOpening(station, { at, locale }),
        shareText(station, { crs }),
      ]);
      const platform = numbers.pick(['ios', 'android', 'harmony', 'web'] as const);
      const from = positionOf(numbers);
      yield line(
        `links ${crs} ${station.id} ${platform}`,
        set.navigationLinks(station, { platform, from }),
      );
    }
  }

  for (const from of systems)
    for (const to of systems) {
      for (let i = 0; i < 15; i++) {
        const at = positionOf(numbers);
        yield line(`convert ${from} ${to} ${JSON.stringify(at)}`, convert(at, from, to));
      }
      const many = Array.from({ length: 200 }, (_, i) => {
        const { lng, lat } = positionOf(numbers);
        return i % 2 === 0 ? lng : lat;
      });
      // All over China, and beyond.
      const pairs = many.map((value, i) =>
        i % 2 === 0 ? 73 + ((value * 37) % 60) : 18 + ((value * 37) % 34),
      );
      yield line(
        `convertAll ${from} ${to}`,
        Array.from(convertAll(Float64Array.from(pairs), from, to)),
      );
    }
}
