/** What one office calls our codes: every word is one that sheets use. */
export type Words = Readonly<Record<string, string>>;

export const kindWords: Words = {
  ...{ 'party-mass-centre': '党群服务中心', 'courier-home': '暖蜂爱心之家' },
  ...{ 'union-station': '工会爱心接力站', 'rider-station': '骑手驿站', 'driver-home': '司机之家' },
  ...{ 'trucker-stop': '卡友驿站', 'legal-point': '法律服务点', 'friendly-community': '友好社区' },
  ...{ 'friendly-business': '友好商圈', 'friendly-park': '友好园区', 'scenic-venue': '景区场馆' },
  ...{ merchant: '友好商户', lodging: '建设者管理者之家', 'parking-spot': '临时停车点' },
  ...{ 'public-facility': '公共设施', other: '其他' },
};

export const serviceWords: Words = {
  ...{ water: '饮水', rest: '休息', aircon: '空调', heating: '取暖', microwave: '微波炉' },
  ...{ fridge: '冰箱', 'phone-charging': '手机充电', wifi: 'WiFi', toilet: '卫生间' },
  ...{ 'first-aid': '急救箱', medical: '量血压', umbrella: '雨伞', reading: '图书', meals: '就餐' },
  ...{ 'legal-aid': '法律咨询', 'job-guidance': '就业指导', haircut: '理发', shower: '淋浴' },
  ...{ laundry: '洗衣机', 'vehicle-charging': '电动车充电', 'battery-swap': '换电柜' },
  ...{ 'vehicle-repair': '车辆维修', parking: '停车', 'parcel-handover': '快递柜' },
  ...{ 'mother-baby': '母婴室', housing: '住宿', volunteering: '志愿服务' },
};

export const otherServiceWords: Words = {
  ...{ water: '饮水机', rest: '休息区', aircon: '冷暖空调', heating: '取暖器' },
  ...{ microwave: '微波炉加热', fridge: '冷藏冰箱', 'phone-charging': '充电插座' },
  ...{ wifi: '无线网络', toilet: '厕所', 'first-aid': '爱心药箱', medical: '健康体检' },
  ...{ umbrella: '爱心雨伞', reading: '书报阅览', meals: '简餐', 'legal-aid': '法律援助' },
  ...{ 'job-guidance': '就业服务', haircut: '义剪', shower: '洗澡', laundry: '洗衣' },
  ...{ 'vehicle-charging': '电瓶车充电', 'battery-swap': '换电', 'vehicle-repair': '修车' },
  ...{ parking: '停车位', 'parcel-handover': '物品寄存', 'mother-baby': '哺乳室' },
  ...{ housing: '床位', volunteering: '志愿者服务' },
};

const simplifiedTo: Words = {
  ...{ 饮: '飲', 调: '調', 炉: '爐', 冰: '冰', 机: '機', 电: '電', 卫: '衛', 间: '間', 书: '書' },
  ...{ 图: '圖', 务: '務', 业: '業', 导: '導', 发: '髮', 车: '車', 换: '換', 柜: '櫃', 维: '維' },
  ...{ 递: '遞', 婴: '嬰', 愿: '願', 压: '壓', 询: '詢' },
};

export const traditionalServiceWords: Words = Object.fromEntries(
  Object.entries(serviceWords).map(([code, word]) => [
    code,
    [...word].map((one) => simplifiedTo[one] ?? one).join(''),
  ]),
);

export const englishServiceWords: Words = {
  ...{ water: 'Drinking water', rest: 'Seating', aircon: 'Air conditioning', heating: 'Heating' },
  ...{ microwave: 'Microwave', fridge: 'Fridge', 'phone-charging': 'Phone charging' },
  ...{ wifi: 'Wi-Fi', toilet: 'Toilet', 'first-aid': 'First aid kit', medical: 'Health check' },
  ...{ umbrella: 'Umbrellas', reading: 'Books', meals: 'Meals', 'legal-aid': 'Legal advice' },
  ...{ 'job-guidance': 'Job guidance', haircut: 'Haircut', shower: 'Shower', laundry: 'Laundry' },
  ...{ 'vehicle-charging': 'E-bike charging', 'battery-swap': 'Battery swap' },
  ...{ 'vehicle-repair': 'Bike repair', parking: 'Parking', 'parcel-handover': 'Lockers' },
  ...{ 'mother-baby': 'Nursing room', housing: 'Accommodation', volunteering: 'Volunteering' },
};

export const accessWords: Words = {
  ...{ open: '直接进入', staff: '联系工作人员', qr: '扫码', app: '小程序', face: '刷脸' },
  ...{ 'id-card': '刷身份证', pin: '密码' },
};

export const englishAccessWords: Words = {
  ...{ open: 'Walk in', staff: 'Ask the staff', qr: 'Scan QR', app: 'Mobile app' },
  ...{ face: 'Face recognition', 'id-card': 'ID card', pin: 'PIN' },
};

export const audienceWords: Words = {
  ...{ 'food-rider': '外卖骑手', courier: '快递员', 'ride-hailing-driver': '网约车司机' },
  ...{ 'taxi-driver': '出租车司机', trucker: '货车司机', builder: '建筑工人' },
  ...{ sanitation: '环卫工人', public: '市民群众' },
};
