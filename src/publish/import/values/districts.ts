import { areaList } from '@vant/area-data';
import { fold } from './fold';

/*
 * Names of districts and their codes (GB/T 2260). This is the only file that knows @vant/area-data.
 */

/** A district's code; none and `isAmbiguous` when several cities have one of that name. */
export interface DistrictReading {
  readonly code?: string | undefined;
  readonly isAmbiguous?: boolean;
}

/** 黄浦 stands for 黄浦区; what is left of a name must have two characters. */
const ending = /(?:自治县|自治旗|新区|区|县|市|旗)$/;

const nameByCode: ReadonlyMap<string, string> = new Map(Object.entries(areaList.county_list));
const byName = index(areaList.county_list, true);
const provinces = index(
  areaList.province_list,
  true,
  /(?:省|市|自治区|特别行政区|壮族|回族|维吾尔)+$/,
);
const cities = index(areaList.city_list, true, /(?:市|地区|盟|自治州)$/);
const longestName = 12;

/** Shanghai's districts in Latin letters; the country has no list of them that is free of doubles. */
const english: Readonly<Record<string, string>> = {
  huangpu: '310101',
  xuhui: '310104',
  changning: '310105',
  jingan: '310106',
  putuo: '310107',
  hongkou: '310109',
  yangpu: '310110',
  minhang: '310112',
  baoshan: '310113',
  jiading: '310114',
  pudong: '310115',
  pudongnew: '310115',
  pudongnewarea: '310115',
  jinshan: '310116',
  songjiang: '310117',
  qingpu: '310118',
  fengxian: '310120',
  chongming: '310151',
};

function index(
  list: Readonly<Record<string, string>>,
  withShort: boolean,
  short: RegExp = ending,
): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>();
  const add = (name: string, code: string) => codes.set(name, [...(codes.get(name) ?? []), code]);
  for (const [code, name] of Object.entries(list)) {
    add(name, code);
    const bare = name.replace(short, '');
    if (withShort && bare !== name && bare.length >= 2) add(bare, code);
  }
  return codes;
}

/** What the district of a code is called; `undefined` for a code of none. */
export function districtName(code: string): string | undefined {
  return nameByCode.get(code);
}

/** The area codes that a city shares with no other, by which its telephone numbers tell it: the first of its codes. */
const areaCodes: Readonly<Record<string, string>> = {
  ...{ '010': '1101', '021': '3101', '022': '1201', '023': '5001' },
};
const areaCode = /(?:^|\D)(0(?:10|2[123]))[-\s)]*[2-9]\d{7}(?!\d)/;

/** Whether a text has a telephone number of Beijing, Shanghai, Tianjin or Chongqing. */
export function hasAreaCode(text: string): boolean {
  return areaCode.test(text.normalize('NFKC'));
}

/**
 * Reads district names as one table writes them. Several cities may have a district of one name
 * (普陀区 is in Shanghai and in Zhoushan): then the city counts that the table's other texts name.
 */
export class DistrictNames {
  private readonly votes = new Map<string, number>();
  private readonly cache = new Map<string, DistrictReading>();

  /** @param texts of the table: titles, addresses, districts */
  constructor(texts: Iterable<string>) {
    for (const text of texts) this.vote(fold(text).slice(0, 60));
  }

  /** A name, with or without its province and city before it, or a code of 6, 9 or 12 digits. */
  read(text: string): DistrictReading {
    const known = this.cache.get(text);
    if (known !== undefined) return known;
    const reading = this.look(fold(text).replace(/[\s\-—·/,.]+/g, ''));
    if (this.cache.size < 10_000) this.cache.set(text, reading);
    return reading;
  }

  /** The district that an address names in full near its start: 上海市黄浦区南京东路1号. */
  inAddress(address: string): string | undefined {
    const start = fold(address).replace(/\s+/g, '').slice(0, 24);
    const rest = this.afterCity(start);
    if (rest === undefined) return undefined;
    const name = nameAtStart(rest.text);
    return name === undefined ? undefined : this.choose(name, rest.prefix).code;
  }

  /** The only district that a title names in full: 黄浦区户外职工驿站信息汇总表. */
  inTitle(title: string): DistrictReading {
    const text = fold(title).replace(/\s+/g, '');
    const found = new Map<string, DistrictReading>();
    for (let at = 0; at < text.length; at++) {
      const name = nameAtStart(text.slice(at));
      if (name === undefined) continue;
      found.set(name, this.choose(name, ''));
      at += name.length - 1;
    }
    const [only] = found.values();
    return found.size === 1 ? only! : {};
  }

  private look(text: string): DistrictReading {
    const digits = /^(\d{6})(?:\d{3}|\d{6})?(?:\.0)?$/.exec(text)?.[1];
    if (digits !== undefined) {
      return /^[1-9]\d{3}(?!00)\d\d$/.test(digits) ? { code: digits } : {};
    }
    const latin = english[text.replace(/(?:district|['’])/g, '').replace(/qu$/, '')];
    if (latin !== undefined) return { code: latin };
    if (byName.has(text)) return this.choose(text, '');
    const rest = this.afterCity(text);
    if (rest === undefined || rest.text === '') return {};
    if (byName.has(rest.text)) return this.choose(rest.text, rest.prefix);
    const name = nameAtStart(rest.text);
    return name === undefined ? {} : this.choose(name, rest.prefix);
  }

  /** What follows the province and the city at the start of a text, and the digits these stand for. */
  private afterCity(text: string): { text: string; prefix: string } | undefined {
    let rest = text;
    let prefix = '';
    for (const [names, digits] of [
      [provinces, 2],
      [cities, 4],
    ] as const) {
      for (let length = Math.min(longestName, rest.length); length >= 2; length--) {
        const name = rest.slice(0, length);
        const code = names.get(name)?.find((candidate) => candidate.startsWith(prefix));
        // 上海南路 is a road; a name cut short counts only before another name.
        if (code === undefined || (!/[省市区州盟]$/.test(name) && !nameAtStart(rest.slice(length))))
          continue;
        prefix = code.slice(0, digits);
        rest = rest.slice(length);
        break;
      }
    }
    return { text: rest, prefix };
  }

  private choose(name: string, prefix: string): DistrictReading {
    const candidates = (byName.get(name) ?? []).filter((code) => code.startsWith(prefix));
    if (candidates.length <= 1) return { code: candidates[0] };
    let best: string | undefined;
    let most = 0;
    for (const code of candidates) {
      const votes = this.votes.get(code.slice(0, 4)) ?? 0;
      if (votes > most) [best, most] = [code, votes];
    }
    return best === undefined ? { isAmbiguous: true } : { code: best };
  }

  /** A city's name counts more than a district that only this city has. */
  private vote(text: string): void {
    const add = (code: string, weight: number) =>
      this.votes.set(code.slice(0, 4), (this.votes.get(code.slice(0, 4)) ?? 0) + weight);
    const phone = areaCode.exec(text)?.[1];
    if (phone !== undefined) add(areaCodes[phone]!, 1);
    const compact = text.replace(/\s+/g, '');
    for (let at = 0; at < compact.length; at++) {
      const rest = compact.slice(at);
      const name = nameAtStart(rest);
      const codes = name === undefined ? byName.get(rest) : byName.get(name);
      if (codes?.length === 1) add(codes[0]!, 1);
      if (at > 8) continue;
      for (let length = 2; length <= 5; length++) {
        for (const code of cities.get(rest.slice(0, length)) ?? []) add(code, 2);
      }
    }
    const digits = /^(\d{6})(?:\d{3}|\d{6})?$/.exec(compact)?.[1];
    if (digits !== undefined) add(digits, 1);
  }
}

/** The longest full name of a district that a text starts with. */
function nameAtStart(text: string): string | undefined {
  for (let length = Math.min(longestName, text.length); length >= 2; length--) {
    const name = text.slice(0, length);
    if (ending.test(name) && byName.has(name)) return name;
  }
  return undefined;
}
