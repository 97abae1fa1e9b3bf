import { describe, expect, it } from 'vitest';
import { sampleCrs, sampleRecords } from '../../src/cli/sample';
import { type CorridorHit, type Filter, StationSet } from '../../src/core';
import { readFilter } from '../../src/search/filter';
import { PreparedFilters } from '../../src/search/prepared-filters';
import { expectNearestLikeBruteForce, placesPassing } from '../support/nearest-oracle';
import { Random } from '../support/random';
import { randomRoute } from '../support/random-routes';
import { passesFilter, randomFilter, randomPosition } from '../support/stations';

const sample = () => StationSet.from(sampleRecords(), { crs: 'gcj02', sourceCrs: sampleCrs });
const here = { lng: 121.47, lat: 31.23, spread: 0.3 };

/** Whether the set looks for this filter in a tree of its own by now. */
function isPrepared(set: StationSet, filter: Filter): boolean {
  return set['prepared'].plan(readFilter(filter)).tree !== set['index'].tree;
}

function askUntilPrepared(set: StationSet, filter: Filter): void {
  for (let i = 0; i < 1_000 && !isPrepared(set, filter); i++) {
    set.nearest(here, { limit: 100, ...filter });
  }
}

/** Few enough stations pass each of these. */
const rare: readonly Filter[] = [
  { services: ['toilet', 'shower'] },
  { services: ['medical'], audience: 'courier' },
  { districts: ['310101', '310104'] },
  { kinds: ['trucker-stop'] },
  { anyService: ['shower', 'laundry'], access: ['qr', 'face'] },
  { services: ['shower'], where: (station) => station.id.length % 2 === 0 },
];

describe('a filter asked again and again', () => {
  it('is answered like a brute force before and after it is prepared', () => {
    const random = new Random(151);
    const set = sample();
    for (const filter of rare) {
      const passing = placesPassing(set, filter);
      expect(isPrepared(set, filter)).toBe(false);
      for (let i = 0; i < 250; i++) {
        const options = { limit: random.int(1, 20), ...filter };
        expectNearestLikeBruteForce(set, randomPosition(random, here), options, passing);
      }
      expect(isPrepared(set, filter), JSON.stringify(filter)).toBe(true);
    }
  });

  it('is answered the same among more filters than are remembered, asked by turns', () => {
    const random = new Random(152);
    const set = sample();
    const questions = [...rare, ...Array.from({ length: 5 }, () => randomFilter(random))].map(
      (filter) => ({ filter, passing: placesPassing(set, filter) }),
    );
    for (let turn = 0; turn < 120; turn++) {
      const { filter, passing } = random.pick(questions);
      // Some turns are long enough to prepare it, most are not.
      for (let i = random.pick([1, 2, 5, 100]); i > 0; i--) {
        const options = { limit: random.int(0, 20), ...filter };
        expectNearestLikeBruteForce(set, randomPosition(random, here), options, passing);
      }
    }
  });

  it('is answered the same along routes', () => {
    const random = new Random(153);
    const set = sample();
    const brief = ({ station, alongMeters, offsetMeters }: CorridorHit) =>
      [station.id, alongMeters, offsetMeters].join();
    for (const filter of rare) {
      for (let i = 0; i < 40; i++) {
        if (i === 0 || i === 20) expect(isPrepared(set, filter)).toBe(i === 20);
        const route = randomRoute(random, { ...here, spread: 0.05 }, 'gcj02');
        const options = { widthMeters: 500, limit: random.pick([undefined, 5]) };
        // A filter that is nothing but a function is never prepared.
        const where = (station: Parameters<typeof passesFilter>[0]) =>
          passesFilter(station, filter);
        expect(set.along(route, { ...options, ...filter }).map(brief)).toEqual(
          set.along(route, { ...options, where }).map(brief),
        );
        if (i === 19) askUntilPrepared(set, filter);
      }
    }
  });

  it.each([
    ['kinds', ['trucker-stop'], 'other'],
    ['access', ['face'], 'open'],
    ['anyService', ['laundry'], 'water'],
    ['services', ['laundry'], 'water'],
    ['districts', ['310101'], '310115'],
  ] as const)(
    'is what it was when it was asked, whatever becomes of the list of %s',
    (name, list, other) => {
      const set = sample();
      const asked = { [name]: list } as Filter;
      const expected = set.nearest(here, asked);
      const reused: string[] = [...list];
      const paused = set.nearestFirst(here, { [name]: reused } as Filter);
      expect(paused.next().value).toEqual(expected[0]);
      set.nearest(here, { [name]: reused } as Filter);
      reused[0] = other;
      expect([...paused]).toEqual(expected.slice(1));
      askUntilPrepared(set, asked);
      expect(set.nearest(here, asked)).toEqual(expected);
    },
  );

  it('may have a where() that changes its mind', () => {
    const random = new Random(154);
    const set = sample();
    for (let i = 0; i < 300; i++) {
      const digit = String(random.int(0, 9));
      const filter: Filter = {
        services: ['shower'],
        where: ({ id }) => id.endsWith(digit),
      };
      expectNearestLikeBruteForce(set, here, { limit: 10, ...filter });
    }
    expect(isPrepared(set, { services: ['shower'] })).toBe(true);
  });
});

describe('PreparedFilters', () => {
  const index = sample()['index'];
  const plenty = 100 * index.tree.size;
  const pay = (prepared: PreparedFilters, filter: Filter) => {
    // The first payment shows how many match, the second pays for them.
    for (let i = 0; i < 2; i++) prepared.charge(prepared.plan(readFilter(filter)), plenty);
  };
  const isPaid = (prepared: PreparedFilters, filter: Filter) =>
    prepared.plan(readFilter(filter)).tree !== index.tree;

  it('prepares a filter once searches for it have cost as much, and not before', () => {
    const prepared = new PreparedFilters(index);
    const filter: Filter = { services: ['shower'] };
    const matching = sample()
      .filter()
      .filter((station) => passesFilter(station, filter)).length;
    // Passing over all, a quarter of a place each, and building, sixteen.
    const price = index.tree.size / 4 + 16 * matching;
    let visited = 0;
    while (!isPaid(prepared, filter)) {
      prepared.charge(prepared.plan(readFilter(filter)), 50);
      visited += 50;
      expect(visited).toBeLessThan(price + 100);
    }
    expect(visited).toBeGreaterThanOrEqual(price);
    const plan = prepared.plan(readFilter(filter));
    expect(plan.tree.size).toBe(matching);
    expect(plan.demand).toBeUndefined();
    expect(plan.accept).toBeUndefined();
  });

  it('knows services in another order, and where() apart, for the same', () => {
    const prepared = new PreparedFilters(index);
    pay(prepared, { services: ['toilet', 'shower'], audience: 'courier', where: () => false });
    expect(isPaid(prepared, { services: ['shower', 'toilet'], audience: 'courier' })).toBe(true);
    expect(isPaid(prepared, { audience: 'courier', services: ['shower', 'toilet'] })).toBe(true);
    expect(isPaid(prepared, { services: ['shower'], audience: 'courier' })).toBe(false);
    expect(isPaid(prepared, { services: ['shower', 'toilet'] })).toBe(false);
    expect(isPaid(prepared, { anyService: ['shower', 'toilet'], audience: 'courier' })).toBe(false);
  });

  it('knows lists in another order for the same', () => {
    const prepared = new PreparedFilters(index);
    const filter: Filter = {
      anyService: ['shower', 'laundry'],
      access: ['qr', 'face'],
      districts: ['310101', '310104'],
    };
    pay(prepared, filter);
    expect(
      isPaid(prepared, {
        anyService: ['laundry', 'shower'],
        access: ['face', 'qr'],
        districts: ['310104', '310101'],
      }),
    ).toBe(true);
  });

  it('prepares a filter once, also when searches that began before end after', () => {
    const prepared = new PreparedFilters(index);
    const plan = () => prepared.plan(readFilter({ services: ['shower'] }));
    const [before, forgotten] = [plan(), plan()];
    pay(prepared, { services: ['shower'] });
    const { tree } = plan();
    prepared.charge(before, plenty);
    expect(plan().tree).toBe(tree);
    for (const filter of rare.slice(1, 5)) pay(prepared, filter);
    prepared.charge(forgotten, plenty);
    expect(plan().tree).toBe(index.tree);
  });

  it('never prepares what more than a quarter have, nor what asks for nothing', () => {
    const prepared = new PreparedFilters(index);
    const common: Filter = { services: ['water'] };
    const share = placesPassing(sample(), common).stations.length / index.tree.size;
    expect(share).toBeGreaterThan(1 / 4);
    for (const filter of [common, {}, { where: () => false }]) {
      for (let i = 0; i < 10; i++) pay(prepared, filter);
      expect(isPaid(prepared, filter)).toBe(false);
    }
  });

  it('remembers four, and forgets what was not used for longest', () => {
    const prepared = new PreparedFilters(index);
    const filters = rare.slice(0, 5);
    for (const filter of filters.slice(0, 4)) pay(prepared, filter);
    expect(filters.slice(0, 4).every((filter) => isPaid(prepared, filter))).toBe(true);
    isPaid(prepared, filters[0]!);
    pay(prepared, filters[4]!);
    expect(isPaid(prepared, filters[0]!)).toBe(true);
    expect(isPaid(prepared, filters[4]!)).toBe(true);
    expect(isPaid(prepared, filters[1]!)).toBe(false);
  });
});
