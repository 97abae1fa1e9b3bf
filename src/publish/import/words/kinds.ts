import type { WordTable } from './word-list';

/** What sheets, and the names of stations, call the sorts of places. */
export const kindWords: WordTable = {
  'party-mass-centre':
    '党群服务中心|党群服务站|党群服务点|党群中心|党群驿站|党建服务中心|党建服务站|党员服务中心|党群阵地|党群|邻里中心|党建驿站|party-mass service centre|party-mass service center|party mass centre|party-mass centre',
  'courier-home':
    '暖蜂爱心之家|暖蜂驿站|暖蜂之家|暖蜂|暖新驿站|快递小哥之家|快递之家|快递员之家|courier home|couriers home',
  'union-station':
    '工会驿站|爱心接力站|户外职工爱心接力站|户外职工驿站|户外劳动者服务站点|户外劳动者服务站|户外劳动者驿站|户外职工爱心驿站|户外劳动者爱心驿站|职工驿站|工会服务站|工会爱心驿站|工会户外劳动者服务站点|劳动者驿站|劳动者港湾|职工之家|职工服务中心|工人驿站|环卫驿站|环卫工人休息点|环卫爱心驿站|爱心驿站|工会|union station|trade union station|trade-union station|union',
  'rider-station':
    '骑手驿站|小哥驿站|骑士驿站|骑手之家|小哥之家|外卖骑手驿站|骑手友好驿站|新就业群体驿站|新就业形态劳动者驿站|新就业群体服务站|暖心驿站|骑手服务站|小哥加油站|外卖小哥驿站|快递小哥驿站|友好驿站|rider station|riders station|rider home',
  'driver-home':
    "司机之家|司机驿站|网约车司机之家|网约车驿站|的士之家|出租车驿站|出租车司机之家|的哥驿站|driver home|drivers home|drivers' home|driver's home",
  'trucker-stop':
    '卡友驿站|卡友之家|货车司机之家|货车驿站|卡车司机之家|货车司机驿站|货运驿站|卡嫂之家|trucker stop|truck stop|truckers stop',
  'legal-point':
    '法律服务点|法律服务站|法律援助站|法律援助点|法律援助工作站|法律服务中心|法援|legal service point|legal point|legal',
  'friendly-community':
    '友好社区|友好小区|骑手友好社区|新就业群体友好社区|友好村居|friendly community',
  'friendly-business':
    '友好商圈|友好楼宇|友好商场|友好商务楼|骑手友好商圈|友好商务区|商圈|楼宇|friendly business|friendly business district|friendly building|friendly mall',
  'friendly-park':
    '友好园区|骑手友好园区|产业园区|工业园区|园区|friendly park|friendly industrial park',
  'scenic-venue':
    '景区|场馆|景点|文化馆|博物馆|图书馆|体育馆|公园|文体场馆|纪念馆|scenic venue|scenic spot|venue|museum|park',
  merchant:
    '友好商户|爱心商户|爱心商家|友好商家|友好门店|爱心门店|商户|商家|门店|友好餐厅|骑手友好商户|便利店|超市|银行网点|银行|加油站|药店|merchant|friendly merchant|shop|store|restaurant|cafe',
  lodging:
    '建设者管理者之家|新时代城市建设者管理者之家|建设者之家|青年公寓|人才公寓|宿舍型公寓|lodging|dormitory',
  'parking-spot':
    '临时停车点|临停点|临时停车位|外卖停车点|骑手停车点|停车点|停车场|parking spot|parking',
  'public-facility':
    '公共设施|公共厕所|公厕|便民服务点|便民服务站|便民驿站|便民服务中心|社区服务中心|社区事务受理服务中心|行政服务中心|城市驿站|市民驿站|城管驿站|警务站|public facility|public toilet|public toilets|public convenience|public conveniences|toilet|toilets|library|community centre',
  other: '其他|其它|其他类型|other|others',
};

/** Kinds as part of a name must say so themselves: 某某银行 alone may be anything. */
export const kindsInNames: ReadonlySet<string> = new Set([
  'party-mass-centre',
  'courier-home',
  'union-station',
  'rider-station',
  'driver-home',
  'trucker-stop',
  'legal-point',
  'friendly-community',
  'friendly-business',
  'friendly-park',
  'lodging',
  'parking-spot',
]);
