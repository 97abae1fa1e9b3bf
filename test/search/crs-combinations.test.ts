import { describe, expect, it } from 'vitest';
import { type Crs, convert, type LngLat, Route, StationSet } from '../../src/core';
import { anyCrs, gcoordTransform } from '../support/mainland';
import { Random } from '../support/random';

/* The same city, whatever its dataset is in and whatever the app speaks: the same stations and distances. */

const services = ['toilet', 'water', 'phone-charging'] as const;

function city(seed: number) {
  const random = new Random(seed);
  return Array.from({ length: 2_000 }, (_, i) => ({
    id: `s${i}`,
    wgs84: { lng: random.between(121.3, 121.6), lat: random.between(31.1, 31.35) },
    services: random.some(services, 2),
  }));
}

/** By gcoord, so that a fault of ours cannot cancel itself out; forward only, where it is exact. */
function inCrs(place: LngLat, crs: Crs): LngLat {
  return crs === 'wgs84' ? place : gcoordTransform(place, 'wgs84', crs);
}

const stations = city(41);

function setOf(sourceCrs: Crs, crs: Crs): StationSet {
  const records = stations.map(({ wgs84, ...rest }) => ({
    ...rest,
    position: inCrs(wgs84, sourceCrs),
  }));
  return StationSet.from(records, { crs, sourceCrs });
}

const reference = setOf('wgs84', 'wgs84');
const random = new Random(42);
const riders = Array.from({ length: 200 }, () => ({
  lng: random.between(121.3, 121.6),
  lat: random.between(31.1, 31.35),
}));
const vertices = Array.from({ length: 30 }, (_, i) => ({
  lng: 121.32 + i * 0.009,
  lat: 31.2 + random.between(-0.02, 0.02),
}));
const closeMeters = 0.05;

describe.each(anyCrs.flatMap((data) => anyCrs.map((app) => [data, app] as const)))(
  'a dataset in %s, an app in %s',
  (data, app) => {
    const set = setOf(data, app);

    it('has its stations where they are', () => {
      for (const { id, wgs84 } of stations) {
        const { lng, lat } = set.get(id)!.position;
        const expected = inCrs(wgs84, app);
        expect(Math.abs(lng - expected.lng)).toBeLessThan(1e-8);
        expect(Math.abs(lat - expected.lat)).toBeLessThan(1e-8);
      }
    });

    it('finds the same nearest stations, as far away', () => {
      for (const rider of riders) {
        const options = { limit: 10, services: ['toilet'] as const };
        const expected = reference.nearest(rider, options);
        const hits = set.nearest(inCrs(rider, app), options);
        expect(hits.map((hit) => hit.station.id)).toEqual(expected.map((hit) => hit.station.id));
        hits.forEach((hit, i) => {
          expect(Math.abs(hit.distanceMeters - expected[i]!.distanceMeters)).toBeLessThan(
            closeMeters,
          );
        });
      }
    });

    it('finds the same stations along a route, which may be in a third system', () => {
      const expected = reference.along(Route.from(vertices, { crs: 'wgs84' }));
      expect(expected.length).toBeGreaterThan(50);
      for (const crs of anyCrs) {
        const route = Route.from(
          vertices.map((vertex) => inCrs(vertex, crs)),
          { crs },
        );
        const hits = set.along(route);
        expect(hits.map((hit) => hit.station.id)).toEqual(expected.map((hit) => hit.station.id));
        hits.forEach((hit, i) => {
          const { alongMeters, offsetMeters, joinAt } = expected[i]!;
          expect(Math.abs(hit.alongMeters - alongMeters)).toBeLessThan(closeMeters);
          expect(Math.abs(hit.offsetMeters - offsetMeters)).toBeLessThan(closeMeters);
          const back = convert(hit.joinAt, app, 'wgs84');
          expect(Math.abs(back.lng - joinAt.lng)).toBeLessThan(1e-6);
          expect(Math.abs(back.lat - joinAt.lat)).toBeLessThan(1e-6);
        });
      }
    });

    it('leads to the same place', () => {
      for (const { id, wgs84 } of stations.slice(0, 20)) {
        const links = set.navigationLinks(set.get(id)!, { platform: 'android', tencentKey: 'K' });
        for (const link of links) {
          const expected = inCrs(wgs84, link.crs);
          const decimals = decodeURIComponent(link.url)
            .match(/\d+\.\d{6}/g)!
            .map(Number);
          // Which comes first is each app's own; the golden tests have that.
          for (const degrees of [expected.lng, expected.lat]) {
            const nearest = Math.min(...decimals.map((one) => Math.abs(one - degrees)));
            expect(nearest, link.url).toBeLessThan(1.1e-6);
          }
        }
      }
    });
  },
);
