import { describe, expect, it } from 'vitest';
import { removeScratch } from './book';
import { type ReadTable, readCsvText, told } from './read';

removeScratch();

const rows = ({ drafts }: ReadTable) =>
  drafts.map(({ record, position }) => ({ ...record, ...(position && { position }) }));

/** The sheets of offices that never spoke to each other. */
describe('a clerk’s sheet', () => {
  it('with a tick in a column for each service', async () => {
    const read = await readCsvText(
      `序号\t区\t街镇\t阵地名称\t阵地类型\t详细地址\t高德坐标\t开放时间\t是否24小时营业\t饮水\t空调\t充电\t微波炉\t卫生间\t其他服务\t联系人\t联系电话\t备注
1\t黄浦\t南京东路\t南京东路小哥驿站\t工会驿站\t南京东路100号\t121.484,31.235\t周一至周日8:30-17:30\t否\t√\t√\t√\t\t√\t雨伞、针线包\t张三\t63212345\t
2\t黄浦\t外滩\t外滩街道党群服务中心\t党群服务中心\t金陵东路1号\t121.49,31.23\t\t是\t√\t\t√\t\t\t/\t李四\t13800138000/021-63212345\t已迁
`,
    );
    expect(read.table.crs).toBe('gcj02');
    expect(rows(read)).toEqual([
      {
        name: '南京东路小哥驿站',
        kind: 'union-station',
        district: '310101',
        address: '南京东路100号',
        position: { lng: 121.484, lat: 31.235 },
        services: ['water', 'aircon', 'phone-charging', 'toilet', 'umbrella'],
        hours: '08:30-17:30',
        hoursText: '周一至周日8:30-17:30',
        phone: '63212345',
        extra: { 街镇: '南京东路', 其他服务: '雨伞、针线包', 联系人: '张三' },
      },
      {
        name: '外滩街道党群服务中心',
        kind: 'party-mass-centre',
        district: '310101',
        address: '金陵东路1号',
        position: { lng: 121.49, lat: 31.23 },
        services: ['water', 'phone-charging'],
        hours: '24/7',
        phone: '13800138000; 021-63212345',
        extra: { 街镇: '外滩', 联系人: '李四', 备注: '已迁' },
      },
    ]);
    expect(told(read)).toEqual(['unknown-service 其他服务: 针线包']);
  });

  it('with lists in every way of listing', async () => {
    const read = await readCsvText(
      `站点名称（全称）,所属区县,站点地址,站点经纬度（百度）,服务时段,服务对象,设施设备（可多选）,进入方式,可容纳人数（人）,是否启用,核实日期
徐家汇驿站,徐汇区,虹桥路1号,"121.444, 31.201",工作日 9:00—18:00；周末 10:00—16:00,快递小哥、外卖小哥、网约车司机,①饮水机②空调③手机充电④Wi-Fi⑤书报,刷脸或扫码,约20人,是,2025.06.30
龙华驿站,徐汇区,龙华路2号,"121.455, 31.175",8：00-20：00（法定节假日除外）,户外劳动者,"饮水机,空调,急救药箱,血压仪",敞开,15,暂停使用,45838
`,
    );
    expect(read.table.crs).toBe('bd09');
    expect(rows(read)).toMatchObject([
      {
        audiences: ['courier', 'food-rider', 'ride-hailing-driver'],
        services: ['water', 'aircon', 'phone-charging', 'wifi', 'reading'],
        access: ['face', 'qr'],
        capacity: 20,
        status: 'active',
        verifiedAt: '2025-06-30',
        hours: 'Mo-Fr 09:00-18:00; PH off; Sa,Su 10:00-16:00',
        position: { lng: 121.444, lat: 31.201 },
      },
      {
        services: ['water', 'aircon', 'first-aid', 'medical'],
        access: ['open'],
        capacity: 15,
        status: 'suspended',
        verifiedAt: '2025-06-30',
        hours: '08:00-20:00; PH off',
      },
    ]);
    expect(read.findings).toEqual([]);
  });

  it('in traditional characters, with decimal commas', async () => {
    const read = await readCsvText(
      `驛站編號;驛站名稱;行政區;地址;經度;緯度;開放時間;服務項目;聯絡電話
HP01;南京東路驛站;黃浦區;南京東路1號;121,4801;31,2363;週一至週五 08:00-20:00;飲水機、冷氣、充電插座、無線網路;021-63212345
`,
      { encoding: 'big5' },
    );
    expect(read.table.facts.encoding).toBe('big5');
    expect(rows(read)).toMatchObject([
      {
        id: 'HP01',
        name: '南京東路驛站',
        district: '310101',
        position: { lng: 121.4801, lat: 31.2363 },
        hours: 'Mo-Fr 08:00-20:00',
        services: ['water', 'aircon', 'phone-charging', 'wifi'],
        phone: '021-63212345',
      },
    ]);
  });

  it('in English', async () => {
    const read = await readCsvText(
      `Station ID,Station Name,Name (English),Lat.,Long.,Opening Times,Telephone,Facilities,WiFi?,Toilet (Y/N),Seats
SH-001,人民广场驿站,People's Square,31.2304 N,121.4737 E,Mon-Fri 9am-5pm; Sat 10am-2pm,+86 21 6321 2345,"Drinking water; phone charging; microwave",Y,N,12
`,
    );
    expect(rows(read)).toMatchObject([
      {
        id: 'SH-001',
        nameEn: "People's Square",
        position: { lng: 121.4737, lat: 31.2304 },
        hours: 'Mo-Fr 09:00-17:00; Sa 10:00-14:00',
        phone: '021-63212345',
        services: ['water', 'phone-charging', 'microwave', 'wifi'],
        capacity: 12,
      },
    ]);
  });

  it('of truck stops, with opening and closing time apart', async () => {
    const read = await readCsvText(
      `点位名称|点位地址|X|Y|运营状态|床位数|货车停车位|洗澡|热水|24小时营业|营业开始时间|营业结束时间
卡友之家A|G2高速服务区|121.123456|31.234567|正常营业|12|50|有|有|是||
司机之家B|沪太路|121.223456|31.334567|装修中|无|约30个|无|有|否|6:00|22:00
`,
    );
    expect(rows(read)).toMatchObject([
      {
        kind: 'trucker-stop',
        status: 'active',
        beds: 12,
        parking: { truck: 50 },
        services: ['shower', 'water'],
        hours: '24/7',
      },
      {
        kind: 'driver-home',
        status: 'suspended',
        parking: { truck: 30 },
        services: ['water'],
        hours: '06:00-22:00',
      },
    ]);
  });
});
