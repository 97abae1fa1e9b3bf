/** Characters that a condition, an exception or a time of the year can be written with. */
const telling =
  /[不非无未没除仅只限停闭关休止后前天日周月年季节假暂每晚早夜昼约视按遇若如果需须凭询雨雪定临变另以同随时点钟半轮值度末班公告准期间至到段隔双单学农历调整迁拆撤废坏筹建延障修\d]|内部|专用|专供|员工|预留/;

/** What holds none of these meanings, though it is written with those characters. */
const plain = [
  // What to bring or to show
  '(?:请|需|须)?(?:凭|持(?!续)|携带|带好?|自带|自备|出示)',
  // How many, how large
  '(?:约|可容纳|容纳|可坐|最多|共有?)?\\d{1,4} ?(?:余)?(?:人|位|个?座位?|平方米|平米|元|张|台|个?车位)',
  // Where in the house and in the street
  '(?:\\d{1,2}|[a-z]|[一二三四五六七八九十]{1,2}) ?(?:号楼|号门|号口|楼|层)',
  '(?<=[路街道巷弄村])\\d{1,5}弄?(?:\\d{1,4})?号',
  '公园|公司|公寓|公交|公路|公共|公益|天桥|天台|房间|半岛|大学|中学|小学|学校|门后',
];
const plainPattern = new RegExp(plain.join('|'), 'g');

const placeName =
  /(?:公园|广场|中心|大厦|商场|超市|书店|书房|图书馆|博物馆|美术馆|文化馆|体育馆|展览馆|纪念馆|医院|银行|支行|分行|网点|学校|大学|酒店|饭店|餐厅|食堂|社区|小区|街道|大厅|服务区|车站|地铁站|驿站|站点|[总分门]店|公司|大楼|之家)$/;

/** How to get in at night, where it is open at all hours. */
const nightNote =
  /^(?:夜间|夜里|夜晚|晚上|晚间|深夜|半夜|凌晨)(?:请|需要?|须|可|凭|要|按|刷|刷卡|门铃|按铃|敲门|扫码|身份证|从|由|走|后门|侧门|正门|自助|联系|保安|呼叫|开门|进入|入内|进出|进|有人值守|有灯|照明|有照明|安静|轻声|保持|勿|扰|大声|喧哗)+$/;

/** The parts of a note that are harmless though they look telling: from where to where each goes. */
export function plainParts(words: string): readonly (readonly [from: number, to: number])[] {
  return [...words.matchAll(plainPattern)].map(({ 0: part, index }) => [
    index,
    index + part.length,
  ]);
}

/** Whether words that were not understood, without their plain parts, speak of no time and no condition. */
export function isUntelling(words: string): boolean {
  return /^[\u4e00-\u9fff、 ]*$/.test(words) && !telling.test(words);
}

/** Whether this is the name of somewhere whose hours may follow. */
export function isPlaceName(words: string): boolean {
  return placeName.test(words);
}

export function isNightNote(words: string): boolean {
  return nightNote.test(words);
}
