import type { Crs } from '../../../geo/crs';
import type { Column } from '../columns/column';
import type { TablePlan } from '../columns/recognise';
import type { Origin } from '../draft';
import type { Mapping } from '../mapping';
import type { GridRow } from '../tables/grid';
import { cellText, isNothing } from '../values/cell-text';
import { type DayOrder, dayOrderOf } from '../values/date';
import type { DistrictNames } from '../values/districts';
import { fold } from '../values/fold';
import { wordLists } from '../words/vocabularies';
import { type FieldReader, fieldReader, isYesNoField } from './field-readers';
import { type HoursParts, hoursCellText, readHours } from './hours';
import { PositionReader } from './position';
import { RowDraft } from './row-draft';

/** What the rows of one table are read by. */
export interface RowSetting {
  readonly plan: TablePlan;
  readonly names: DistrictNames;
  readonly mapping: Mapping;
  readonly crs: Crs | undefined;
  /** The surveyors' grid that positions are in, where the table says so. */
  readonly grid?: string | undefined;
  /** The first rows, to see how the table writes its dates. */
  readonly sample: readonly GridRow[];
  /** The header of a column that the first rows did not have; of JSON, whose rows have keys of their own. */
  readonly headerAt?: ((index: number) => string | undefined) | undefined;
  /** What every row without a district of its own gets. */
  readonly district?: { readonly code: string; readonly column: string } | undefined;
}

const hoursFields = /^(?:hours.*|opens|closes|days|always-open)$/;

/** Turns rows of one table into drafts; keeps count of what is to be said once. */
export class RowReader {
  private readonly plain: readonly {
    readonly column: Column;
    readonly read: FieldReader;
    readonly isYesNo: boolean;
    readonly dayOrder: DayOrder;
    readonly isNew: (value: string) => boolean;
  }[];
  private readonly hours: readonly Column[];
  private readonly kept: readonly Column[];
  private readonly width: number;
  private readonly positions: PositionReader | undefined;

  constructor(private readonly setting: RowSetting) {
    const { columns, positions } = setting.plan;
    this.positions = positions && new PositionReader(positions, setting.sample, setting.grid);
    const isPosition = ({ field }: Column) =>
      field === 'lng' || field === 'lat' || field === 'position';
    this.hours = columns.filter(({ field }) => field !== undefined && hoursFields.test(field));
    this.kept = columns.filter(({ field }) => field === undefined);
    this.width = columns.reduce((most, { index }) => Math.max(most, index + 1), 0);
    this.plain = columns
      .filter((column) => column.field !== undefined && column.field !== 'running-number')
      .filter((column) => !isPosition(column) && !this.hours.includes(column))
      .map((column) => ({
        column,
        read: fieldReader(column.field!),
        isYesNo: isYesNoField(column.field!),
        dayOrder: dayOrderOf(setting.sample.map(({ cells }) => cellText(cells[column.index]))),
        isNew: onceEach(),
      }));
  }

  read(row: GridRow, origin: Origin): RowDraft {
    const draft = new RowDraft(origin);
    const { names, mapping } = this.setting;
    const { cells } = row;
    this.positions?.read(cells, draft);
    for (const { column, read, isYesNo, dayOrder, isNew } of this.plain) {
      const cell = cells[column.index];
      const text = cellText(cell);
      if (text === '' || (!isYesNo && isNothing(text))) continue;
      if (isYesNo && isNothing(text) && !/^[无無没]/.test(text)) continue;
      read(
        {
          field: column.field!,
          column: column.header,
          cell,
          text,
          mapped: mapping.values?.[column.header],
          dayOrder,
          names,
          isNew,
        },
        draft,
      );
    }
    readHours(this.hoursParts(cells), draft);
    this.keepOthers(row, draft);
    this.derive(draft);
    this.reportText(row, draft);
    return draft;
  }

  private hoursParts(cells: readonly unknown[]): HoursParts {
    const parts: HoursParts = new Map();
    for (const { field, index, header } of this.hours) {
      const written = hoursCellText(cells[index], field!);
      const mapped = this.setting.mapping.values?.[header]?.[written];
      const text = mapped === null ? '' : (mapped ?? written);
      if (isNothing(text)) continue;
      const known = parts.get(field!);
      const isRest =
        field === 'hours-note' && /^(?:休息日|闭馆日|休馆日|公休日)/.test(fold(header));
      const said = isRest ? `${text}休息` : text;
      parts.set(field!, {
        text: known === undefined ? said : `${known.text}；${said}`,
        column: known?.column ?? header,
      });
    }
    return parts;
  }

  private keepOthers({ cells }: GridRow, draft: RowDraft): void {
    for (const { index, header } of this.kept) keep(header, cells[index], draft);
    // Cells to the right of the last column: a row of more separators than the others.
    for (let index = this.width; index < cells.length; index++) {
      keep(this.setting.headerAt?.(index) ?? `column ${index + 1}`, cells[index], draft);
    }
  }

  /** What the row says elsewhere: the sort of place in its name, the district in its address. */
  private derive(draft: RowDraft): void {
    const { record, columns } = draft;
    if (record['kind'] === undefined && typeof record['name'] === 'string') {
      const kind = kindInName(record['name']);
      if (kind !== undefined) draft.set('kind', kind, columns.get('name') ?? '');
    }
    if (record['district'] !== undefined) return;
    const { names, district } = this.setting;
    const address = record['address'];
    const code = typeof address === 'string' ? names.inAddress(address) : undefined;
    if (code !== undefined) draft.set('district', code, columns.get('address') ?? '');
    else if (district !== undefined) draft.set('district', district.code, district.column);
  }

  private reportText({ cells, isMisquoted, shape }: GridRow, draft: RowDraft): void {
    if (shape !== undefined) {
      draft.find({ severity: 'note', code: 'geometry-not-point', value: shape });
    }
    if (isMisquoted) {
      const value = cells.map(cellText).join(' | ').slice(0, 80);
      draft.find({ severity: 'warning', code: 'quote-unbalanced', value });
    }
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index];
      if (typeof cell !== 'string' || !cell.includes('\ufffd')) continue;
      const column = this.setting.plan.columns.find((one) => one.index === index)?.header;
      draft.find({ severity: 'warning', code: 'undecodable', column, value: cell });
    }
  }
}

/** True for each value that comes for the first time; past ten thousand values they are noise. */
function onceEach(): (value: string) => boolean {
  const seen = new Set<string>();
  return (value) => {
    if (seen.has(value) || seen.size >= 10_000) return false;
    seen.add(value);
    return true;
  };
}

function keep(header: string, cell: unknown, draft: RowDraft): void {
  const text = cellText(cell);
  if (isNothing(text)) return;
  // What JSON gave stays what it was.
  const isJson = (typeof cell === 'object' && !(cell instanceof Date)) || typeof cell === 'boolean';
  draft.keep(header, isJson || typeof cell === 'number' ? cell : text);
}

/** The last sort of place that a name names: 党群服务中心骑手驿站 is a 骑手驿站. */
function kindInName(name: string): string | undefined {
  return wordLists.kindsInNames.scan(fold(name)).codes.at(-1);
}
