import { wordings } from './wording';

/** About tables as a whole, and rows that are something else than a station. */
export const tableWords = wordings({
  'title-row': {
    zh: ['标题行', '表头上方的“{value}”当作标题，不是驿站。'],
    en: ['Title row', '“{value}” above the header was taken for a title, not for a station.'],
  },
  'not-a-station': {
    zh: ['不是驿站的行', '这一行是{kind}，未当作驿站；若确是驿站，请补全它的名称和坐标。'],
    en: [
      'No station',
      'The row is {kind} and was not taken for a station: if it is one, give its name and position.',
    ],
  },
  'not-a-record': {
    zh: ['无法解析', '“{value}”不是一条完整的记录，未进入数据集；请检查文件是否损坏。'],
    en: [
      'Not a record',
      '“{value}” is no complete record and is not in the dataset: check whether the file is damaged.',
    ],
  },
  'sheet-skipped': {
    zh: ['跳过的工作表', '工作表“{value}”中没有驿站的表头，已跳过；如应读入，请用 --sheet 指定。'],
    en: [
      'Sheet skipped',
      'Sheet “{value}” has no header of stations and was skipped: if it should be read, say it with --sheet.',
    ],
  },
  'filled-down': {
    zh: ['合并单元格', '“{column}”一列只在每组的第一行填写，已向下填充；请抽查几行。'],
    en: [
      'Filled down',
      'Column “{column}” is written in the first row of each group only and was filled down: check a few rows.',
    ],
  },
  'district-from-title': {
    zh: ['区县取自标题', '没有区县一列，按“{value}”取为{district}；若有误，请加上区县一列。'],
    en: [
      'District from the title',
      'No column has the district; it was taken to be {district}, from “{value}”. If that is wrong, add a column.',
    ],
  },
  'crs-unsupported': {
    zh: [
      '不支持的坐标系',
      '文件写明的坐标系“{value}”不受支持，未予采用；请用 --crs 指定，或先转换坐标。',
    ],
    en: [
      'Coordinate system not supported',
      'The file states “{value}”, which is not supported and was not used: say what positions are in with --crs, or convert them first.',
    ],
  },
  'geometry-not-point': {
    zh: ['不是点', '图形是 {value}，不是点，已取其中一点作为位置；请改为入口的坐标。'],
    en: [
      'Not a point',
      'The shape is a {value} and no point; a point in it was taken: give the position of the entrance.',
    ],
  },
  'running-number': {
    zh: [
      '序号不是编号',
      '“{column}”一列只是 1、2、3 的序号，没有用作编号；如确是编号，请在映射文件中说明。',
    ],
    en: [
      'Running numbers',
      'Column “{column}” only counts 1, 2, 3 and was not taken for ids: if it holds ids, say so in the mapping file.',
    ],
  },
});
