import type { WordTable } from './word-list';

/** What sheets call those who are welcome. */
export const audienceWords: WordTable = {
  'food-rider':
    '外卖骑手|骑手|外卖|外卖员|外卖小哥|外卖配送员|外卖送餐员|送餐员|配送员|网约配送员|网约送餐员|外送员|闪送员|饿了么|美团|小哥|骑士|rider|riders|food riders|food rider|delivery riders|delivery rider|food delivery',
  courier:
    '快递员|快递小哥|快递|快递从业人员|快递物流|邮递员|投递员|小哥|快递骑手|courier|couriers|parcel courier',
  'ride-hailing-driver':
    '网约车司机|网约车|网约车驾驶员|专车司机|滴滴司机|代驾|代驾司机|司机|ride-hailing drivers|ride-hailing driver|ride hailing|drivers',
  'taxi-driver':
    '出租车司机|出租车|的士司机|出租汽车司机|出租车驾驶员|的哥|司机|taxi drivers|taxi driver|taxi|drivers',
  trucker:
    '货车司机|卡车司机|卡友|货运司机|货车|大车司机|货运|长途司机|司机|物流司机|货拉拉|trucker|truckers|truck drivers|truck driver|drivers',
  builder:
    '建筑工人|建筑工|农民工|建设者|工地工人|务工人员|外来务工人员|施工人员|装修工|builder|builders|construction workers',
  sanitation:
    '环卫工人|环卫|环卫工|保洁员|清洁工|保洁|环卫职工|清扫工|园林绿化工人|sanitation|sanitation workers|street cleaners|cleaners',
  public:
    '市民|市民群众|群众|居民|公众|社会公众|所有人|所有人员|全体市民|不限|无限制|全体|全部|任何人|游客|社区居民|大众|路人|public|everyone|the public|anyone|all',
};

const mobile = ['food-rider', 'courier', 'ride-hailing-driver', 'trucker'];
const outdoor = [...mobile, 'taxi-driver', 'builder', 'sanitation'];

/** Words for several at once. 新就业形态劳动者 are those who work by app; 户外劳动者 all who work outdoors. */
export const audienceGroups: Readonly<Record<string, readonly string[]>> = {
  户外劳动者: outdoor,
  户外职工: outdoor,
  户外工作者: outdoor,
  户外作业人员: outdoor,
  户外工人: outdoor,
  一线职工: outdoor,
  劳动者: outdoor,
  'outdoor workers': outdoor,
  新就业群体: mobile,
  新就业形态劳动者: mobile,
  新就业形态群体: mobile,
  新就业形态从业人员: mobile,
  新就业形态: mobile,
  新业态从业人员: mobile,
  新业态: mobile,
  新业态劳动者: mobile,
  两新群体: mobile,
  平台从业者: mobile,
  灵活就业人员: mobile,
};
