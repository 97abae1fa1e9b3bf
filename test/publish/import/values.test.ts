import { describe, expect, it } from 'vitest';
import { cellText, isNothing } from '../../../src/publish/import/values/cell-text';
import { readCodeList, suggestWord } from '../../../src/publish/import/values/code-list';
import { readCoordinate } from '../../../src/publish/import/values/coordinate';
import { readCoordinatePair } from '../../../src/publish/import/values/coordinate-pair';
import { dayOrderOf, readDate } from '../../../src/publish/import/values/date';
import { DistrictNames } from '../../../src/publish/import/values/districts';
import { readPhones } from '../../../src/publish/import/values/phone';
import { readYesNo } from '../../../src/publish/import/values/yes-no';
import { wordLists } from '../../../src/publish/import/words/vocabularies';

/** One line for each case: what is written, then what is read. */
function table(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('→').map((part) => part.trim()) as [string, string]);
}

describe('cells that say nothing', () => {
  it.each([
    '',
    '/',
    '\\',
    '-',
    '--',
    '—',
    '无',
    '無',
    'N/A',
    'n/a',
    '#N/A',
    'null',
    'NULL',
    '暂无',
    '不详',
    'None',
  ])('%s', (text) => expect(isNothing(text)).toBe(true));
  it.each(['0', '无障碍', '有', 'no'])('but not %s', (text) => expect(isNothing(text)).toBe(false));

  it('numbers, dates and times become the text people see', () => {
    expect(cellText(13800000000)).toBe('13800000000');
    expect(cellText(310101000000000000)).toBe('310101000000000000');
    expect(cellText(0.1)).toBe('0.1');
    expect(cellText(new Date(Date.UTC(2025, 6, 1)))).toBe('2025-07-01');
    expect(cellText(new Date(Date.UTC(2025, 6, 1, 8, 30)))).toBe('2025-07-01 08:30');
    expect(cellText(new Date(Date.UTC(1899, 11, 30, 9, 0)))).toBe('09:00');
    expect(cellText(new Date(Date.UTC(1899, 11, 30, 23, 59, 59, 990)))).toBe('24:00');
    expect(cellText('\u3000\u200b 名称 \u00a0')).toBe('名称');
    expect(cellText(null)).toBe('');
  });
});

describe('coordinates', () => {
  const cases = table(`
    121.4737 → 121.4737 4
    -0.0117 → -0.0117 4
    121.4737° → 121.4737 4
    121.4737E → 121.4737 4 lng
    E121.4737 → 121.4737 4 lng
    东经121.4737° → 121.4737 4 lng
    北緯31.2304 → 31.2304 4 lat
    经度：121.4737 → 121.4737 4 lng
    121,4737 → 121.4737 4
    １２１．４７３７ → 121.4737 4
    31.2304 N → 31.2304 4 lat
    0.5W → -0.5 1 lng
    33.9S → -33.9 1 lat
    121°28'25.3"E → 121.4736944 5 lng
    121°28′25.3″ → 121.4736944 5
    121度28分25.3秒 → 121.4736944 5
    北纬31度13分49秒 → 31.2302778 4 lat
    121°28.5′ → 121.475 3
    121:28:25 → 121.4736111 4
    minus 2 ⁰ 58' 47.805 → -2.9799458 7
    2.89080 deg West → -2.8908 5 lng
    Long: 1.119 → 1.119 3 lng
    OS East: 445611 → 445611 0 lng
    -6.321⁰,0m → -6.321 3
    121473700 → 121473700 0
  `);
  it.each(cases)('%s', (written, read) => {
    const coordinate = readCoordinate(written)!;
    const value = Number(coordinate.value.toFixed(7));
    expect(
      [value, coordinate.decimals, coordinate.axis].filter((one) => one !== undefined).join(' '),
    ).toBe(read);
  });

  it.each(['', '详见地图', '121.47.37', '1 2', 'E', '--', '12:30', '9:00-17:00', 'abc121.4'])(
    'not %s',
    (text) => {
      expect(readCoordinate(text)).toBeUndefined();
    },
  );

  const pairs = table(`
    121.4737,31.2304 → 121.4737 31.2304
    121.4737，31.2304 → 121.4737 31.2304
    121.4737、31.2304 → 121.4737 31.2304
    121.4737 31.2304 → 121.4737 31.2304
    (121.4737, 31.2304) → 121.4737 31.2304
    [121.4737,31.2304] → 121.4737 31.2304
    POINT (121.4737 31.2304) → 121.4737 31.2304
    121,4737; 31,2304 → 121.4737 31.2304
    东经121.4737°，北纬31.2304° → 121.4737 31.2304
    121°28'25.3"E 31°13'49"N → 121.4736944 31.2302778
    121°28'25.3"E,31°13'49"N → 121.4736944 31.2302778
    {"lng":121.4737,"lat":31.2304} → 121.4737 31.2304
    31.2304/121.4737 → 31.2304 121.4737
  `);
  it.each(pairs)('both in %s', (written, read) => {
    const pair = readCoordinatePair(written)!;
    expect(pair.map(({ value }) => Number(value.toFixed(7))).join(' ')).toBe(read);
  });

  it('no pair in what is none', () => {
    for (const text of ['', '121.47', '上海市', '121.47,abc', '1,2,3,4']) {
      expect(readCoordinatePair(text)).toBeUndefined();
    }
  });
});

describe('dates', () => {
  const cases = table(`
    2025-07-01 → 2025-07-01
    2025/7/1 → 2025-07-01
    2025.7.1 → 2025-07-01
    2025年7月1日 → 2025-07-01
    2025年7月 → 2025-07-01
    2025-07 → 2025-07-01
    20250701 → 2025-07-01
    45839 → 2025-07-01
    2025-07-01 12:30:00 → 2025-07-01
    2025-07-01T12:30:00Z → 2025-07-01T12:30:00Z
    2025-07-01T12:30:00+08:00 → 2025-07-01T12:30:00+08:00
    15/03/2014 → 2014-03-15
    03/15/2014 → 2014-03-15
    05/05/2014 → 2014-05-05
    3 July 2025 → 2025-07-03
    July 3, 2025 → 2025-07-03
  `);
  it.each(cases)('%s', (written, read) => expect(readDate(written, undefined)).toBe(read));
  it.each(['2025-02-30', '2025-13-01', '04/05/2014', '昨天', '2025', '12345678', '99999'])(
    'not %s',
    (text) => {
      expect(readDate(text, undefined)).toBeUndefined();
    },
  );

  it('takes the order of day and month from the column', () => {
    expect(dayOrderOf(['04/05/2014', '15/03/2014'])).toBe('day-first');
    expect(dayOrderOf(['04/05/2014', '03/15/2014'])).toBe('month-first');
    expect(dayOrderOf(['15/03/2014', '03/15/2014'])).toBeUndefined();
    expect(dayOrderOf(['2014-05-04'])).toBeUndefined();
    expect(readDate('04/05/2014', 'day-first')).toBe('2014-05-04');
    expect(readDate('04/05/2014', 'month-first')).toBe('2014-04-05');
  });
});

describe('phones', () => {
  const cases = table(`
    13812345678 → 13812345678
    138 1234 5678 → 13812345678
    138-1234-5678 → 13812345678
    +86 13812345678 → 13812345678
    0086-13812345678 → 13812345678
    8613812345678 → 13812345678
    13812345678.0 → 13812345678
    1.3812345678E10 → 13812345678
    021-12345678 → 021-12345678
    021-62345678 → 021-62345678
    (021)62345678 → 021-62345678
    （021）62345678 → 021-62345678
    02162345678 → 021-62345678
    2162345678 → 021-62345678
    +86-21-62345678 → 021-62345678
    021—62345678 → 021-62345678
    021-62345678-801 → 021-62345678-801
    021-62345678转801 → 021-62345678-801
    0512-65123456 → 0512-65123456
    0571-8765432 → 0571-8765432
    62345678 → 62345678
    400-820-8820 → 400-820-8820
    4008208820 → 400-820-8820
    12345 → 12345
    95598 → 95598
    110 → 110
    12333 → 12333
    13812345678、021-62345678 → 13812345678; 021-62345678
    13812345678/13912345678 → 13812345678; 13912345678
    13812345678 13912345678 → 13812345678; 13912345678
    张三 13812345678 → 13812345678 +words
    +44 20 7946 0958 → +44 20 7946 0958
    1381234567 → x
    138123456789 → x
    01935 462462 → 01935 462462
    1.38E+10 → x
    无 → none
  `);
  it.each(cases)('%s', (written, read) => {
    const { phone, malformed, hasWords } = readPhones(written);
    const words = hasWords && phone !== undefined ? ' +words' : '';
    expect(
      phone === undefined ? (malformed === undefined ? 'none' : 'x') : `${phone}${words}`,
    ).toBe(read);
  });
});

describe('yes and no', () => {
  it.each([
    '是',
    '有',
    '√',
    '✓',
    '○',
    '1',
    'Y',
    'yes',
    'TRUE',
    '配备',
    '2台',
    '3 个',
    '有（2台）',
    '约20册',
    '已配备',
    '✔',
  ])('%s is yes', (text) => expect(readYesNo(text)).toBe(true));
  it.each([
    '否',
    '无',
    '無',
    '×',
    '✗',
    '0',
    'N',
    'no',
    'false',
    '未配备',
    '没有',
    '0台',
    '无（已拆）',
    'x',
    '不提供',
  ])('%s is no', (text) => expect(readYesNo(text)).toBe(false));
  it.each(['大厅', 'Within 50m', '冷热两用'])('%s is neither', (text) =>
    expect(readYesNo(text)).toBeUndefined(),
  );
});

describe('lists of services', () => {
  const cases = table(
    `
    空调、饮水机；微波炉 → aircon water microwave
    空调，饮水机,微波炉;卫生间 → aircon water microwave toilet
    空调/饮水机/WiFi → aircon water wifi
    1.空调 2.饮水机 3.微波炉 → aircon water microwave
    ①空调②饮水机③急救箱 → aircon water first-aid
    空调饮水机微波炉 → aircon water microwave
    空調、飲水機、微波爐、無線網絡 → aircon water microwave wifi
    充电（手机、电动车） → phone-charging vehicle-charging
    手机充电、电动车充电 → phone-charging vehicle-charging
    充电宝、换电柜 → phone-charging battery-swap
    饮水机（冷热） → water
    免费饮用水等 → water
    无线网络、无障碍卫生间 → wifi toilet
    无空调、有饮水机 → water
    24小时卫生间 → toilet
    ＷＩＦＩ、ＡＥＤ → wifi first-aid
    爱心药箱、雨伞、休息座椅 → first-aid umbrella rest
    法律咨询、理发、淋浴、母婴室 → legal-aid haircut shower mother-baby
    toilet;water, wifi → toilet water wifi
    Drinking water, phone charging & Wi-Fi → water phone-charging wifi
    x-foot-bath、空调 → x-foot-bath aircon
    空调
    电视机、空调 → aircon ?电视机
    steam → ?steam
  `.replace('    空调\n', '    空调 → aircon\n'),
  );
  it.each(cases)('%s', (written, read) => {
    const { codes, unknown } = readCodeList('services', written);
    expect([...codes, ...unknown.map((one) => `?${one}`)].join(' ')).toBe(read);
  });

  it('suggests the word that was meant', () => {
    expect(suggestWord(wordLists.services, '微波爐灶')).toBe('微波炉');
    expect(suggestWord(wordLists.services, '电视机')).toBeUndefined();
  });

  it('follows the mapping file', () => {
    const mapped = { 茶水角: 'water rest', 电视机: null };
    expect(readCodeList('services', '茶水角、电视机、空调', mapped)).toMatchObject({
      codes: ['water', 'rest', 'aircon'],
      unknown: [],
    });
  });

  it('knows who is welcome, and how one gets in', () => {
    const codes = (name: 'audiences' | 'access', text: string) =>
      readCodeList(name, text).codes.join(' ');
    expect(codes('audiences', '外卖骑手、快递员、网约车司机')).toBe(
      'food-rider courier ride-hailing-driver',
    );
    expect(codes('audiences', '外賣騎手')).toBe('food-rider');
    expect(codes('audiences', '户外劳动者')).toContain('sanitation');
    expect(codes('audiences', '新就业群体')).toBe('food-rider courier ride-hailing-driver trucker');
    expect(codes('audiences', '卡友、环卫工人、农民工')).toBe('trucker sanitation builder');
    expect(codes('access', '扫码进入或刷脸')).toBe('qr face');
    expect(codes('access', '无需验证，直接进入')).toBe('open');
    expect(codes('access', '无门禁')).toBe('open');
    expect(codes('access', '联系工作人员')).toBe('staff');
    expect(codes('access', '身份证/密码')).toBe('id-card pin');
  });

  it('tells the state of a station', () => {
    const status = (text: string) =>
      wordLists.statuses.exact(text)?.[0] ?? wordLists.statuses.scan(text).codes[0];
    expect(
      [
        '正常',
        '启用',
        '未启用',
        '暂停开放',
        '停用',
        '在建',
        '装修中',
        '已建成',
        '未建成',
        '不开放',
      ].map(status),
    ).toEqual([
      'active',
      'active',
      'planned',
      'suspended',
      'suspended',
      'planned',
      'suspended',
      'active',
      'planned',
      'suspended',
    ]);
  });
});

describe('districts', () => {
  const shanghai = new DistrictNames(['上海市黄浦区南京东路1号', '静安区']);
  const cases = table(`
    黄浦区 → 310101
    黄浦 → 310101
    黃浦區 → 310101
    上海市黄浦区 → 310101
    上海-黄浦区 → 310101
    310101 → 310101
    310101000000 → 310101
    310101007 → 310101
    普陀区 → 310107
    宝山 → 310113
    浦东新区 → 310115
    浦东 → 310115
    Huangpu → 310101
    Jing'an District → 310106
    浙江省舟山市普陀区 → 330903
    黄浦区南京东路街道 → 310101
    310000 → none
    南京东路街道 → none
    上海市 → none
  `);
  it.each(cases)('%s', (written, read) => expect(shanghai.read(written).code ?? 'none').toBe(read));

  it('asks when several cities have the name, and nothing tells which', () => {
    expect(new DistrictNames([]).read('普陀区')).toEqual({ isAmbiguous: true });
    expect(new DistrictNames(['舟山市定海区']).read('普陀区')).toEqual({ code: '330903' });
    expect(new DistrictNames(['南京市玄武区']).read('鼓楼区')).toEqual({ code: '320106' });
  });

  it('is found in addresses and titles, but not in the names of roads', () => {
    expect(shanghai.inAddress('上海市徐汇区漕溪北路18号')).toBe('310104');
    expect(shanghai.inAddress('徐汇区漕溪北路18号')).toBe('310104');
    expect(shanghai.inAddress('漕溪北路18号')).toBeUndefined();
    expect(shanghai.inAddress('长宁路100号')).toBeUndefined();
    expect(shanghai.inTitle('2025年黄浦区户外职工驿站信息汇总表').code).toBe('310101');
    expect(shanghai.inTitle('黄浦区、静安区驿站').code).toBeUndefined();
    expect(shanghai.inTitle('驿站信息汇总表').code).toBeUndefined();
  });
});
