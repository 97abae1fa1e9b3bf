const values: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  廿: 20,
};

/** A pattern part for a number below 100, in digits or Chinese numerals. */
export const numeral = '(?:\\d{1,2}(?!\\d)|[零〇一二两三四五六七八九十廿]{1,4})';

/** The value of `12`, `十二`, `二十三`, `廿四`, `〇五`; `undefined` when it is no number below 100. */
export function readNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const tens = /^([二三四五六七八九]?)(十|廿)([一二三四五六七八九]?)$/.exec(text);
  if (tens) {
    const ten = tens[2] === '廿' ? 20 : tens[1] === '' ? 10 : values[tens[1]!]! * 10;
    return ten + (tens[3] === '' ? 0 : values[tens[3]!]!);
  }
  if (/^[零〇]?[零〇一二两三四五六七八九]$/.test(text)) return values[text[text.length - 1]!];
  return undefined;
}
