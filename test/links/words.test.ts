import { describe, expect, it } from 'vitest';
import {
  alipayLocation,
  InvalidOptionError,
  navigationLinks,
  shareText,
  telLink,
  UnknownCodeError,
  wechatLocation,
} from '../../src/core';
import { stationOf } from './station';

describe('telLink()', () => {
  it.each<[string, string | undefined]>([
    ['021-12345678', 'tel:02112345678'],
    ['021 6234 5678', 'tel:02162345678'],
    ['(0512) 6234567', 'tel:05126234567'],
    ['62345678', 'tel:62345678'],
    ['138 1234 5678', 'tel:13812345678'],
    ['138-1234-5678', 'tel:13812345678'],
    ['400-820-8820', 'tel:4008208820'],
    ['8008201234', 'tel:8008201234'],
    ['12345', 'tel:12345'],
    ['95598', 'tel:95598'],
    ['962222', 'tel:962222'],
    ['110', 'tel:110'],
    ['+86 21 6234 5678', 'tel:+862162345678'],
    ['+86 (0)21 6234 5678', 'tel:+862162345678'],
    ['+86-021-62345678', 'tel:+862162345678'],
    ['0086-21-62345678', 'tel:+862162345678'],
    ['86-21-62345678', 'tel:+862162345678'],
    ['+8613812345678', 'tel:+8613812345678'],
    ['+1 415 555 2671', 'tel:+14155552671'],
    ['021-12345678转801', 'tel:02112345678,801'],
    ['021-62345678-801', 'tel:02162345678,801'],
    ['+86-21-62345678-801', 'tel:+862162345678,801'],
    ['021-62345678 分机 801', 'tel:02162345678,801'],
    ['021-62345678 ext. 801', 'tel:02162345678,801'],
    ['021-62345678x801', 'tel:02162345678,801'],
    ['tel:021-62345678;ext=801', 'tel:02162345678,801'],
    ['４００－８２０－８８２０转３', 'tel:4008208820,3'],
    ['（021）６２３４５６７８', 'tel:02162345678'],
    ['021–62345678', 'tel:02162345678'],
    ['021-62345678/62345679', 'tel:02162345678'],
    ['13800138000、13900139000', 'tel:13800138000'],
    ['暂无；021-62345678', 'tel:02162345678'],
    ['电话：021-62345678', 'tel:02162345678'],
    ['王经理 13812345678（微信同号）', 'tel:13812345678'],
    ['24小时热线 400-820-8820', 'tel:4008208820'],
    ['周一至周五9:00-17:00 021-62345678', 'tel:02162345678'],
    ['021\u202e-62345678', 'tel:02162345678'],
    ['暂无', undefined],
    ['', undefined],
    ['24小时', undefined],
    ['1234567890123456789', undefined],
    ['*#06#', undefined],
    ['*121*13812345678#', undefined],
    ['javascript:alert(12345)', undefined],
    ['//evil13812345678.com', undefined],
    ['https://example.cn/12345', undefined],
    ['see 12345', undefined],
  ])('%s', (phone, link) => {
    expect(telLink({ phone })).toBe(link);
  });

  it('is quick on any length', () => {
    const start = performance.now();
    telLink({ phone: '0-'.repeat(1e6) });
    telLink({ phone: '+86 (0'.repeat(1e5) });
    expect(performance.now() - start).toBeLessThan(200);
  });

  it('has nothing for a station without a phone', () => {
    expect(telLink({})).toBeUndefined();
    expect(telLink({ phone: 110 as never })).toBeUndefined();
  });
});

describe('names', () => {
  const shown = (fields: object, locale?: 'zh' | 'en') =>
    wechatLocation(stationOf(fields), { crs: 'gcj02', locale }).name;

  it('are those of the language, else the other, else kind and address', () => {
    const both = { name: '暖蜂驿站', nameEn: 'Warm Bee' };
    expect([shown(both), shown(both, 'en')]).toEqual(['暖蜂驿站', 'Warm Bee']);
    expect(shown({ name: '暖蜂驿站' }, 'en')).toBe('暖蜂驿站');
    expect(shown({ nameEn: 'Warm Bee' })).toBe('Warm Bee');
    expect(shown({ kind: 'rider-station', address: '人民大道1号' })).toBe('骑手驿站 人民大道1号');
    expect(shown({ kind: 'rider-station' }, 'en')).toMatch(/rider/i);
    expect(shown({ name: '\u200b', kind: 'lodging' })).toBe('建设者管理者之家');
  });

  it('use the dataset’s own labels', () => {
    const station = stationOf({ kind: 'x-tent', address: '外滩' });
    const terms = { kinds: { 'x-tent': { zh: '帐篷', en: 'tent' } } } as const;
    expect(wechatLocation(station, { crs: 'gcj02', terms }).name).toBe('帐篷 外滩');
    const [link] = navigationLinks(station, { crs: 'gcj02', terms, locale: 'en' });
    expect(decodeURIComponent(link!.url)).toContain(',tent 外滩&');
  });

  it('are cut to 60 characters', () => {
    expect(shown({ name: '驿'.repeat(100) })).toBe(`${'驿'.repeat(59)}…`);
  });
});

describe('mini-programs', () => {
  const station = stationOf({ name: '暖蜂\n驿站', address: '人民大道1号' });

  it('get an argument object', () => {
    const place = { latitude: 31.232781, longitude: 121.475137, name: '暖蜂 驿站', scale: 18 };
    expect(wechatLocation(station, { crs: 'gcj02' })).toEqual({ ...place, address: '人民大道1号' });
    expect(alipayLocation(station, { crs: 'gcj02' })).toEqual({ ...place, address: '人民大道1号' });
  });

  it('get the name where Alipay needs an address and there is none', () => {
    const bare = stationOf({ name: '暖蜂驿站' });
    expect(wechatLocation(bare, { crs: 'gcj02' }).address).toBe('');
    expect(alipayLocation(bare, { crs: 'gcj02' }).address).toBe('暖蜂驿站');
  });

  it('refuse what they do not know', () => {
    expect(() => wechatLocation(station, {} as never)).toThrow(UnknownCodeError);
    expect(() => alipayLocation(station, { crs: 'gcj02', scale: 3 } as never)).toThrow(
      InvalidOptionError,
    );
  });
});

describe('shareText()', () => {
  const station = stationOf({
    name: '暖蜂驿站',
    address: '人民大道1号',
    directions: '地铁2号口\n右手第二间',
    hoursText: '周一至周五 9:00-17:00',
    phone: '021-62345678转801',
    status: 'suspended',
  });

  it('has a line for each thing known, and a map', () => {
    expect(shareText(station, { crs: 'gcj02', caller: 'rider' })).toBe(
      [
        '暖蜂驿站',
        '暂停开放',
        '地址：人民大道1号',
        '位置：地铁2号口 右手第二间',
        '开放时间：周一至周五 9:00-17:00',
        '电话：021-62345678转801',
        'https://uri.amap.com/marker?position=121.475137,31.232781&name=%E6%9A%96%E8%9C%82%E9%A9%BF%E7%AB%99' +
          '&src=rider&coordinate=gaode&callnative=1',
      ].join('\n'),
    );
  });

  it('speaks English', () => {
    const text = shareText(station, { crs: 'gcj02', locale: 'en' });
    expect(text.split('\n').slice(1, 3)).toEqual([
      'Closed until further notice',
      'Address: 人民大道1号',
    ]);
  });

  it('leaves out what is not known, and shows hours in syntax for want of words', () => {
    const bare = stationOf({ hours: 'Mo-Fr 09:00-17:00' });
    const lines = shareText(bare, { crs: 'gcj02' }).split('\n');
    expect(lines.slice(0, 2)).toEqual(['其他', '开放时间：Mo-Fr 09:00-17:00']);
    expect(lines).toHaveLength(3);
  });

  it('refuses what it does not know', () => {
    expect(() => shareText(station, { crs: 'gcj02', app: 'amap' } as never)).toThrow(
      InvalidOptionError,
    );
    expect(() => shareText(station, { crs: 'gcj02', caller: '' })).toThrow('not blank');
  });
});
