import { fold } from './fold';

const yes = new Set([
  ...['是', '有', '√', '✓', '✔', '☑', '○', '〇', '●', '◯', '◎', '★', 'v', 'y', 'yes', 'true', 't'],
  ...[
    '配备',
    '已配备',
    '具备',
    '提供',
    '已有',
    '可',
    '可以',
    '支持',
    '设有',
    '含',
    '包含',
    '对',
    '开放',
  ],
  ...[
    '能',
    '齐全',
    '已设置',
    '有配备',
    '已提供',
    'ok',
    '免费',
    'available',
    'x √',
    '已配置',
    '配置',
  ],
]);
const no = new Set([
  ...[
    '否',
    '无',
    '没有',
    '×',
    '✗',
    '✘',
    '╳',
    'x',
    'n',
    'no',
    'false',
    'f',
    '未配备',
    '不具备',
    '暂无',
  ],
  ...[
    '不提供',
    '未提供',
    '不支持',
    '未设',
    '不含',
    '没',
    '未有',
    '不',
    '不可',
    '不可以',
    '不能',
    '☐',
    '□',
  ],
  ...[
    '未配置',
    '未设置',
    '不开放',
    '无配备',
    'none',
    '已拆除',
    '损坏',
    '停用',
    'not available',
    'unavailable',
  ],
]);

/**
 * What a cell of a yes/no column says; `undefined` when it says neither. A count is yes, but 0:
 * 2台, 3个. A blank cell is for the caller to judge.
 */
export function readYesNo(text: string): boolean | undefined {
  const folded = fold(text).replace(/[。.!！;；]$/, '');
  if (yes.has(folded)) return true;
  if (no.has(folded)) return false;
  const count =
    /^(?:约)?(\d+(?:\.\d+)?)\s*(?:台|个|处|把|间|套|只|张|位|部|组|箱|座|辆|本|册|册图书|桶|排|\+|多|余|以上)*$/.exec(
      folded,
    );
  if (count !== null) return Number(count[1]) > 0;
  // 有（2台）, 有, 在大厅; 无（已拆）
  const first = /^(是|有|否|无|没有|√|✓|×|yes|no|y|n|[01])(?=[\s,;:()[\]/+-])/.exec(folded)?.[1];
  if (first === undefined) return undefined;
  return first === '1' || yes.has(first);
}
