import type { GridRow } from '../tables/grid';
import { cellText } from '../values/cell-text';
import { fold } from '../values/fold';

/** Why a row of a table is none of its stations. */
export type RowKind = 'repeated-header' | 'total' | 'note' | 'section';

const total = /^(?:合计|总计|小计|共计|总数|汇总|total|subtotal|sum|grand total)(?:$|[\s:：(（\d])/;
const note =
  /^(?:备注|注|说明|填表|制表|填报|审核|审批|联系人|负责人|日期|时间|单位|盖章|签字|数据来源|附|提示|要求|以上|note|notes|source|remarks?|prepared by)(?:$|人|单位|日期|时间|说明|[\s:：(（])|^[*※]/;
const section =
  /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．\s]|^第[一二三四五六七八九十]+(?:部分|批)/;

/**
 * Whether a row is something else than a station: totals and remarks under the table, headings
 * between its parts, the header once more on every printed page.
 *
 * @param headers as written
 * @param isPlace whether a column, by its index, names or places a station
 */
export function judgeRow(
  { cells }: GridRow,
  headers: readonly string[],
  isPlace: (index: number) => boolean,
): RowKind | undefined {
  let filled = 0;
  let first = -1;
  let repeated = 0;
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (cell === null || cell === '' || cell === undefined) continue;
    const text = typeof cell === 'string' ? cell.trim() : cell;
    if (text === '') continue;
    filled++;
    if (first === -1) first = index;
    if (text === headers[index]) repeated++;
  }
  if (filled === 0) return undefined;
  if (repeated >= 2 && repeated >= filled * 0.6) return 'repeated-header';
  if (headers.length < 3) return undefined;
  const text = fold(cellText(cells[first]));
  if (filled <= Math.max(4, headers.length * 0.6) && total.test(text)) return 'total';
  if (filled <= 3 && note.test(text)) return 'note';
  if (filled > 1) return undefined;
  if (section.test(text)) return 'section';
  // One long sentence, or a word in a column that neither names nor places anything.
  return text.length > 40 || !isPlace(first) ? 'note' : undefined;
}
