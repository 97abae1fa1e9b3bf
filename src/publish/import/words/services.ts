import type { WordTable } from './word-list';

/**
 * What sheets call our services. Longer words are found first, so that 电动车充电 is not taken for the
 * 充电 of a phone. Simplified and in lower case; other writings are folded before they are looked up.
 */
export const serviceWords: WordTable = {
  water:
    '饮水|饮用水|饮水机|直饮水|直饮水机|直饮机|热水|开水|温水|冷热水|热饮水|茶水|热茶|凉茶|姜茶|喝水|纯净水|矿泉水|桶装水|净水器|净水机|烧水壶|热水壶|热水器|电热水壶|保温桶|接水|加水|供水|水吧|饮料|water|drinking water|hot water|water dispenser|water fountain|water refill|tea',
  rest: '休息|歇脚|歇息|小憩|休憩|休息区|休息室|休息处|座椅|座位|桌椅|椅子|沙发|凳子|长凳|休闲桌椅|乘凉|纳凉|避暑|午休|躺椅|按摩椅|遮阳|遮风挡雨|避雨|rest|rest area|seats|seating|seat|chairs|sofa|bench|benches|lounge|resting',
  aircon:
    '空调|冷气|空调机|冷暖空调|空气调节|冷暖|降温|制冷|电扇|风扇|电风扇|aircon|air conditioning|air conditioner|air-conditioning|air con|a/c|cooling',
  heating: '取暖|暖气|供暖|采暖|取暖器|电暖器|暖风机|暖风|油汀|地暖|御寒|heating|heater',
  microwave:
    '微波炉|热饭|加热饭菜|餐食加热|饭菜加热|加热|热餐|热菜|光波炉|microwave|microwave oven',
  fridge: '冰箱|冰柜|冷藏|冷藏柜|冷柜|小冰箱|电冰箱|fridge|refrigerator',
  'phone-charging':
    '手机充电|充电|充电宝|共享充电宝|充电器|充电线|充电插座|手机充电器|手机快充|充电插口|多功能充电|插座|充电插排|插线板|排插|电源|电源插座|应急充电|便民充电|充电站点|usb|phone charging|phone charger|charging|mobile charging|charger|power bank|sockets|power outlet|power outlets|device charging',
  wifi: '无线网络|无线网|无线上网|wifi|wi-fi|wlan|免费wifi|无线|上网|网络|宽带|internet|internet access|wireless',
  toilet:
    '厕所|卫生间|洗手间|公厕|公共厕所|盥洗室|如厕|厕位|男厕|女厕|无障碍厕所|无障碍卫生间|第三卫生间|无性别厕所|公共卫生间|toilet|toilets|wc|restroom|restrooms|washroom|lavatory|bathroom|public toilet|male toilet|female toilet|disabled toilet|accessible toilet',
  'first-aid':
    '急救|急救箱|药箱|医药箱|爱心药箱|急救药箱|急救包|应急药箱|应急药品|常用药|药品|医药包|急救药品|药物|创可贴|aed|除颤仪|自动体外除颤器|防暑药品|防暑降温药品|first aid|first-aid|first aid kit|medicine|medicine box|medicine kit|defibrillator',
  medical:
    '医疗|医疗服务|义诊|体检|健康检查|健康体检|量血压|血压计|测血压|血压仪|血压测量|健康小屋|卫生室|看病|问诊|就医|诊疗|健康咨询|理疗|medical|clinic|health check|blood pressure',
  umbrella:
    '雨伞|借伞|爱心伞|爱心雨伞|共享雨伞|共享伞|便民伞|便民雨伞|雨具|雨衣|遮阳伞|umbrella|umbrellas|rain gear|raincoat',
  reading:
    '阅读|读书|看书|图书|书报|书籍|报刊|杂志|书架|书屋|阅览|阅览室|图书角|图书室|职工书屋|书吧|学习园地|报纸|books|reading|library|newspapers|magazines',
  meals:
    '用餐|就餐|餐饮|食堂|简餐|午餐|早餐|晚餐|盒饭|套餐|爱心餐|吃饭|热食|餐食|点心|优惠餐|平价餐|餐厅|助餐|骑手餐|司机餐|meals|meal|canteen|food|dining|lunch|restaurant',
  'legal-aid':
    '法律援助|法律咨询|法律服务|法律|维权|法务|普法|法律帮助|纠纷调解|调解|权益维护|权益保障|legal aid|legal advice|legal',
  'job-guidance':
    '就业|就业指导|就业服务|就业咨询|就业帮扶|求职|职业介绍|招聘|岗位推荐|技能培训|职业培训|技能提升|培训|job guidance|jobs|employment|job advice|career|training',
  haircut: '理发|剪发|美发|剪头发|义剪|haircut|haircuts|barber',
  shower: '淋浴|洗澡|沐浴|淋浴间|洗浴|浴室|冲凉|冲淋|shower|showers|bath',
  laundry: '洗衣|洗衣机|洗衣房|烘干|烘干机|洗涤|干衣|衣物烘干|laundry|washing machine|dryer',
  'vehicle-charging':
    '电动车充电|电瓶车充电|电动自行车充电|车辆充电|充电桩|充电柜|电瓶充电|电动车充电桩|电瓶车充电桩|电动汽车充电|新能源充电|非机动车充电|汽车充电|电池充电|充电车棚|快充站|充电站|两轮车充电|ebike charging|e-bike charging|vehicle charging|ev charging|scooter charging|charging station',
  'battery-swap':
    '换电|换电柜|电池更换|换电池|电池交换|换电站|智能换电柜|换电服务|battery swap|battery swapping|battery exchange|battery-swap',
  'vehicle-repair':
    '车辆维修|修车|维修|电动车维修|自行车维修|车辆检修|打气筒|充气|打气|充气泵|维修工具|工具箱|便民工具|便民工具箱|补胎|车辆保养|保养|车辆急修|vehicle repair|bike repair|repair|air pump|tyre pump|tools|tool kit',
  parking:
    '停车|停车位|停车场|停车棚|临时停车|非机动车停放|电动车停放|车位|车棚|车辆停放|停车区|货车停车|非机动车停车|parking|car parking|car park|bike parking|parking space|parking spaces',
  'parcel-handover':
    '包裹交接|快件交接|快递交接|快递柜|快递存放|寄存|物品寄存|储物柜|寄存柜|存包|存包柜|行李寄存|外卖柜|取餐柜|存物|物品存放|智能柜|快递驿站|代收快递|置物柜|parcel|parcel handover|lockers|locker|luggage storage|storage',
  'mother-baby':
    '母婴室|母婴|哺乳室|哺乳|母婴设施|妈咪小屋|爱心妈咪小屋|婴儿护理|育婴室|婴儿护理台|尿布台|母婴关爱室|baby change|baby changing|baby changing room|nursing room|changing table|breastfeeding|mother and baby|mother and baby room',
  housing:
    '住宿|宿舍|床位|过夜|公寓|租房|住房|青年公寓|housing|lodging|accommodation|dormitory|beds',
  volunteering: '志愿服务|志愿者|志愿|志愿者服务|公益服务|volunteering|volunteer|volunteers',
};
