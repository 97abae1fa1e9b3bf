import type { OurKind } from './kinds';
import type { Place } from './places';
import type { Random } from './random';
import { wordsAt } from './words';

interface Naming {
  readonly names: readonly string[];
  readonly english: string;
  readonly hosts: readonly string[];
  readonly programmes: readonly string[];
}

const namings: Record<OurKind, Naming> = {
  'party-mass-centre': {
    names: [
      '{town}党群服务中心',
      '{road}党群服务站',
      '{estate}党群服务站',
      '{place}{estate}党群服务站',
      '{place}第{number}片区党群服务站',
    ],
    english: '{placeEn} Party-Mass Service Centre',
    hosts: ['{town}党群办', '{town}社区党建办', '{estate}居委会'],
    programmes: ['新就业群体友好阵地', '15分钟党群服务圈'],
  },
  'courier-home': {
    names: [
      '{place}暖蜂爱心之家',
      '{road}暖蜂爱心之家',
      '{estate}暖蜂爱心之家',
      '{road}快递小哥之家',
      '{estate}暖蜂驿站',
    ],
    english: '{placeEn} Courier Home',
    hosts: ['{town}', '{town}总工会', '{estate}物业服务处'],
    programmes: ['暖蜂爱心之家', '新就业群体友好阵地'],
  },
  'union-station': {
    names: [
      '{place}工会爱心接力站',
      '{road}工会爱心接力站',
      '{road}户外职工驿站',
      '{tower}工会驿站',
    ],
    english: '{placeEn} Trade-Union Station',
    hosts: ['{town}总工会', '{district}总工会', '{tower}工会联合会'],
    programmes: ['户外职工爱心接力站', '工会驿站'],
  },
  'rider-station': {
    names: [
      '{place}骑手驿站',
      '{road}骑手驿站',
      '{tower}骑手驿站',
      '{place}{tower}骑手驿站',
      '{road}骑手加油站',
    ],
    english: '{placeEn} Rider Station',
    hosts: ['{town}', '{town}总工会', '{tower}物业服务处'],
    programmes: ['骑手友好计划', '新就业群体友好阵地'],
  },
  'driver-home': {
    names: ['{place}司机之家', '{road}司机之家', '{road}出租车司机休息站'],
    english: "{placeEn} Drivers' Home",
    hosts: ['{district}交通运输工会', '{town}总工会'],
    programmes: ['司机之家'],
  },
  'trucker-stop': {
    names: ['{place}卡友驿站', '{road}卡友驿站', '{place}{park}卡友之家'],
    english: '{placeEn} Trucker Stop',
    hosts: ['{district}交通运输工会', '{place}{park}管委会'],
    programmes: ['卡友驿站'],
  },
  'legal-point': {
    names: [
      '{place}公共法律服务站',
      '{road}法律服务点',
      '{place}{estate}法律服务点',
      '{estate}法律服务点',
    ],
    english: '{placeEn} Legal Service Point',
    hosts: ['{district}司法局', '{town}司法所'],
    programmes: ['公共法律服务进社区'],
  },
  'friendly-community': {
    names: ['{estate}友好社区', '{place}{estate}友好社区', '{road}友好社区'],
    english: '{placeEn} Friendly Community',
    hosts: ['{estate}居委会', '{estate}物业服务处', '{town}'],
    programmes: ['骑手友好社区'],
  },
  'friendly-business': {
    names: ['{tower}友好楼宇', '{place}{tower}', '{road}友好商圈服务点'],
    english: '{placeEn} Friendly Business District',
    hosts: ['{tower}物业服务处', '{town}营商服务中心'],
    programmes: ['骑手友好商圈'],
  },
  'friendly-park': {
    names: ['{place}{park}友好园区', '{road}{park}骑手服务点', '{tower}{park}友好园区'],
    english: '{placeEn} Friendly Industrial Park',
    hosts: ['{place}{park}管委会', '{place}{park}工会'],
    programmes: ['骑手友好园区'],
  },
  'scenic-venue': {
    names: ['{place}{venue}', '{road}{venue}休息点'],
    english: '{placeEn} Visitor Point',
    hosts: ['{district}文化和旅游局', '{district}绿化和市容管理局'],
    programmes: ['城市共享空间'],
  },
  merchant: {
    names: ['{shop}（{road}店）', '{shop}（{place}店）'],
    english: '{placeEn} Friendly Merchant',
    hosts: ['{shop}'],
    programmes: ['骑手友好商户'],
  },
  lodging: {
    names: [
      '{place}建设者管理者之家',
      '{road}建设者管理者之家',
      '{estate}新时代城市建设者管理者之家',
    ],
    english: "{placeEn} Builders' and Managers' Home",
    hosts: ['{district}住房保障中心', '{district}房屋管理局'],
    programmes: ['新时代城市建设者管理者之家'],
  },
  'parking-spot': {
    names: ['{road}骑手临时停车点', '{tower}外卖临停点', '{estate}快递临停点'],
    english: '{placeEn} Temporary Parking Spot',
    hosts: ['{town}城运中心', '{tower}物业服务处'],
    programmes: ['骑手友好商圈'],
  },
  'public-facility': {
    names: ['{road}公共厕所', '{road}环卫道班房', '{place}便民服务亭'],
    english: '{placeEn} Public Facility',
    hosts: ['{district}绿化和市容管理局', '{town}城运中心'],
    programmes: ['城市共享空间'],
  },
  other: {
    names: ['{road}便民服务点', '{place}邻里汇', '{estate}爱心小屋'],
    english: '{placeEn} Service Point',
    hosts: ['{town}', '{estate}居委会'],
    programmes: ['城市共享空间'],
  },
};

/** What a station is called and who is behind it. Each may be missing, as in a real list. */
export interface Names {
  readonly name?: string;
  readonly nameEn?: string;
  readonly programme?: string;
  readonly host?: string;
}

/** @param seen the names given so far: a second one of the same name gets a number, as in real lists */
export function namesOf(
  kind: OurKind,
  place: Place,
  road: string,
  seen: Map<string, number>,
  random: Random,
): Names {
  const { names, english, hosts, programmes } = namings[kind];
  let fill = wordsAt(place, road, random);
  const draw = () => {
    fill = wordsAt(place, road, random);
    return fill(random.pick(names));
  };
  const named = !random.chance(0.04);
  return {
    ...(named && { name: unseen(draw, seen) }),
    ...(named && random.chance(0.3) && { nameEn: fill(english) }),
    ...(random.chance(0.55) && { programme: random.pick(programmes) }),
    ...(random.chance(0.6) && { host: fill(random.pick(hosts)) }),
  };
}

/** Draws again where a name is taken; where that keeps happening, the station gets a number. */
function unseen(draw: () => string, seen: Map<string, number>): string {
  let name = draw();
  for (let again = 0; again < 3 && seen.has(name); again++) name = draw();
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  return times === 1 ? name : `${name}${times}号点`;
}
