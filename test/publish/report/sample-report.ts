import type { Finding, Severity } from '../../../src/publish/import/finding';
import type {
  ColumnReading,
  ImportReport,
  MapPoint,
  TableReading,
} from '../../../src/publish/import/import-report';
import { Random } from '../../support/random';

/* A report such as sixteen districts would give: made up, the same every time. */

const files = ['黄浦区驿站汇总.xlsx', '徐汇_骑手驿站 (终稿).csv', 'pudong-stations.csv'];

/** Problems by turns: code, severity, column, value, suggestion. */
const kinds: readonly [string, Severity, string?, string?, string?][] = [
  ['no-position', 'error', '经度', '暂无'],
  ['phone-malformed', 'warning', '联系电话', '021-6234567', '021-62345670'],
  ['hours-unreadable', 'warning', '开放时间', '早上九点左右到晚上，节假日看情况'],
  ['probable-duplicate', 'warning', '名称', '南京东路街道党群服务中心骑手驿站'],
  ['unknown-service', 'note', '服务内容', '打印复印'],
  ['outside-area', 'error', '坐标', '0,0'],
];

export interface SampleSize {
  readonly rows: number;
  readonly findings: number;
  readonly seed?: number;
}

export function sampleReport({ rows, findings: count, seed = 6 }: SampleSize): ImportReport {
  const random = new Random(seed);
  const points: { -readonly [key in keyof MapPoint]: MapPoint[key] }[] = [];
  for (let row = 0; row < rows; row++) {
    const spread = () => (random.next() + random.next() + random.next() - 1.5) * 0.25;
    points.push({
      lng: 121.47 + spread(),
      lat: 31.23 + spread(),
      severity: undefined,
      name: `骑手驿站${row + 1}号`,
      findings: [],
    });
  }
  const findings: Finding[] = [];
  for (let index = 0; index < count; index++) {
    const row = Math.floor((index * Math.max(1, rows)) / count);
    const [code, severity, column, value, suggestion] = kinds[index % kinds.length]!;
    const file = files[row % files.length]!;
    const sheet = file.endsWith('xlsx') ? 'Sheet1' : undefined;
    const other = code === 'probable-duplicate' ? { file, sheet, row: row + 9 } : undefined;
    const details =
      other !== undefined
        ? { meters: 12, otherName: '南京东路骑手驿站' }
        : code === 'outside-area'
          ? { meters: 11_632_410, area: 'others' }
          : undefined;
    const stationId = severity === 'error' ? undefined : `sh-${row + 1}`;
    const origin = { file, sheet, row: row + 3 };
    const finding = {
      severity,
      code,
      origin,
      other,
      column,
      value,
      details,
      suggestion,
      stationId,
    };
    const point = points[row];
    if (point !== undefined && code !== 'no-position') {
      point.findings = [...point.findings, index];
      if (worse(severity, point.severity)) point.severity = severity;
      if (code === 'outside-area') Object.assign(point, { lng: index % 7 === 0 ? 0 : point.lng });
    }
    findings.push(finding);
  }
  return { tables: files.map(tableOf(rows)), stations: rows, findings, points };
}

const order: readonly (Severity | undefined)[] = ['error', 'warning', 'note', undefined];

function worse(a: Severity, b: Severity | undefined): boolean {
  return order.indexOf(a) < order.indexOf(b);
}

const tableOf =
  (rows: number) =>
  (file: string, index: number): TableReading => ({
    file,
    sheet: file.endsWith('xlsx') ? 'Sheet1' : undefined,
    format: file.endsWith('xlsx') ? 'xlsx' : 'csv',
    encoding: ['utf-8', 'gb18030', 'utf-8'][index],
    columns: [
      { header: '驿站名称', field: 'name', by: 'header' },
      { header: '经度', field: 'lng', by: 'header' },
      { header: 'Y', field: 'lat', by: 'content' },
      { header: '是否有卫生间', field: 'service:toilet', by: 'header' },
      { header: '备注2', field: undefined, by: 'none' },
    ].map((column, place) => ({ ...column, index: place }) as ColumnReading),
    rows: Math.ceil(rows / 3) + index,
    placed: Math.ceil(rows / 3) - 5 * index,
    crs: {
      crs: index === 1 ? 'bd09' : 'gcj02',
      by: index === 1 ? 'evidence' : index === 2 ? 'assumed' : 'stated',
      confidence: [1, 0.93, 0.5][index]!,
      reason: {
        zh: '412 行的地址与坐标在 BD-09 下相符，其他坐标系下差约 500 米。',
        en: 'The addresses of 412 rows agree with their positions in BD-09; in others they are about 500 m off.',
      },
    },
  });
