/** Text in one spelling, each of its characters knowing where it came from. */
export interface NormalText {
  readonly text: string;
  /** For each character of `text`, and for its end, the index in the original. */
  readonly origin: readonly number[];
}

/** Traditional and Japanese forms of the characters that hours are written with, each before its simplified form. */
const simplified = pairs(
  '眾众時时點点週周營营業业開开關关閉闭門门後后館馆園园間间禮礼節节調调雙双無无補补應应對对務务員员廳厅區区樓楼' +
    '鐘钟內内為为約约達达農农曆历國国慶庆聖圣誕诞歲岁個个兩两電电餐餐點点進进場场參参觀观診诊門门陽阳除除連连續续' +
    '體体劉刘誤误請请見见詢询話话預预視视況况還还級级臨临暫暂從从過过們们單单處处讓让費费際际實实體体廁厕間间廠厂' +
    '車车氣气備备線线總总來来當当東东會会議议書书圖图夏夏學学長长殘残障障號号壹一貳二叁三肆四伍五陸六曉晓淩凌飯饭' +
    '終终産产産产產产衛卫運运動动庫库換换購购銷销證证項项類类寫写選选獨独餘余辦办專专設设護护盤盘潔洁師师華华廣广戶户聯联係系帶带證证憑凭歡欢綫线鋪铺舖铺橋桥鎮镇鄉乡縣县灣湾島岛勞劳騎骑驛驿愛爱飲饮熱热溫温極极於于與与並并買买賣卖層层別别黃黄極极異异該该據据網网絡络銀银',
);

const dashes = /[‐-―−~〜～﹣－ー─━˗⁓∼\u0096\u0097]/;
const brackets: Readonly<Record<string, string>> = {
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '「': '(',
  '」': ')',
  '『': '(',
  '』': ')',
  '《': '(',
  '》': ')',
  '〈': '(',
  '〉': ')',
};
const others: Readonly<Record<string, string>> = {
  '。': ';',
  '｡': ';',
  '；': ';',
  '|': ';',
  '•': ';',
  '･': '、',
  '∶': ':',
  '︰': ':',
  '→': '-',
  '’': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  '…': '-',
};
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/;

/** One spelling for full-width and traditional characters, capitals, dashes, brackets and spaces. */
export function normalise(original: string): NormalText {
  let text = '';
  const origin: number[] = [];
  let index = 0;
  for (const character of original) {
    for (const plain of fold(character)) {
      // Runs of blanks become one, so that phrases can be looked up as they are written.
      if (plain === ' ' && (text === '' || /[ \n]$/.test(text))) continue;
      text += plain;
      for (let unit = 0; unit < plain.length; unit++) origin.push(index);
    }
    index += character.length;
  }
  origin.push(original.length);
  return withoutSpacing({ text, origin });
}

/** 周 一 至 周 五: characters each set apart are words none the less. */
function withoutSpacing({ text, origin }: NormalText): NormalText {
  const spaced = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?: [\u4e00-\u9fff](?![\u4e00-\u9fff]))+/g;
  const blanks = new Set<number>();
  for (const { 0: run, index } of text.matchAll(spaced)) {
    for (let at = 1; at < run.length; at += 2) blanks.add(index + at);
  }
  if (blanks.size === 0) return { text, origin };
  return {
    text: text
      .split('')
      .filter((_, at) => !blanks.has(at))
      .join(''),
    origin: origin.filter((_, at) => !blanks.has(at)),
  };
}

function fold(character: string): string {
  if (invisible.test(character)) return '';
  if (character === '\n' || character === '\r') return '\n';
  if (dashes.test(character)) return '-';
  const known = others[character] ?? brackets[character] ?? simplified.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFKC').toLowerCase();
  if (/^\s+$/.test(plain)) return ' ';
  if (dashes.test(plain)) return '-';
  return [...plain].map((one) => others[one] ?? brackets[one] ?? one).join('');
}

function pairs(text: string): Map<string, string> {
  const characters = [...text];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2) map.set(characters[i]!, characters[i + 1]!);
  return map;
}
