import { wordings } from './wording';

/** About stations beside others, beside the previous dataset, and as records. */
export const stationWords = wordings({
  'probable-duplicate': {
    zh: [
      '可能重复',
      '与{other}[“{otherName}”]相距 {meters}，名称相近，可能是同一驿站；若是，请只保留一行。',
    ],
    en: [
      'Probable duplicate',
      'Of like name and {meters} from {other}[, “{otherName}”]: probably one station. If so, keep one row.',
    ],
  },
  'row-repeated': {
    zh: ['重复的行', '与{other}完全相同，两行都已收入；请删去其中一行。'],
    en: [
      'Row repeated',
      'The same as {other}, cell by cell; both are in the dataset. Delete one of them.',
    ],
  },
  'unverified-for-a-year': {
    zh: [
      '一年未核实',
      '[共 {rows} 行超过一年未核实，最早的是 {oldest}][上次核实是 {verifiedAt}，已超过一年]；请核实后更新日期。',
    ],
    en: [
      'Unverified for a year',
      '[Rows last verified more than a year ago: {rows}, the oldest on {oldest}.][Last verified on {verifiedAt}, more than a year ago.] Verify, and update the date.',
    ],
  },
  'field-invalid': {
    zh: ['值不合规', '“{value}”不能用作{field}[（允许：{allowed}）]，已保留在附加信息中；请改正。'],
    en: [
      'Value not allowed',
      '“{value}” is not allowed for {field}[ (expected {allowed})]; it was kept as extra information. Please correct it.',
    ],
  },
  'record-invalid': {
    zh: [
      '行不合规',
      '{field}的值[“{value}”]不合规[（允许：{allowed}）]，这一行未进入数据集；请改正。',
    ],
    en: [
      'Row not allowed',
      'The value[ “{value}”] of {field} is not allowed[ (expected {allowed})], so the row is not in the dataset: correct it.',
    ],
  },
  'row-unread': {
    zh: ['行未能读取', '这一行未能读取，未进入数据集；请检查各列的内容。'],
    en: ['Row not read', 'The row could not be read and is not in the dataset: check its cells.'],
  },
  'id-duplicated': {
    zh: ['编号重复', '编号“{id}”与{other}重复，这一行改用了按内容生成的编号；请给它另编一个号。'],
    en: [
      'Id used twice',
      'The code “{id}” is also that of {other}; this row got an id made from its content. Give it a code of its own.',
    ],
  },
  'id-unstable': {
    zh: [
      '编号变了',
      '这个驿站上次的编号是“{previousId}”，现在是“{id}”；若是同一驿站，请改回原来的编号。',
    ],
    en: [
      'Id changed',
      'This station was “{previousId}” in the previous dataset and is “{id}” now: if it is the same, give it the old id.',
    ],
  },
  'id-from-position': {
    zh: [
      '编号随坐标变化',
      '有 {rows} 行既无名称也无地址，编号按坐标生成，坐标一改编号就变；请补上名称或编号。',
    ],
    en: [
      'Ids made from positions',
      'Rows with neither name nor address: {rows}. Their ids come from their positions and change with them: add names or codes.',
    ],
  },
  'station-gone': {
    zh: ['驿站不见了', '上一版中的驿站 {id}[“{name}”]这次没有了；若仍在，请补上这一行。'],
    en: [
      'Station gone',
      'Station {id}[, “{name}”,] of the previous dataset is not there any more: if it still exists, add its row.',
    ],
  },
  'district-gone': {
    zh: ['整个区不见了', '上一版中{district}的 {count} 个驿站这次一个也没有；是否漏了这个区的表？'],
    en: [
      'District gone',
      'None of the stations ({count}) of district {district} is there any more: was its sheet left out?',
    ],
  },
  'clock-contradicted': {
    zh: ['时区或节假日不一致', '各表写明的时区或节假日不一致，数据集因此没有写；请统一。'],
    en: [
      'Clocks contradict',
      'Tables state different clocks or holidays, so the dataset states none: make them agree.',
    ],
  },
});
