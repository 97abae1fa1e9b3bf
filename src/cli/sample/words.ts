import type { Place } from './places';
import type { Random } from './random';

const split = (...lines: readonly string[]) => lines.flatMap((line) => line.split(' '));

/** Invented housing estates, office towers, works and shops: ordinary words, nobody's trade mark. */
const invented = {
  estateStart: split(
    '金桂 香樟 沁园 绿洲 春晖 兰庭 梧桐 向阳 和悦 玉兰 秋霞 明月 溪畔 听雨 百合 景枫',
    '竹韵 临河 望江 丹枫 银杏 芳草 锦绣里 丽水 东篱 西窗 南枝 北辰 晴川 云栖 墨香 橘园',
  ),
  estateEnd: split('苑 花园 新村 家园 小区 公寓 里 名邸 佳园 一村 二村 三村'),
  towerStart: split(
    '恒汇 云帆 新翼 启明 环宇里 星汉 锦程 汇智 蓝桥 方舟 晴岚 天衡 百川 虹桥湾',
    '聚源 东启 听涛 远帆 双子 创元 北极星 金穗 凌霄 同舟 白鹭 经纬 四方 朝晖',
  ),
  towerEnd: split('大厦 广场 商务中心 中心 国际楼 商圈 创意中心 A座'),
  park: split('智造产业园 科创园 物流园 文创园 软件园 电商产业园 生物医药园 工业园'),
  venue: split('公园 绿地 图书馆 文化活动中心 体育中心 美术馆 滨水驿站 社区学校'),
  shop: split(
    '街角便利店 弄堂口面馆 热汤饭快餐 巷口饺子馆 阿婆粥铺 街坊生鲜店 小院咖啡',
    '顺路药房 四季水果铺 老街理发店 骑行修车铺 半杯茶饮 路口早餐店 邻里超市',
  ),
  number: split('一 二 三 四 五 六 七 八 九 十'),
};

/**
 * Words to fill the placeholders of one station's patterns with: `{road}骑手驿站` becomes
 * 曹杨路骑手驿站. A placeholder keeps its word from one pattern to the next, so that a station's host
 * sits in the same tower as the station.
 *
 * @param road the street of the station's address
 */
export function wordsAt({ district, town }: Place, road: string, random: Random) {
  const words = new Map([
    ['district', district.zh],
    ['town', town.zh],
    ['place', shortName(town.zh)],
    ['placeEn', town.en],
    ['road', road],
  ]);
  return (pattern: string): string =>
    pattern.replace(/\{(\w+)\}/g, (_, placeholder: string) => {
      const word = words.get(placeholder) ?? invent(placeholder, random);
      words.set(placeholder, word);
      return word;
    });
}

function invent(placeholder: string, random: Random): string {
  switch (placeholder) {
    case 'estate':
      return random.pick(invented.estateStart) + random.pick(invented.estateEnd);
    case 'tower':
      return random.pick(invented.towerStart) + random.pick(invented.towerEnd);
    case 'park':
    case 'venue':
    case 'shop':
    case 'number':
      return random.pick(invented[placeholder]);
    default:
      throw new Error(`no such placeholder: ${placeholder}`);
  }
}

/** 曹杨新村街道 is 曹杨新村 in a name; 唐镇, with nothing left but one character, stays whole. */
function shortName(town: string): string {
  const short = town.replace(/(街道|镇|乡)$/, '');
  return short.length > 1 ? short : town;
}
