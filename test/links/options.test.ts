import { describe, expect, it } from 'vitest';
import {
  InvalidOptionError,
  InvalidPositionError,
  isYizhanError,
  type LinkOptions,
  navigationLink,
  navigationLinks,
  UnknownCodeError,
} from '../../src/core';
import { stationOf, unchecked } from './station';

const station = stationOf({
  name: '人民广场驿站',
  providerIds: { amap: 'B00155', tencent: '1260', baidu: 'ab12' },
});

function links(options: Partial<LinkOptions>) {
  return navigationLinks(station, { crs: 'gcj02', ...options });
}

function query(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

describe('which links, in which order', () => {
  const names = (options: Partial<LinkOptions>) =>
    links(options).map(({ app, kind }) => `${app} ${kind}`);

  it('is pages alone when nothing is known', () => {
    expect(names({})).toEqual([
      'amap web',
      'petal web',
      'tencent web',
      'baidu web',
      'apple web',
      'google web',
    ]);
  });

  it('is the usual apps of a platform, Tencent’s only with a key', () => {
    expect(names({ platform: 'android' })).toEqual([
      'amap app',
      'amap web',
      'baidu app',
      'baidu web',
      'tencent web',
      'petal app',
      'petal web',
      'google web',
    ]);
    expect(names({ platform: 'android', tencentKey: 'KEY' })).toContain('tencent app');
    expect(names({ platform: 'ios', tencentKey: 'KEY' })).toEqual([
      'amap app',
      'amap web',
      'apple web',
      'baidu app',
      'baidu web',
      'tencent app',
      'tencent web',
      'google web',
    ]);
    expect(names({ platform: 'harmony' })).toEqual([
      'amap app',
      'amap web',
      'petal web',
      'baidu app',
      'baidu web',
      'tencent web',
    ]);
  });

  it('is the apps asked for, in their order, each once', () => {
    const app = ['baidu', 'amap', 'baidu'] as const;
    expect(names({ platform: 'ios', app })).toEqual([
      'baidu app',
      'baidu web',
      'amap app',
      'amap web',
    ]);
    expect(names({ app: [] })).toEqual([]);
    expect(names({ platform: 'ios', app: 'geo' })).toEqual([]);
    expect(navigationLink(station, { crs: 'gcj02', platform: 'ios', app: 'geo' })).toBeUndefined();
  });

  it('has the one link that the design promises', () => {
    const options = { app: 'amap', mode: 'ebike', platform: 'android', caller: 'my-app' } as const;
    expect(navigationLink(station, { crs: 'gcj02', ...options })).toMatchObject({
      app: 'amap',
      kind: 'app',
      mode: 'ebike',
      substituted: false,
    });
  });

  it('never opens car mode for a rider', () => {
    for (const platform of ['web', 'android', 'ios', 'harmony'] as const) {
      for (const mode of ['ebike', 'bike', 'walk'] as const) {
        const app = ['amap', 'tencent', 'baidu', 'petal', 'apple', 'google', 'geo'] as const;
        for (const from of [undefined, [121.47, 31.23] as const]) {
          for (const link of links({ platform, mode, app, from, tencentKey: 'KEY' })) {
            expect(['ebike', 'bike', 'walk', undefined]).toContain(link.mode);
            expect(link.url).not.toMatch(/driv|=car\b|\/navi\?|[?&]t=0/);
            expect(link.substituted).toBe(link.mode !== mode);
          }
        }
      }
    }
  });

  it('is frozen', () => {
    const [link] = links({});
    expect(Object.isFrozen(link) && Object.isFrozen(link!.dropped)).toBe(true);
  });
});

describe('place ids', () => {
  it.each<[LinkOptions['app'], LinkOptions['mode'], string]>([
    ['amap', 'walk', 'did=B00155'],
    ['amap', 'drive', 'poiid=B00155'],
    ['tencent', 'bike', 'touid=1260'],
    ['baidu', 'bike', 'destination_uid=ab12'],
  ])('%s %s', (app, mode, part) => {
    const [link] = links({ app, mode, platform: 'android', tencentKey: 'KEY' });
    expect(link!.url).toContain(part);
  });

  it('are left out when blank', () => {
    const blank = unchecked({ providerIds: { amap: ' ', baidu: null } });
    for (const app of ['amap', 'baidu'] as const) {
      const options = { crs: 'gcj02', app, mode: 'walk', platform: 'android' } as const;
      expect(navigationLink(blank, options)!.url).not.toMatch(/did|uid/);
    }
  });
});

describe('a start and places on the way', () => {
  const from = { position: [121.47, 31.23], name: '家' } as const;
  const via = [
    { position: { lng: 121.472, lat: 31.231 }, name: 'A|B' },
    [121.473, 31.232],
  ] as const;
  const only = (options: Partial<LinkOptions>) => {
    const [link] = links({ platform: 'android', tencentKey: 'KEY', from, via, ...options });
    return link!;
  };

  it('go to Amap as a plan, e-bike kept', () => {
    const { url, mode, dropped } = only({ app: 'amap' });
    expect([mode, dropped]).toEqual(['ebike', []]);
    expect(url).toMatch(/^amapuri:\/\/route\/plan\/\?/);
    expect(query(url)).toEqual({
      sourceApplication: 'yizhan',
      slat: '31.230000',
      slon: '121.470000',
      sname: '家',
      did: 'B00155',
      dlat: '31.232781',
      dlon: '121.475137',
      dname: '人民广场驿站',
      dev: '0',
      t: '3',
      rideType: 'elebike',
      vian: '2',
      vialons: '121.472000|121.473000',
      vialats: '31.231000|31.232000',
      vianames: 'A｜B|途经点2',
    });
    expect(only({ app: 'amap', platform: 'ios' }).url).toMatch(/^iosamap:\/\/path\?/);
  });

  it('go to Tencent’s app, each place closed by its separator', () => {
    const { url, dropped } = only({ app: 'tencent', locale: 'en' });
    expect(dropped).toEqual([]);
    expect(query(url)).toMatchObject({
      from: '家',
      fromcoord: '31.230000,121.470000',
      passes: 'name:A｜B;coord:31.231000,121.472000;|name:Stop 2;coord:31.232000,121.473000;',
    });
  });

  it('go to Baidu’s app in BD-09, places on the way by car', () => {
    const car = only({ app: 'baidu', mode: 'drive' });
    expect(car.dropped).toEqual([]);
    const { origin, viaPoints } = query(car.url);
    expect(origin).toBe('name:家|latlng:31.236005,121.476519');
    expect(JSON.parse(viaPoints!)).toEqual({
      viaPoints: [
        { name: 'A|B', lat: 31.236967, lng: 121.478529 },
        { name: '途经点2', lat: 31.237948, lng: 121.479534 },
      ],
    });
    const bike = only({ app: 'baidu', mode: 'bike' });
    expect(bike.dropped).toEqual(['via']);
    expect(bike.url).toBe(
      'bdapp://map/bikenavi?origin=31.236005,121.476519&destination=31.238689,121.481681' +
        '&destination_uid=ab12&coord_type=bd09ll&src=andr.yizhan.yizhan',
    );
    expect(only({ app: 'baidu', mode: 'bike', platform: 'ios' }).url).toMatch(
      /^baidumap:\/\/map\/direction\?origin=name:%E5%AE%B6%7Clatlng:.*&mode=riding&/,
    );
  });

  it('go to pages as far as these take them', () => {
    expect(only({ app: 'baidu', platform: 'web' })).toMatchObject({
      mode: 'walk',
      dropped: ['via'],
    });
    expect(only({ app: 'tencent', platform: 'web' })).toMatchObject({
      mode: 'walk',
      dropped: ['via'],
    });
    expect(only({ app: 'petal' })).toMatchObject({ mode: 'bike', dropped: ['via'] });
    const one = only({ app: 'amap', platform: 'web', mode: 'drive', via: [via[0]] });
    expect(one.dropped).toEqual([]);
    expect(query(one.url)).toMatchObject({
      from: '121.470000,31.230000,家',
      via: '121.472000,31.231000,A｜B',
    });
    expect(only({ app: 'amap', platform: 'web', mode: 'bike', via: [via[0]] }).dropped).toEqual([
      'via',
    ]);
  });

  it('go to Apple and Google', () => {
    expect(only({ app: 'apple' }).url).toBe(
      'https://maps.apple.com/directions?source=31.230000,121.470000&destination=31.232781,121.475137' +
        '&waypoint=31.231000,121.472000&waypoint=31.232000,121.473000&mode=cycling',
    );
    expect(query(only({ app: 'google' }).url)['waypoints']).toBe(
      '31.231000,121.472000|31.232000,121.473000',
    );
  });

  it('are all in a link or none, and what is not is said', () => {
    const many = Array.from({ length: 11 }, () => via[1]);
    expect(only({ app: 'amap', via: many })).toMatchObject({ dropped: ['via'] });
    expect(only({ app: 'amap', via: many }).url).not.toContain('via');
    expect(only({ app: 'amap', via: many.slice(1) })).toMatchObject({ dropped: [] });
    expect(only({ app: 'geo' }).dropped).toEqual(['from', 'via']);
    expect(only({ app: 'geo', from: undefined, via: [] }).dropped).toEqual([]);
  });
});

describe('who calls', () => {
  const source = (caller?: string) => query(links({ app: 'baidu', caller })[0]!.url)['src'];

  it('is told to each provider in its form', () => {
    expect(source()).toBe('webapp.yizhan.yizhan');
    expect(source('rider')).toBe('webapp.rider.rider');
    expect(source('acme.rider')).toBe('webapp.acme.rider');
    expect(query(links({ app: 'tencent' })[0]!.url)['referer']).toBe('yizhan');
  });
});

describe('options', () => {
  const refusal = (options: unknown, of: unknown = station) => {
    try {
      navigationLinks(of as never, options as never);
    } catch (error) {
      if (isYizhanError(error)) return error;
      throw error;
    }
    throw new Error('It was not refused');
  };

  it.each<[string, unknown, new (...args: never[]) => Error, string]>([
    ['no CRS', {}, UnknownCodeError, 'allowed: wgs84, gcj02, bd09'],
    ['a wrong CRS', { crs: 'gcj-02' }, UnknownCodeError, 'did you mean gcj02?'],
    ['a wrong app', { crs: 'gcj02', app: 'amaps' }, UnknownCodeError, 'did you mean amap?'],
    ['a wrong app in a list', { crs: 'gcj02', app: ['amap', 'waze'] }, UnknownCodeError, '"waze"'],
    ['a wrong mode', { crs: 'gcj02', mode: 'car' }, InvalidOptionError, 'one of ebike, bike'],
    ['a wrong platform', { crs: 'gcj02', platform: 'pc' }, InvalidOptionError, 'one of web'],
    ['a wrong language', { crs: 'gcj02', locale: 'fr' }, InvalidOptionError, 'one of zh, en'],
    ['a misspelt option', { crs: 'gcj02', platfrom: 'ios' }, InvalidOptionError, 'did you mean'],
    ['a blank caller', { crs: 'gcj02', caller: ' \n' }, InvalidOptionError, 'not blank'],
    ['a blank key', { crs: 'gcj02', tencentKey: '' }, InvalidOptionError, 'not blank'],
    ['via that is no list', { crs: 'gcj02', via: 'x' }, InvalidOptionError, 'array of positions'],
    ['a wrong start', { crs: 'gcj02', from: [31, 121] }, InvalidPositionError, 'Invalid from'],
    ['null for a start', { crs: 'gcj02', from: null }, InvalidPositionError, 'got null'],
    ['a wrong place', { crs: 'gcj02', via: [[0, 0], {}] }, InvalidPositionError, 'Invalid via[1]'],
    ['no options', undefined, InvalidOptionError, 'an object'],
    ['terms that are none', { crs: 'gcj02', terms: { x: {} } }, InvalidOptionError, 'vocabularies'],
  ])('refuses %s', (_, options, type, message) => {
    const error = refusal(options);
    expect(error).toBeInstanceOf(type);
    expect(error.message).toContain(message);
  });

  it('refuses what is no station', () => {
    expect(refusal({ crs: 'gcj02' }, 'a').message).toContain('as queries return it');
    expect(refusal({ crs: 'gcj02' }, {})).toBeInstanceOf(InvalidPositionError);
    expect(refusal({ crs: 'gcj02' }, { position: [31, 121] }).message).toContain(
      'Invalid position of the station',
    );
  });

  it('shows a record without a kind as other, and refuses a gap among places on the way', () => {
    const bare = { id: 'b', position: { lng: 121.47, lat: 31.23 } } as never;
    const [link] = navigationLinks(bare, { crs: 'gcj02', app: 'amap' });
    expect(decodeURIComponent(link!.url)).toContain('121.470000,31.230000,其他');
    // biome-ignore lint/suspicious/noSparseArray: that is what is tested
    const via = [, [121, 31]] as never;
    expect(() => navigationLinks(station, { crs: 'gcj02', via })).toThrow(InvalidPositionError);
  });

  it('takes undefined for not given', () => {
    const nothing = {
      app: undefined,
      mode: undefined,
      platform: undefined,
      caller: undefined,
      tencentKey: undefined,
      from: undefined,
      via: undefined,
      locale: undefined,
      terms: undefined,
    };
    expect(links(nothing)).toEqual(links({}));
  });
});
