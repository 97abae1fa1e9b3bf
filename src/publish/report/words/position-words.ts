import { wordings } from './wording';

/** About positions, and what they are in. */
export const positionWords = wordings({
  'no-position': {
    zh: ['没有坐标', '没有坐标，这一行未进入数据集；请补上经度和纬度。'],
    en: [
      'No position',
      'There is no position, so the row is not in the dataset: add its longitude and latitude.',
    ],
  },
  'coordinates-unreadable': {
    zh: [
      '坐标无法读取',
      '“{value}”不是坐标，这一行未进入数据集；请写成十进制度数，如 121.473700。',
    ],
    en: [
      'Coordinates unreadable',
      '“{value}” is no coordinate, so the row is not in the dataset: write decimal degrees, such as 121.473700.',
    ],
  },
  'coordinates-projected': {
    zh: [
      '平面坐标',
      '“{value}”是测绘平面坐标，原点未知，无法换算，这一行未进入数据集；请改用经度和纬度。',
    ],
    en: [
      'Projected coordinates',
      '“{value}” are metres on a surveyor’s grid whose origin is not known, so the row is not in the dataset: give longitude and latitude.',
    ],
  },
  'coordinates-converted': {
    zh: ['坐标已换算', '坐标以 {unit} 为单位，已换算成度（此表只提示一次）；请抽查几行的位置。'],
    en: [
      'Coordinates converted',
      'Coordinates are in {unit} and were turned into degrees (said once for the table): check where a few rows are.',
    ],
  },
  'coordinates-guessed': {
    zh: [
      '坐标按推测收入',
      '“{value}”的写法有几种读法，按 {suggestion} 收入；请核对，并写成十进制度数。',
    ],
    en: [
      'Coordinates guessed',
      '“{value}” can be read in several ways and was taken as {suggestion}: check it, and write decimal degrees.',
    ],
  },
  'position-out-of-range': {
    zh: [
      '坐标超出范围',
      '坐标“{value}”不在地球上，这一行未进入数据集；请核对经度和纬度[，可能应为 {suggestion}]。',
    ],
    en: [
      'Position out of range',
      'Position {value} is not on Earth, so the row is not in the dataset: check longitude and latitude[; perhaps {suggestion}].',
    ],
  },
  'position-zero': {
    zh: ['坐标为零', '坐标“{value}”中有零，不是真实位置，这一行未进入数据集；请填写真实坐标。'],
    en: [
      'Position is zero',
      'Position {value} has a zero where a coordinate should be, so the row is not in the dataset: give the real position.',
    ],
  },
  'position-swapped': {
    zh: ['经纬度写反', '经度和纬度写反了，已对调后收入；请在表中改为 {suggestion}。'],
    en: [
      'Longitude and latitude swapped',
      'Longitude and latitude are swapped; they were taken the other way round. Write {suggestion} in the sheet.',
    ],
  },
  'columns-swapped': {
    zh: ['经纬度两列写反', '“{column}”和“{other}”两列的内容互换了，已对调后收入；请改正表头。'],
    en: [
      'Columns swapped',
      'Columns “{column}” and “{other}” hold each other’s values and were taken the other way round: correct the headers.',
    ],
  },
  'position-truncated': {
    zh: [
      '坐标位数不足',
      '[共 {rows} 行：]坐标只有 {decimals} 位小数，位置可能偏差 {meters}；请提供至少 5 位小数。',
    ],
    en: [
      'Position cut short',
      '[Rows concerned: {rows}. ]The position has decimals: {decimals}, and may be {meters} off: give at least five.',
    ],
  },
  'position-duplicated': {
    zh: [
      '多站同一坐标',
      '{count} 个不同名称的驿站在同一坐标点上（第 {rows} 行）；请逐个核实位置，不要用街道或区的中心点代替。',
    ],
    en: [
      'Many stations at one point',
      'Stations of different names at exactly one point: {count} (rows {rows}). Find the place of each, not the middle of its street or district.',
    ],
  },
  'outside-area': {
    zh: ['在范围之外', '位置在{area}之外，相距 {meters}；请核对坐标。'],
    en: ['Outside the area', 'The position is {meters} away from {area}: check the coordinates.'],
  },
  'wrong-district': {
    zh: [
      '区县与位置不符',
      '写的区县是{district}，位置却不在那里[，而在{found}][，超出边界 {meters}][，最近的 {of} 个驿站中有 {neighbours} 个属于后者]；请核对区县和坐标。',
    ],
    en: [
      'Wrong district',
      'The row claims district {district}, but its position is elsewhere[, in {found}][, {meters} outside the outline][, where {neighbours} of the {of} nearest stations are]: check both.',
    ],
  },
  'crs-assumed': {
    zh: [
      '坐标系未知',
      '没有依据判断坐标系，暂按 {crs} 处理，位置可能偏差数百米；请用 --crs 指定。',
    ],
    en: [
      'Coordinate system assumed',
      'Nothing tells what positions are in. They were taken as {crs} and may be hundreds of metres off: say it with --crs.',
    ],
  },
  'crs-judged': {
    zh: [
      '坐标系由数据判断',
      '根据数据判断坐标系为 {crs}（可信度 {confidence}）；如有误，请用 --crs 指定。',
    ],
    en: [
      'Coordinate system judged',
      'Positions were judged to be in {crs} (confidence {confidence}); if that is wrong, say it with --crs.',
    ],
  },
  'crs-overridden': {
    zh: ['坐标系按选项处理', '表中写明坐标系为 {stated}，但按选项 {crs} 处理；请确认哪一个正确。'],
    en: [
      'Coordinate system overridden',
      'The table states {stated}, but the option says {crs}, which was used: make sure which is right.',
    ],
  },
});
