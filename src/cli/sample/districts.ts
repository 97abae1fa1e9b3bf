import { centralTowns } from './towns-central';
import { outerTowns } from './towns-outer';

/** A subdistrict 街道 or town 镇: where stations gather. */
export interface Town {
  readonly zh: string;
  readonly en: string;
  /** Its approximate centre, GCJ-02. */
  readonly lng: number;
  readonly lat: number;
  /** The standard deviation of its stations around the centre. */
  readonly spreadKm: number;
  /** Its part of the district's stations. */
  readonly weight: number;
  /** Streets that run there, in Chinese. */
  readonly roads: readonly string[];
}

/** One of the 16 districts of Shanghai. */
export interface District {
  /** Six digits, GB/T 2260. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What is built there: offices and shops in the centre, more plants and lorries further out. */
  readonly setting: 'central' | 'outer';
  /** Its part of the city's stations, after its residents and how densely they live. */
  readonly weight: number;
  readonly towns: readonly Town[];
}

const central = (
  code: string,
  zh: string,
  en: string,
  weight: number,
  towns: string,
): District => ({
  code,
  zh,
  en,
  setting: 'central',
  weight,
  towns: readTowns(towns),
});

const outer = (code: string, zh: string, en: string, weight: number, towns: string): District => ({
  ...central(code, zh, en, weight, towns),
  setting: 'outer',
});

/** The 16 districts in the order of their codes (GB/T 2260) with the towns that have stations. */
export function readDistricts(): readonly District[] {
  return [
    central('310101', '黄浦区', 'Huangpu', 330, centralTowns.huangpu),
    central('310104', '徐汇区', 'Xuhui', 430, centralTowns.xuhui),
    central('310105', '长宁区', 'Changning', 285, centralTowns.changning),
    central('310106', '静安区', "Jing'an", 390, centralTowns.jingan),
    central('310107', '普陀区', 'Putuo', 400, centralTowns.putuo),
    central('310109', '虹口区', 'Hongkou', 270, centralTowns.hongkou),
    central('310110', '杨浦区', 'Yangpu', 385, centralTowns.yangpu),
    outer('310112', '闵行区', 'Minhang', 810, outerTowns.minhang),
    outer('310113', '宝山区', 'Baoshan', 610, outerTowns.baoshan),
    outer('310114', '嘉定区', 'Jiading', 530, outerTowns.jiading),
    outer('310115', '浦东新区', 'Pudong', 1560, outerTowns.pudong),
    outer('310116', '金山区', 'Jinshan', 230, outerTowns.jinshan),
    outer('310117', '松江区', 'Songjiang', 560, outerTowns.songjiang),
    outer('310118', '青浦区', 'Qingpu', 400, outerTowns.qingpu),
    outer('310120', '奉贤区', 'Fengxian', 350, outerTowns.fengxian),
    outer('310151', '崇明区', 'Chongming', 155, outerTowns.chongming),
  ];
}

function readTowns(table: string): readonly Town[] {
  return table
    .trim()
    .split('\n')
    .map((row) => {
      const [zh, en, centre, spreadKm, weight, roads] = row.split(' | ') as TownRow;
      const [lng, lat] = centre.split(' ') as [string, string];
      return {
        zh,
        en,
        lng: Number(lng),
        lat: Number(lat),
        spreadKm: Number(spreadKm),
        weight: Number(weight),
        roads: roads.split(' '),
      };
    });
}

type TownRow = [
  zh: string,
  en: string,
  centre: string,
  spread: string,
  weight: string,
  roads: string,
];
