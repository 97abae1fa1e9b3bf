import { analyse } from 'chardet';

/*
 * GB 18030, Big5 and Latin-1 told apart. This is the only file that knows chardet.
 */

/** What sheets of stations are full of, in simplified and in traditional characters. */
const commonSimplified =
  '的区路号站市街道驿服务电话名称地址经纬度时间东楼层厅会户外职工园广场门业备注联系厕所充';
const commonTraditional =
  '的區路號站市街道驛服務電話名稱地址經緯度時間東樓層廳會戶外職工園廣場門業備註聯繫廁所充';

/** @param bytes of text that is not UTF-8 */
export function guessLegacyEncoding(bytes: Uint8Array): 'gb18030' | 'big5' | 'windows-1252' {
  // Accented letters stand alone among ASCII; Chinese comes in runs of pairs.
  if (meanRun(bytes) < 1.6) return 'windows-1252';
  const gb = countCommon('gb18030', bytes, commonSimplified);
  const big5 = countCommon('big5', bytes, commonTraditional);
  if (gb.wrong > 0.02 && big5.wrong > 0.02) return 'windows-1252';
  if (Math.abs(gb.common - big5.common) > 0.01) {
    return gb.common > big5.common ? 'gb18030' : 'big5';
  }
  const ranked = analyse(bytes).find(({ name }) => name === 'Big5' || name === 'GB18030');
  return ranked?.name === 'Big5' && big5.wrong <= gb.wrong ? 'big5' : 'gb18030';
}

/** How many bytes beyond ASCII follow each other. */
function meanRun(bytes: Uint8Array): number {
  let runs = 0;
  let beyond = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    beyond++;
    if (i === 0 || bytes[i - 1]! < 0x80) runs++;
  }
  return runs === 0 ? 0 : beyond / runs;
}

/** By the characters beyond ASCII: the part that is common, and the part that could not be decoded. */
function countCommon(encoding: string, bytes: Uint8Array, common: string) {
  const text = new TextDecoder(encoding).decode(bytes);
  const wanted = new Set(common);
  let beyond = 1;
  let found = 0;
  let wrong = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    beyond++;
    if (wanted.has(character)) found++;
    if (character === '\ufffd') wrong++;
  }
  return { common: found / beyond, wrong: wrong / beyond };
}
