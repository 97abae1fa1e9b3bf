import { type Lines, wordings } from './wording';

/** About what single cells say. */
export const cellWords = wordings({
  'hours-unreadable': {
    zh: [
      '开放时间看不懂',
      '开放时间看不懂[（{doubts}）]，骑手会看到“未知”；请写明星期和 24 小时制的起止时间，如“周一至周五 9:00-17:30”。',
    ],
    en: [
      'Hours not understood',
      'The opening hours were not understood for sure[ ({doubts})], and riders see “unknown”: write days and times on the 24-hour clock, such as “Mo-Fr 09:00-17:30”.',
    ],
  },
  'phone-malformed': {
    zh: ['电话号码不对', '“{value}”不是完整的电话号码；请核对位数和区号。'],
    en: [
      'Phone malformed',
      '“{value}” is no complete phone number: check its digits and area code.',
    ],
  },
  'date-unreadable': {
    zh: ['日期看不懂', '“{value}”不是日期，已原样保留；请写成 2026-11-24 的样子。'],
    en: ['Date unreadable', '“{value}” is no date and was kept as it is: write it as 2026-11-24.'],
  },
  'number-unreadable': {
    zh: ['数字看不懂', '“{value}”中没有可用的数字，已原样保留；请填写数字。'],
    en: [
      'Number unreadable',
      '“{value}” holds no usable number and was kept as it is: write a number.',
    ],
  },
  'yes-no-unreadable': {
    zh: ['是或否看不懂', '“{value}”看不出是“有”还是“无”，已原样保留；请填“是”或“否”。'],
    en: [
      'Yes or no unreadable',
      '“{value}” says neither yes nor no and was kept as it is: write yes or no.',
    ],
  },
  'unknown-service': unknown('服务', 'service'),
  'unknown-audience': unknown('服务对象', 'audience'),
  'unknown-access': unknown('进入方式', 'way in'),
  'unknown-kind': unknown('类型', 'kind of station'),
  'unknown-status': unknown('状态', 'status'),
  'district-unknown': {
    zh: ['未知的区县', '没有名为“{value}”的区县，已原样保留；请写全称或六位代码。'],
    en: [
      'Unknown district',
      'No district is called “{value}”; it was kept as it is. Write its full name or its six-digit code.',
    ],
  },
  'district-ambiguous': {
    zh: ['区县不唯一', '有几个区县都叫“{value}”，已原样保留；请加上城市名，或写六位代码。'],
    en: [
      'District ambiguous',
      'Several districts are called “{value}”; it was kept as it is. Add the city, or write the six-digit code.',
    ],
  },
  'id-damaged': {
    zh: ['编号损坏', '编号“{value}”被表格软件当作数字而失真，未采用；请把该列设为文本后重新填写。'],
    en: [
      'Id damaged',
      'The code “{value}” was taken for a number and rounded by a spreadsheet program, and was not used: format the column as text and enter it again.',
    ],
  },
  'quote-unbalanced': {
    zh: ['引号不成对', '这一行的引号不成对，各列可能错位；请检查这一行。'],
    en: [
      'Quote without its other half',
      'A quote has no other half, and cells may be in the wrong columns: check this row.',
    ],
  },
  undecodable: {
    zh: ['乱码', '“{value}”中有无法解码的字符；请以 UTF-8 另存文件，或用 --encoding 指定编码。'],
    en: [
      'Characters lost',
      '“{value}” holds characters that could not be decoded: save the file as UTF-8, or say its encoding with --encoding.',
    ],
  },
});

/** A word that is none of a vocabulary: `zh` and `en` name what it should have been. */
function unknown(zh: string, en: string): Lines {
  return {
    zh: [
      `未知的${zh}`,
      `没有“{value}”这种${zh}，已原样保留[（是否是“{suggestion}”？）]；请改正，或在映射文件中说明它的意思。`,
    ],
    en: [
      `Unknown ${en}`,
      `“{value}” is no known ${en}; it was kept as it is[ (did they mean “{suggestion}”?)]. Correct it, or say in the mapping file what it means.`,
    ],
  };
}
