/** A code's words in both languages, and the name of the icon that stands for it (all of ours have one). */
export interface Term {
  readonly zh: string;
  readonly en: string;
  /** An icon's name, for an app's own icon set. */
  readonly icon?: string;
}

const term = (zh: string, en: string, icon: string): Required<Term> =>
  Object.freeze({ zh, en, icon });

/** What a station offers 服务. */
export const services = {
  water: term('饮水', 'drinking water', 'water'),
  rest: term('休息', 'place to rest', 'seat'),
  aircon: term('空调', 'air conditioning', 'snowflake'),
  heating: term('取暖', 'heating', 'radiator'),
  microwave: term('微波炉', 'microwave', 'microwave'),
  fridge: term('冰箱', 'fridge', 'fridge'),
  'phone-charging': term('手机充电', 'phone charging', 'phone-charging'),
  wifi: term('无线网络', 'Wi-Fi', 'wifi'),
  toilet: term('厕所', 'toilet', 'toilet'),
  'first-aid': term('急救药箱', 'first aid', 'first-aid'),
  medical: term('医疗', 'medical care', 'stethoscope'),
  umbrella: term('雨伞', 'umbrella', 'umbrella'),
  reading: term('阅读', 'reading', 'book'),
  meals: term('用餐', 'meals', 'meal'),
  'legal-aid': term('法律援助', 'legal aid', 'scales'),
  'job-guidance': term('就业指导', 'job guidance', 'briefcase'),
  haircut: term('理发', 'haircut', 'scissors'),
  shower: term('淋浴', 'shower', 'shower'),
  laundry: term('洗衣', 'laundry', 'laundry'),
  'vehicle-charging': term('车辆充电', 'vehicle charging', 'plug'),
  'battery-swap': term('换电', 'battery swap', 'battery'),
  'vehicle-repair': term('车辆维修', 'vehicle repair', 'wrench'),
  parking: term('停车', 'parking', 'parking'),
  'parcel-handover': term('包裹交接', 'parcel handover', 'parcel'),
  'mother-baby': term('母婴室', 'mother and baby room', 'baby'),
  housing: term('住宿', 'housing', 'bed'),
  volunteering: term('志愿服务', 'volunteering', 'heart'),
} as const satisfies Record<string, Term>;

/** Who is welcome 服务对象. A station that lists none welcomes everyone. */
export const audiences = {
  'food-rider': term('外卖骑手', 'food riders', 'scooter'),
  courier: term('快递员', 'couriers', 'parcel'),
  'ride-hailing-driver': term('网约车司机', 'ride-hailing drivers', 'car'),
  'taxi-driver': term('出租车司机', 'taxi drivers', 'taxi'),
  trucker: term('货车司机', 'truckers', 'truck'),
  builder: term('建筑工人', 'builders', 'hard-hat'),
  sanitation: term('环卫工人', 'sanitation workers', 'broom'),
  public: term('市民', 'the public', 'people'),
} as const satisfies Record<string, Term>;

/** How one gets in 进入方式. */
export const access = {
  open: term('直接进入', 'walk in', 'door-open'),
  staff: term('找工作人员', 'ask the staff', 'person'),
  qr: term('扫码', 'scan a QR code', 'qr'),
  app: term('用应用开门', 'open with an app', 'phone'),
  face: term('刷脸', 'face recognition', 'face'),
  'id-card': term('刷身份证', 'identity card', 'id-card'),
  pin: term('输密码', 'PIN code', 'keypad'),
} as const satisfies Record<string, Term>;

/** What sort of place it is 类型. */
export const kinds = {
  'party-mass-centre': term('党群服务中心', 'party-mass service centre', 'flag'),
  'courier-home': term('暖蜂爱心之家', 'courier home', 'bee'),
  'union-station': term('工会驿站/爱心接力站', 'trade-union station', 'union'),
  'rider-station': term('骑手驿站', 'rider station', 'scooter'),
  'driver-home': term('司机之家', "drivers' home", 'car'),
  'trucker-stop': term('卡友驿站', 'trucker stop', 'truck'),
  'legal-point': term('法律服务点', 'legal service point', 'scales'),
  'friendly-community': term('友好社区', 'friendly community', 'houses'),
  'friendly-business': term('友好商圈/楼宇', 'friendly business district or building', 'building'),
  'friendly-park': term('友好园区', 'friendly industrial park', 'factory'),
  'scenic-venue': term('景区/场馆', 'scenic spot or venue', 'landmark'),
  merchant: term('友好商户', 'friendly merchant', 'shop'),
  lodging: term('建设者管理者之家', "builders' and managers' home", 'bed'),
  'parking-spot': term('临时停车点', 'temporary parking spot', 'parking'),
  'public-facility': term('公共设施', 'public facility', 'public'),
  other: term('其他', 'other', 'dot'),
} as const satisfies Record<string, Term>;

/** A code a dataset adds for itself, such as `x-foot-bath`. */
export type OwnCode = `x-${string}`;
export type Service = keyof typeof services | OwnCode;
export type Audience = keyof typeof audiences | OwnCode;
export type Access = keyof typeof access | OwnCode;
export type Kind = keyof typeof kinds | OwnCode;

/** Every vocabulary by name. */
export const vocabularies = Object.freeze({ services, audiences, access, kinds });
// A code added by accident would pass for one of ours.
Object.values(vocabularies).forEach(Object.freeze);
export type VocabularyName = keyof typeof vocabularies;

/** A dataset's own terms, by vocabulary and `x-…` code. */
export type OwnTerms = {
  readonly [name in VocabularyName]?: { readonly [code: OwnCode]: Term };
};

const ownCodePattern = /^x-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether `code` has the shape of a dataset's own code: `x-`, then lower-case words and digits. */
export function isOwnCode(code: string): code is OwnCode {
  return ownCodePattern.test(code);
}

/** Whether `code` may stand in this vocabulary: one of ours, or a dataset's own. */
export function isCode(vocabulary: VocabularyName, code: string): boolean {
  return hasKey(vocabularies[vocabulary], code) || isOwnCode(code);
}

/** Our codes of one vocabulary, in the order they are listed here. */
export function codesOf(vocabulary: VocabularyName): readonly string[] {
  return Object.keys(vocabularies[vocabulary]);
}

/**
 * A code's words. A dataset's own code without a label shows as itself.
 *
 * @param own the dataset's own terms: `set.terms`
 *
 * @example
 * labelOf('services', 'battery-swap', 'zh'); // '换电'
 */
export function labelOf(
  vocabulary: VocabularyName,
  code: string,
  locale: 'zh' | 'en',
  own?: OwnTerms,
): string {
  const ours = vocabularies[vocabulary] as Record<string, Term>;
  const theirs = own?.[vocabulary] as Record<string, Term> | undefined;
  if (hasKey(ours, code)) return ours[code]![locale];
  return theirs && hasKey(theirs, code) ? theirs[code]![locale] : code;
}

/** Own keys only: a code such as `constructor` is data, not a code. */
function hasKey(table: object, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(table, key);
}
