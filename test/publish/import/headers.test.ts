import { describe, expect, it } from 'vitest';
import { readColumnHeader } from '../../../src/publish/import/columns/by-header';

const table: Readonly<Record<string, string>> = {
  id: '编号|编码|站点编号|统一编码|驿站编号|ID|Station ID|id',
  name: '名称|站点名称|驿站名称|阵地名称|网点名称|*站点名称（必填）|站 点 名 称|1.驿站名称|驛站名稱|Name|Toilet Name|户外职工驿站名称',
  nameEn: '英文名|英文名称|Name (EN)|name_en',
  address: '地址|详细地址|具体位置|詳細地址|阵地详细地址|Address|Location|站点地址（XX路XX号）',
  lng: '经度|lng|lon|Longitude|X坐标|东经|經度|经度（东经）|*经度|Longitiude|Longtitude|gcj02_lng|高德经度|经度（GCJ02）|坐标/经度|X',
  lat: '纬度|lat|Latitude|Y坐标|北纬|緯度|Lattitude|wgs84_lat|坐标/纬度|百度纬度',
  position: '经纬度|坐标|经纬度（高德）|GPS坐标|地理坐标|location coordinates|coordinates|geometry',
  district: '区|区县|行政区|所属区|所在区|District|行政區|所属区（县）|区划代码',
  hours:
    '服务时间|开放时间|营业时间|开放时段|服务时间（请写明）|Opening Hours|opening_hours|開放時間|驿站开放时间',
  opens: 'Open|开门时间|开始时间|Opening Time|开放开始时间',
  closes: 'Closed|关门时间|结束时间|Closing time',
  days: 'Days of the Week open|开放日|days',
  phone: '联系电话|电话|联系方式|聯繫電話|负责人电话|联系人及电话|Tel.|Phone|服务热线',
  kind: '类型|类别|阵地类型|站点类型|Type|Kind',
  audiences: '服务对象|面向人群|Audiences',
  services: '服务项目|服务内容|设施设备|配套设施|服務項目|Facilities|可提供服务（多选）',
  host: '主管单位|建设单位|运营单位|Operator|Provider|所属单位名称',
  capacity: '容纳人数|座位数|可容纳人数（人）|Seats',
  beds: '床位|床位数',
  status: '状态|是否启用|运营状态|Status',
  updatedAt: '更新时间|更新日期|Updated',
  verifiedAt: '核验时间|核验日期|最近核验时间|Verified',
  access: '进入方式|开门方式|Access',
  'running-number': '序号|No.|#|序 号',
  'service:water': '饮水机|有无饮水机|是否有饮水机|饮水机（台）|饮水机数量|直饮水|飲水機',
  'service:microwave': '微波炉|是否配备微波炉|微波爐|设施/微波炉',
  'service:aircon': '空调|空調|冷暖空调',
  'service:toilet': '厕所|卫生间|Male|Female|公厕|洗手间',
  'service:phone-charging': '手机充电|充电|充电宝',
  'service:mother-baby': 'Baby Change|母婴室',
  'service:wifi': 'wifi|WiFi|WIFI|无线网络',
  'service:parking': 'Car Parking',
  'always-open': '24小时开放|是否24小时|24 hours',
  '': '联系人|负责人|备注|开业时间|建成时间|街道|所属街镇|面积（平方米）|Eastings|Northings|Postcode|邮编|填报时间|身份证号|统一社会信用代码||Cost|Attendant|联系人姓名',
};

describe('a column is told by its header', () => {
  for (const [field, headers] of Object.entries(table)) {
    for (const header of headers.split('|')) {
      it(`${header} is ${field || 'kept'}`, () => {
        expect(readColumnHeader(header).field ?? '').toBe(field);
      });
    }
  }

  it('names the CRS that a header states', () => {
    const crs = (header: string) => readColumnHeader(header).crs;
    expect(crs('经度（GCJ-02）')).toBe('gcj02');
    expect(crs('高德经度')).toBe('gcj02');
    expect(crs('bd09_lat')).toBe('bd09');
    expect(crs('百度坐标')).toBe('bd09');
    expect(crs('WGS84经度')).toBe('wgs84');
    expect(crs('经度(CGCS2000)')).toBe('wgs84');
    expect(crs('经度')).toBeUndefined();
    expect(crs('高德ID')).toBeUndefined();
  });
});
