import { bund, people, type StrangeSheet } from './strange-sheet';

/** Tables that are hard to see as tables, and columns that mislead. */
export const strangeLayouts: readonly StrangeSheet[] = [
  {
    what: 'a pair of columns that nobody filled in beside one that is',
    file: 'twice.csv',
    crs: 'gcj02',
    text: `驿站名称,lng,lat,经度,纬度
人民广场驿站,,,121.4737,31.2304
外滩驿站,,,"121.4901，",31.2405。
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
  },
  {
    what: 'the open data of Hong Kong, with a name in each language',
    file: 'hk.csv',
    text: `FID,NAME_TC,NAME_EN,ADDRESS_TC,LATITUDE,LONGITUDE,OPENING_HOURS
1,中環公廁,Central Toilet,中環德輔道中1號,22.2819,114.1582,24 hours
`,
    stations: [
      {
        name: '中環公廁',
        at: [114.1582, 22.2819],
        has: { nameEn: 'Central Toilet', address: '中環德輔道中1號', hours: '24/7' },
      },
    ],
  },
  {
    what: 'the open data of Taiwan',
    file: '公廁.csv',
    encoding: 'big5',
    text: `縣市,公廁名稱,地址,經度,緯度,特優級
臺北市,大安公園公廁,新生南路二段1號,121.5357,25.0300,優
`,
    stations: [{ name: '大安公園公廁', at: [121.5357, 25.03] }],
  },
  {
    what: 'areas, head counts and telephone numbers that look like degrees',
    file: '驿站.csv',
    crs: 'gcj02',
    text: `名称,建筑面积,覆盖人数,服务半径,联系电话,经度,纬度
人民广场驿站,121.50,31,31.25,63212345,121.4737,31.2304
外滩驿站,122.75,45,30.5,63212346,121.4901,31.2405
`,
    stations: [
      {
        name: '人民广场驿站',
        at: people,
        has: { phone: '63212345', extra: { 建筑面积: '121.50' } },
      },
      { name: '外滩驿站', at: bund, has: { phone: '63212346' } },
    ],
  },
  {
    what: 'areas before degrees without names for either',
    file: 'list.csv',
    crs: 'gcj02',
    text: `驿站名称,面积（㎡）,温度,GPS经,GPS纬
人民广场驿站,31.234,26.512,121.473700,31.230400
外滩驿站,45.120,26.498,121.490100,31.240500
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
  },
  {
    what: 'a header in row 15, below the letter that came with it',
    file: '上报.csv',
    encoding: 'gb18030',
    crs: 'gcj02',
    text: `关于报送户外职工驿站信息的函,,,
各街道总工会：,,,
${Array.from({ length: 11 }, (_, at) => `${at + 1}、请于本月底前报送，联系人：张三，电话：6321234${at % 10}。,,,\n`).join('')}附件：驿站信息表,,,
序号,名称,经度,纬度
1,人民广场驿站,121.4737,31.2304
2,外滩驿站,121.4901,31.2405
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
  },
  {
    what: 'no-break blanks and blanks without width around everything',
    file: 'blanks.csv',
    crs: 'gcj02',
    text: `\u00a0名称\u00a0,\u200b经度 , 纬度\u00a0,服务项目
\u00a0人民广场驿站\u00a0,121.4737\u00a0,\u200b31.2304,\u00a0空调\u00a0、\u00a0饮水机\u3000
`,
    stations: [{ name: '人民广场驿站', at: people, has: { services: ['aircon', 'water'] } }],
  },
  {
    what: 'line breaks, commas and quotes within quotes',
    file: 'quotes.csv',
    crs: 'gcj02',
    text: `名称,地址,经度,纬度
"人民广场驿站","人民大道200号
（""市府""旁，1楼）",121.4737,31.2304
`,
    stations: [
      { name: '人民广场驿站', at: people, has: { address: '人民大道200号 （"市府"旁，1楼）' } },
    ],
  },
  {
    what: 'rows shorter and longer than the header',
    file: 'ragged.csv',
    crs: 'gcj02',
    text: `名称,经度,纬度,电话,备注
人民广场驿站,121.4737,31.2304
外滩驿站,121.4901,31.2405,63212345,好,多出的,一格
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund, has: { phone: '63212345' } },
    ],
  },
  {
    what: 'markers for nothing in every column',
    file: 'null.csv',
    crs: 'gcj02',
    text: `名称,经度,纬度,电话,开放时间,服务项目,容纳人数
人民广场驿站,121.4737,31.2304,/,—,无,N/A
外滩驿站,null,null,0,NULL,None,-
豫园驿站,0,0,,,,
`,
    stations: [{ name: '人民广场驿站', at: people, has: { phone: undefined, hours: undefined } }],
    told: ['no-position 3'],
  },
  {
    what: 'a first line that names the separator',
    file: 'sep.csv',
    crs: 'gcj02',
    text: `sep=;
名称;经度;纬度;服务项目
人民广场驿站;121,4737;31,2304;空调，饮水机
`,
    stations: [{ name: '人民广场驿站', at: people, has: { services: ['aircon', 'water'] } }],
  },
  {
    what: 'tabs in a file called .xls',
    file: '导出.xls',
    encoding: 'gb18030',
    crs: 'gcj02',
    text: '名称\t经度\t纬度\r\n人民广场驿站\t121.4737\t31.2304\r\n',
    stations: [{ name: '人民广场驿站', at: people }],
  },
  {
    what: 'a link to a map instead of a position',
    file: 'links.csv',
    crs: 'gcj02',
    text: `名称,地图链接,经度,纬度
人民广场驿站,"https://uri.amap.com/marker?position=121.4737,31.2304",121.4737,31.2304
外滩驿站,"https://uri.amap.com/marker?position=121.4901,31.2405",,
`,
    stations: [{ name: '人民广场驿站', at: people }],
    told: ['no-position 3'],
  },
  {
    what: 'the header again on every page, totals between them',
    file: 'pages.csv',
    crs: 'gcj02',
    text: `序号,名称,经度,纬度
1,人民广场驿站,121.4737,31.2304
小计,1,,
序号,名称,经度,纬度
2,外滩驿站,121.4901,31.2405
小计,1,,
合计,2,,
填表人：张三,,,2026年11月24日
`,
    stations: [
      { name: '人民广场驿站', at: people },
      { name: '外滩驿站', at: bund },
    ],
    told: ['not-a-station 3', 'not-a-station 4', 'not-a-station 7'],
  },
  {
    what: 'a byte order mark twice, and a comma at the end of each row',
    file: 'bom.csv',
    crs: 'gcj02',
    text: '\ufeff\ufeff名称,经度,纬度,\n人民广场驿站,121.4737,31.2304,\n',
    stations: [{ name: '人民广场驿站', at: people }],
  },
  {
    what: 'UTF-16 of big-endian machines, and a header that begins like JSON',
    file: '驛站.csv',
    encoding: 'utf-16be',
    crs: 'gcj02',
    text: '驛站名稱,經度,緯度\n人民廣場驛站,121.4737,31.2304\n',
    stations: [{ name: '人民廣場驛站', at: people }],
  },
];
