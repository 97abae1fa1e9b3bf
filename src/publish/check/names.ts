/*
 * Names as clerks write them: the same station is 「徐家汇街道 爱心接力站（东区）」 and "徐家汇街道爱心接力站(东区)".
 */

/** A name without what makes no difference: case, width, spaces, punctuation, brackets. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const numerals = '零〇一二三四五六七八九十百两壹贰叁肆伍陆柒捌玖拾';
const sides = '东西南北上下前后左右内外甲乙丙丁';
const words =
  'north|south|east|west|northern|southern|eastern|western|upper|lower|male|female|men|women|mens|womens|' +
  'ladies|gents|inside|outside|ground|first|second|third|floor';
const marks = new RegExp(
  `\\d+|(?<![a-z])[a-z](?![a-z])|[${numerals}]+|` +
    `[${sides}](?=[侧面门口区座楼翼厅端栋幢广馆院岸]|$)|\\b(?:${words})\\b`,
  'g',
);

/**
 * What tells like names apart: numbers, letters that stand alone, sides, storeys. 2号口 and 3号口 are two places,
 * however alike their names.
 */
export function marksOf(name: string): string {
  const found = name.normalize('NFKC').toLowerCase().match(marks);
  return (found ?? []).sort().join(' ');
}

/**
 * How alike two plain names are, from 0 to 1: twice the number of pairs of neighbouring characters they share,
 * over all they have (Dice's coefficient, of multisets).
 */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 2 <= a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 2 <= b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    shared++;
    pairs.set(pair, left - 1);
  }
  return (2 * shared) / (a.length + b.length - 2);
}
