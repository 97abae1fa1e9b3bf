import { describe, expect, it } from 'vitest';
import { type StationRecord, StationSet } from '../../src/core';
import { districtsOf } from '../../src/nearby/districts';
import { distanceText, hoursText, timeText } from '../../src/nearby/measures';
import type { Model } from '../../src/nearby/model';
import { noticesOf } from '../../src/nearby/notices';
import { viewOf } from '../../src/nearby/view';
import { fill, words } from '../../src/nearby/words';

/* What <yizhan-nearby> shows, as texts: no page is needed for that. */

const now = Date.parse('2026-11-24T07:40:00Z');
const square = { lng: 121.4737, lat: 31.2304 };

function station(
  id: string,
  metersNorth: number,
  more: Partial<StationRecord> = {},
): StationRecord {
  return {
    id,
    position: [square.lng, square.lat + metersNorth / 110_900],
    services: ['water'],
    ...more,
  };
}

function viewFor(records: readonly StationRecord[], more: Partial<Model> = {}) {
  return viewOf({
    set: StationSet.from(records, { crs: 'gcj02' }),
    place: { kind: 'here', position: square },
    route: undefined,
    services: [],
    openNow: true,
    audience: undefined,
    access: undefined,
    reachMeters: 3000,
    shown: 20,
    now,
    locale: 'zh',
    words: words.zh,
    ...more,
  });
}

describe('what the element shows', () => {
  it.each([
    ['24/7', 'open', '24小时营业'],
    ['Mo-Su 09:00-16:11', 'open', '营业中 · 16:11 打烊'],
    ['Mo-Su 09:00-16:10', 'soon', '即将打烊 (30 分钟)'],
    ['Mo-Su 09:00-15:41', 'soon', '即将打烊 (1 分钟)'],
    ['Mo-Su 15:41-18:00', 'closed', '15:41 开门'],
    ['', 'unknown', '时间未知'],
  ])('%s at 15:40 is %s', (hours, state, opening) => {
    const { rows, closed } = viewFor([station('a', 100, { hours })], { openNow: false });
    expect(rows[0]).toMatchObject({ state, opening });
    expect(closed).toBe(0);
    const isKept = viewFor([station('a', 100, { hours })]).rows.length === 1;
    expect(isKept).toBe(state !== 'closed');
  });

  it('leaves out what is planned or suspended, and who is not welcome', () => {
    const records = [
      station('planned', 10, { status: 'planned' }),
      station('suspended', 20, { status: 'suspended' }),
      station('truckers', 30, { audiences: ['trucker'] }),
      station('all', 40),
    ];
    const { rows } = viewFor(records, { audience: 'courier' });
    expect(rows.map((row) => row.station.id)).toEqual(['all']);
  });

  it('counts what each chip would leave, and shows none that leaves nothing', () => {
    const records = [
      station('a', 10, { services: ['water', 'toilet'] }),
      station('b', 20, { services: ['water', 'meals'] }),
      station('c', 30, { services: ['haircut'] }),
    ];
    const chips = viewFor(records, { services: ['toilet'] }).chips;
    expect(chips.map(({ service, count, isOn }) => [service, count, isOn])).toEqual([
      ['toilet', 1, true],
      ['water', 1, false],
    ]);
  });

  it('draws no more rows than it is asked for, of all that there are', () => {
    const many = Array.from({ length: 100 }, (_, i) => station(`s${i}`, 10 * i));
    const { rows, total } = viewFor(many, { shown: 20 });
    expect([rows.length, total]).toEqual([20, 100]);
    expect(rows[19]!.station.id).toBe('s19');
  });

  it('says what is nearest beyond of what was asked for, with its distance', () => {
    const records = [
      station('shut', 3500, { hours: 'Mo-Su 20:00-21:00' }),
      station('other', 4000, { name: '别的', services: ['toilet'] }),
      station('right', 5000, { name: '合适', services: ['haircut'] }),
    ];
    const { nothing } = viewFor(records, { services: ['haircut'] });
    expect(nothing!.text).toBe('3.0 公里内没有。最近的是合适，5.0 公里。');
    const farther = viewFor(records, { services: ['haircut'], reachMeters: nothing!.reachMeters! });
    expect(farther.rows.map((row) => row.name)).toEqual(['合适']);
    expect(viewFor(records, { services: ['meals'] }).nothing).toEqual({
      text: '没有符合条件的驿站。',
      reachMeters: undefined,
    });
  });

  it('says of offers only what is on, and when', () => {
    const offers = [
      { title: '义诊', hours: 'We 13:00-16:00' },
      { title: '最后一天', until: '2026-11-24' },
      { title: '过了', until: '2026-11-23' },
      { title: '还没到', from: '2026-11-25' },
    ];
    const { rows } = viewFor([station('a', 10, { offers })]);
    expect(rows[0]!.offers).toBe('活动：义诊 周三 13:00-16:00、最后一天');
  });

  it.each([
    [0, '0 米', '0 m'],
    [99.6, '100 米', '100 m'],
    [994, '990 米', '990 m'],
    [999.6, '1.0 公里', '1.0 km'],
    [9949, '9.9 公里', '9.9 km'],
    [9951, '10 公里', '10 km'],
  ])('%d m is %s', (meters, zh, en) => {
    expect([distanceText(meters, 'zh'), distanceText(meters, 'en')]).toEqual([zh, en]);
  });

  it('rounds minutes up, on foot where nobody starts a bike', () => {
    expect([0, 149, 150, 693, 3000].map((meters) => timeText(meters, words.zh))).toEqual([
      '步行约 1 分钟',
      '步行约 3 分钟',
      '骑车约 1 分钟',
      '骑车约 4 分钟',
      '骑车约 13 分钟',
    ]);
  });

  it('reads hours out in Chinese', () => {
    expect(hoursText('Mo-Fr,PH 11:00-13:30; Sa off', 'zh')).toBe(
      '周一-周五、节假日 11:00-13:30; 周六 休息',
    );
    expect(hoursText('Mo-Fr 11:00-13:30', 'en')).toBe('Mo-Fr 11:00-13:30');
  });

  it('names districts as their addresses do, and places them in the middle', () => {
    const at = (lng: number, district: string, address = ''): StationRecord => ({
      id: `${district}-${lng}`,
      position: [lng, 31],
      services: ['water'],
      district,
      address,
    });
    const records = [
      at(121.1, '310104', '上海市徐汇区某路1号'),
      at(121.2, '310104', '徐汇区某路2号'),
      at(121.9, '310104', '黄浦区某路3号'),
      at(120.9, '320583', '江苏省苏州市昆山市某路4号'),
      at(121.5, '310115'),
    ];
    expect(districtsOf(StationSet.from(records, { crs: 'gcj02' }))).toEqual([
      { code: '310104', name: '徐汇区', position: { lng: 121.2, lat: 31 } },
      { code: '310115', name: '310115', position: { lng: 121.5, lat: 31 } },
      { code: '320583', name: '昆山市', position: { lng: 120.9, lat: 31 } },
    ]);
  });

  it('says that a location is rough from more than 500 m on', () => {
    const said = (accuracy: number) =>
      noticesOf(undefined, {
        place: { kind: 'here', position: square, accuracy },
        locale: 'en',
      }).map(({ kind }) => kind);
    expect([said(500), said(501)]).toEqual([[], ['rough']]);
  });

  it('has the same words in both languages, with the same things to fill in', () => {
    const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(words.en).sort()).toEqual(Object.keys(words.zh).sort());
    for (const [name, text] of Object.entries(words.zh)) {
      expect(holes(words.en[name as keyof typeof words.en]), name).toEqual(holes(text));
    }
    expect(fill('{a} {b} {toString}', { a: '{b}', b: 1 })).toBe('{b} 1 {toString}');
  });
});
