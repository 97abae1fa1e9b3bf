import { describe, expect, it } from 'vitest';
import {
  chinaHolidays,
  type Filter,
  InvalidOptionError,
  Route,
  type Station,
  type StationRecord,
  StationSet,
} from '../../src/core';
import type { OpeningState } from '../../src/dataset/schedule/schedule';
import { evaluateHours } from '../support/evaluate-hours';
import { Random } from '../support/random';
import { rounds } from '../support/rounds';

/* Opening hours in queries, beside rules evaluated minute by minute. */

const weeks = [
  undefined,
  '24/7',
  'Mo-Fr 09:00-17:00; PH off',
  'Mo-Fr 09:00-11:30,13:30-17:00',
  'Mo-Su 18:00-06:00',
  'Sa-Su 10:00-16:00; Sa 12:00-13:00 unknown "ask the guard"',
  'Apr-Oct 06:00-22:00; Nov-Mar 07:00-20:00',
  'Mo-Su 17:00+',
];

const random = new Random(55);
const records: StationRecord[] = Array.from({ length: 400 }, (_, i) => {
  const hours = random.pick(weeks);
  return {
    id: String(i),
    position: [random.between(121.2, 121.8), random.between(31, 31.5)],
    services: random.chance(0.3) ? ['toilet'] : ['water'],
    ...(hours !== undefined && { hours }),
    ...(random.chance(0.05) && { status: 'suspended' as const }),
  };
});
const set = StationSet.from(records, { crs: 'wgs84' });
const people = { lng: 121.4737, lat: 31.2304 };

/** By the station's clock in China, from the rules themselves. */
function stateOf({ status, hours }: Station, at: number): OpeningState {
  if (status !== 'active') return 'closed';
  if (hours === undefined) return 'unknown';
  return evaluateHours(hours, new Date(at + 8 * 3_600_000), chinaHolidays).state;
}

function stayState(station: Station, at: number, minutes: number): OpeningState {
  const states = [stateOf(station, at)];
  for (let t = Math.floor(at / 60_000) * 60_000; t < at + minutes * 60_000; t += 60_000) {
    if (t > at) states.push(stateOf(station, t));
  }
  if (states.includes('closed')) return 'closed';
  return states.includes('unknown') ? 'unknown' : 'open';
}

function idsOf(stations: readonly Station[]): string[] {
  return stations.map(({ id }) => id).sort();
}

const china = (text: string) => Date.parse(`${text}+08:00`);

describe('openAt, openFor and includeUnknown', () => {
  it('leave exactly the stations that the rules leave, in every query', () => {
    for (let i = 0; i < rounds(10, 24); i++) {
      const at = random.int(china('2026-01-01T00:00'), china('2026-12-31T00:00'));
      const minutes = random.pick([0, 15, 90]);
      const includeUnknown = random.chance(0.5);
      const filter: Filter = {
        openAt: random.chance(0.5) ? at : new Date(at),
        openFor: minutes,
        includeUnknown,
        ...(random.chance(0.4) && { services: ['toilet'] }),
      };
      const passing = set.filter().filter((station) => {
        const state = stayState(station, at, minutes);
        const fits = !filter.services || station.services.includes('toilet');
        return fits && (state === 'open' || (state === 'unknown' && includeUnknown));
      });
      const expected = idsOf(passing);
      expect(passing.length).toBeGreaterThan(0);
      expect(idsOf(set.filter(filter))).toEqual(expected);
      expect(set.count(filter).total).toBe(expected.length);
      expect(idsOf(set.inBounds([121, 30, 122, 32], filter))).toEqual(expected);
      const hits = set.nearest(people, filter);
      expect(idsOf(hits.map((hit) => hit.station))).toEqual(expected);
      expect([...set.nearestFirst(people, filter)]).toEqual(hits);
      expect(set.nearest(people, { ...filter, limit: 7 })).toEqual(hits.slice(0, 7));
      for (const { station, opening } of hits) expect(opening.state).toBe(stateOf(station, at));
      expect(idsOf(set.prepare(filter).filter())).toEqual(expected);
    }
  });

  it('give every hit its opening, now where no time is given', () => {
    const before = Date.now();
    const hits = set.nearest(people, { limit: 50 });
    for (const { station, opening } of hits) {
      expect([stateOf(station, before), stateOf(station, Date.now())]).toContain(opening.state);
      expect(opening.until === undefined || opening.until.getTime() > before).toBe(true);
    }
  });

  it('hand out dates that nobody else sees changed', () => {
    const openAt = china('2026-11-23T12:00');
    const hit = () => set.nearest(people, { openAt, limit: 40 }).find((one) => one.opening.until)!;
    const until = hit().opening.until!.getTime();
    hit().opening.until!.setTime(0);
    expect(hit().opening.until!.getTime()).toBe(until);
    expect(JSON.parse(JSON.stringify(hit())).opening.until).toBe(new Date(until).toISOString());
    expect(() => Object.assign(hit().opening, { state: 'open' })).toThrow(TypeError);
  });

  it('are not remembered with a filter that keeps coming', () => {
    const night = china('2026-11-23T03:00');
    const noon = china('2026-11-23T12:00');
    const ask = (openAt: number) => set.nearest(people, { services: ['toilet'], openAt });
    const first = [ask(night), ask(noon)];
    for (let i = 0; i < 300; i++) ask(i % 2 ? night : noon);
    expect([ask(night), ask(noon)]).toEqual(first);
    expect(first[0]!.length).not.toBe(first[1]!.length);
  });

  it.each<[string, Filter, string]>([
    ['a text', { openAt: '2026-11-23' as never }, 'expected a Date, or milliseconds since 1970'],
    ['seconds', { openAt: 1_795_000_000 }, 'in the years 2000 to 2199, got 1795000000'],
    ['no date', { openAt: new Date('no') }, 'Invalid option openAt'],
    ['a negative stay', { openFor: -1 }, 'finite number of minutes, 0 or more, got -1'],
    ['a stay in milliseconds', { openFor: 900_000 }, 'at most 527040 minutes'],
    ['a word', { openAt: 1.8e12, includeUnknown: 'no' as never }, 'expected true or false'],
    ['nothing to judge', { includeUnknown: false }, 'expected openAt or openFor beside it'],
    ['arrival without a route', { openAt: 'arrival' as never }, 'Invalid option openAt'],
  ])('refuse %s', (_, filter, message) => {
    expect(() => set.nearest(people, filter)).toThrow(InvalidOptionError);
    expect(() => set.filter(filter)).toThrow(message);
  });
});

describe('the clock', () => {
  const hours = 'Mo-Fr 09:00-17:00; PH off';
  const stateIn = (position: [number, number], at: string, options = {}) =>
    StationSet.from([{ id: 'a', position, hours }], { crs: 'wgs84', ...options }).nearest(
      position,
      {
        openAt: Date.parse(at),
      },
    )[0]?.opening.state ?? 'closed';

  it('is that of China there, with its holidays on the mainland', () => {
    expect(stateIn([121.47, 31.23], '2026-11-23T12:00+08:00')).toBe('open');
    expect(stateIn([121.47, 31.23], '2026-11-23T20:00+08:00')).toBe('closed');
    expect(stateIn([121.47, 31.23], '2026-10-01T12:00+08:00')).toBe('closed');
    // A Saturday that was worked, and one that was not.
    expect(stateIn([121.47, 31.23], '2026-02-14T12:00+08:00')).toBe('open');
    expect(stateIn([121.47, 31.23], '2026-02-07T12:00+08:00')).toBe('closed');
    // Kashgar keeps the same clock.
    expect(stateIn([75.99, 39.47], '2026-11-23T16:59+08:00')).toBe('open');
  });

  it('is known in Hong Kong and Taiwan, their holidays are not', () => {
    for (const position of [
      [114.17, 22.3],
      [121.56, 25.03],
    ] as [number, number][]) {
      expect(stateIn(position, '2026-11-23T12:00+08:00')).toBe('unknown');
      expect(stateIn(position, '2026-11-23T20:00+08:00')).toBe('closed');
    }
  });

  it('is not guessed elsewhere', () => {
    expect(stateIn([-0.13, 51.5], '2026-11-23T20:00Z')).toBe('unknown');
    const steady = StationSet.from([{ id: 'a', position: [-74, 40.7], hours: '24/7' }], {
      crs: 'wgs84',
    });
    expect(steady.count({ openAt: Date.now(), includeUnknown: false }).total).toBe(1);
    const london = { utcOffsetMinutes: 0, holidays: { ...chinaHolidays, publicHolidays: [] } };
    expect(stateIn([-0.13, 51.5], '2026-11-23T12:00Z', london)).toBe('open');
    expect(stateIn([-0.13, 51.5], '2026-11-23T20:00Z', london)).toBe('closed');
  });

  it('goes through GeoJSON, dated offsets and holidays too', () => {
    const summer = Date.UTC(2026, 2, 29, 1);
    const utcOffsetMinutes = [
      { from: Number.NEGATIVE_INFINITY, minutes: 0 },
      { from: summer, minutes: 60 },
    ];
    const first = StationSet.from([{ id: 'a', position: [0, 51], hours: '09:00-17:00' }], {
      crs: 'wgs84',
      utcOffsetMinutes,
      holidays: null,
    });
    const again = StationSet.fromGeoJson(JSON.parse(JSON.stringify(first.toGeoJson())), {
      crs: 'wgs84',
    });
    const at = Date.UTC(2026, 6, 1, 8, 30);
    expect(again.openingAt(again.get('a')!, at)).toEqual(first.openingAt(first.get('a')!, at));
    expect(first.openingAt(first.get('a')!, at).state).toBe('open');
    expect(first.openingAt(first.get('a')!, Date.UTC(2026, 0, 1, 8, 30)).state).toBe('closed');
  });

  it.each([Number.NaN, 1000, 'Asia/Shanghai', [], [{ minutes: 'x' }]])('refuses %j', (offset) => {
    const options = { crs: 'wgs84', utcOffsetMinutes: offset as never } as const;
    expect(() => StationSet.from([], options)).toThrow('whole minutes from -840 to 840');
  });

  it('refuses holidays that are no days', () => {
    const holidays = { ...chinaHolidays, publicHolidays: ['2026-02-30'] };
    expect(() => StationSet.from([], { crs: 'wgs84', holidays })).toThrow(
      'Invalid option holidays.publicHolidays: expected a list of days',
    );
  });
});

describe('openingAt() of a set', () => {
  it('refuses what is no station', () => {
    for (const station of [undefined, null, 'x', 5, {}]) {
      expect(() => set.openingAt(station as never, 1.8e12)).toThrow(InvalidOptionError);
      expect(() => set.describeOpening(station as never)).toThrow('expected a station of this set');
    }
  });
});

describe('along a route', () => {
  const route = Route.from(
    [
      [121.3, 31.2],
      [121.6, 31.2],
    ],
    { crs: 'wgs84' },
  );
  const at = (lng: number, hours: string): StationRecord => ({
    id: hours,
    position: [lng, 31.2003],
    hours,
  });
  const street = StationSet.from([at(121.4, '09:00-10:00'), at(121.5, '09:00-09:40,10:30-12:00')], {
    crs: 'wgs84',
  });
  const departAt = china('2026-11-23T09:00');

  it('judges every station when the rider comes by', () => {
    const hits = street.along(route, { departAt, speedKmh: 18 });
    for (const { aheadMeters, arriveAt, opening, station } of hits) {
      const expected = departAt + (aheadMeters / (18 / 3.6)) * 1000;
      expect(arriveAt!.getTime()).toBe(Math.floor(expected));
      expect(opening.state).toBe(stateOf(station, expected));
    }
    // 9.5 km are 32 minutes, 19 km 64.
    expect(hits.map((hit) => hit.opening.state)).toEqual(['open', 'closed']);
    expect(street.along(route, { departAt, speedKmh: 36 }).map((hit) => hit.opening.state)).toEqual(
      ['open', 'open'],
    );
  });

  it('leaves out what is closed on arrival, where that is asked for', () => {
    const ids = (options: object) => street.along(route, options).map((hit) => hit.station.id);
    expect(ids({ departAt })).toHaveLength(2);
    expect(ids({ departAt, openAt: 'arrival' })).toEqual(['09:00-10:00']);
    expect(ids({ departAt, openAt: departAt })).toEqual(['09:00-10:00']);
    expect(ids({ departAt, openFor: 0 })).toEqual(['09:00-10:00']);
    expect(ids({ departAt, openFor: 30 })).toEqual([]);
    // Having stood somewhere for half an hour.
    expect(ids({ departAt, stopMinutes: 30, openFor: 10 })).toEqual(['09:00-09:40,10:30-12:00']);
    expect(ids({ openAt: departAt })).toHaveLength(2);
    // From where the rider is, not from the start of the route.
    expect(ids({ departAt, fromMeters: 10_000, openFor: 0 })).toEqual(['09:00-09:40,10:30-12:00']);
  });

  it('sorts and limits what is left', () => {
    const options = { departAt, openAt: 'arrival', sort: 'detour', limit: 1 } as const;
    expect(street.along(route, options).map((hit) => hit.station.id)).toEqual(['09:00-10:00']);
  });

  it('has no time of arrival where nothing says how the rider goes', () => {
    for (const hit of street.along(route)) expect(hit).not.toHaveProperty('arriveAt');
  });

  it('refuses two times at once, and speeds that are none', () => {
    const along = (options: object) => () => street.along(route, options);
    expect(along({ departAt, openAt: departAt + 1 })).toThrow("expected 'arrival', or the instant");
    expect(along({ departAt, speedKmh: 0 })).toThrow('finite number of km/h');
    expect(along({ departAt: 'now' })).toThrow('Invalid option departAt');
    expect(along({ stopMinutes: -5 })).toThrow('Invalid option stopMinutes');
  });
});

describe('offers', () => {
  const clinic = StationSet.from(
    [
      {
        id: 'a',
        position: people,
        hours: 'Mo-Fr 09:00-17:00',
        offers: [
          {
            title: '义诊',
            service: 'medical',
            hours: 'We 13:00-16:00',
            from: '2026-11-01',
            until: '2026-11-25',
          },
          { title: '热姜茶', service: 'water', until: '2026-12-31' },
        ],
      },
      { id: 'b', position: people, services: ['medical'] },
      {
        id: 'c',
        position: people,
        status: 'suspended',
        offers: [{ title: '义诊', service: 'medical' }],
      },
      { id: 'd', position: people, offers: [{ title: '义诊', service: 'medical', hours: '周三' }] },
    ],
    { crs: 'wgs84' },
  );
  const ids = (filter: Filter) => clinic.nearest(people, filter).map((hit) => hit.station.id);

  it('are asked for by their service and their own hours', () => {
    const wednesday = china('2026-11-25T14:00');
    expect(ids({ offer: 'medical', openAt: wednesday, includeUnknown: false })).toEqual(['a']);
    expect(ids({ offer: 'medical', openAt: wednesday })).toEqual(['a', 'd']);
    expect(ids({ offer: 'medical', openAt: wednesday, openFor: 180 })).toEqual(['d']);
    expect(ids({ offer: 'medical', openAt: china('2026-11-24T14:00') })).toEqual(['d']);
    // Over since the 25th.
    expect(ids({ offer: 'medical', openAt: china('2026-12-02T14:00') })).toEqual(['d']);
    // Whenever the station is open, as long as it runs.
    expect(ids({ offer: 'water', openAt: china('2026-12-31T09:00') })).toEqual(['a']);
    expect(ids({ offer: 'water', openAt: china('2026-12-31T18:00') })).toEqual([]);
    expect(ids({ offer: 'water', openAt: china('2027-01-04T10:00') })).toEqual([]);
  });

  it('say when they run', () => {
    const openAt = china('2026-11-25T14:00');
    const [hit] = clinic.nearest(people, { offer: 'medical', openAt });
    expect(hit!.opening).toEqual({ state: 'open', until: new Date(china('2026-11-25T16:00')) });
  });

  it('are listed without a time until they are over', () => {
    expect(clinic.filter({ offer: 'haircut' })).toEqual([]);
    const later = StationSet.from(
      [
        {
          id: 'a',
          position: people,
          offers: [{ title: 'x', service: 'meals', from: '2150-01-01' }],
        },
        {
          id: 'b',
          position: people,
          offers: [{ title: 'x', service: 'meals', until: '2020-01-01' }],
        },
      ],
      { crs: 'wgs84' },
    );
    expect(idsOf(later.filter({ offer: 'meals' }))).toEqual(['a']);
  });

  it('end their nights after the last day, and begin none before the first', () => {
    const night = StationSet.from(
      [
        {
          id: 'a',
          position: people,
          hours: '24/7',
          offers: [
            {
              title: 'x',
              service: 'meals',
              hours: '20:00-02:00',
              from: '2026-11-22',
              until: '2026-11-23',
            },
          ],
        },
      ],
      { crs: 'wgs84' },
    );
    const state = (text: string) =>
      night.nearest(people, { offer: 'meals', openAt: china(text) })[0]?.opening;
    expect(state('2026-11-22T01:00')).toBeUndefined();
    expect(state('2026-11-23T01:00')!.state).toBe('open');
    expect(state('2026-11-23T23:30')!.until).toEqual(new Date(china('2026-11-24T02:00')));
    expect(state('2026-11-24T01:59')!.state).toBe('open');
    expect(state('2026-11-24T02:00')).toBeUndefined();
  });

  it('are one, where several of a service follow on each other', () => {
    const doctors = StationSet.from(
      [
        {
          id: 'a',
          position: people,
          offers: [
            { title: 'x', service: 'medical', hours: 'We 09:00-12:00; PH off' },
            {
              title: 'y',
              service: 'medical',
              hours: 'We 12:00-18:00 open "upstairs"',
              from: '2026-11-01',
            },
          ],
        },
      ],
      { crs: 'wgs84' },
    );
    const openAt = china('2026-11-25T11:30');
    const [hit] = doctors.nearest(people, { offer: 'medical', openAt, openFor: 60 });
    expect(hit!.opening).toEqual({ state: 'open', until: new Date(china('2026-11-25T18:00')) });
    const before = doctors.nearest(people, { offer: 'medical', openAt: china('2026-10-14T11:30') });
    expect(before[0]!.opening.until).toEqual(new Date(china('2026-10-14T12:00')));
  });

  it('are over or not when the rider sets out', () => {
    const [west, east] = [121.4, 121.5].map((lng): [number, number] => [lng, people.lat]);
    const route = Route.from([west!, east!], { crs: 'wgs84' });
    const along = (departAt: number) =>
      clinic.along(route, { departAt, offer: 'water' }).map((hit) => hit.station.id);
    expect(along(china('2026-12-30T10:00'))).toEqual(['a']);
    expect(along(china('2027-01-04T10:00'))).toEqual([]);
  });

  it('refuse what is no service', () => {
    expect(() => ids({ offer: 'medicla' as never })).toThrow('did you mean medical?');
  });
});
