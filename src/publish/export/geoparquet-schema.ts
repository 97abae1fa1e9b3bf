import type { SchemaElement } from 'hyparquet-writer';
import type { FieldKind, FieldName } from './fields';

/*
 * The columns of GeoParquet: lists are lists, ids at map providers a struct, offers a list of structs.
 */

type Repetition = 'REQUIRED' | 'OPTIONAL';

const text = (name: string, repetition_type: Repetition = 'OPTIONAL'): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type,
});

const double = (name: string): SchemaElement => ({
  name,
  type: 'DOUBLE',
  repetition_type: 'REQUIRED',
});

const day = (name: string): SchemaElement => ({
  name,
  type: 'INT32',
  converted_type: 'DATE',
  repetition_type: 'OPTIONAL',
});

const instant = (name: string): SchemaElement => ({
  name,
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  repetition_type: 'OPTIONAL',
});

function list(
  name: string,
  repetition_type: Repetition,
  element: readonly SchemaElement[],
): SchemaElement[] {
  return [
    { name, repetition_type, converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...element,
  ];
}

function struct(
  name: string,
  repetition_type: Repetition,
  children: readonly SchemaElement[],
): SchemaElement[] {
  return [{ name, repetition_type, num_children: children.length }, ...children];
}

/** Where the stations are: WKB, and its box in numbers, which readers skip row groups by. */
export const placeSchema: readonly (readonly SchemaElement[])[] = [
  [{ name: 'geometry', type: 'BYTE_ARRAY', repetition_type: 'REQUIRED' }],
  struct('bbox', 'REQUIRED', ['xmin', 'ymin', 'xmax', 'ymax'].map(double)),
];

const offer = struct('element', 'REQUIRED', [
  text('title', 'REQUIRED'),
  text('service'),
  text('description'),
  day('from'),
  day('until'),
  text('hours'),
]);

/** What is added to a date's name for the text as written: a timestamp does not tell a day from its midnight. */
export const asWritten = 'Text';

/** The elements of a field's columns: one column each, of a date two. */
export function schemaOf(
  name: FieldName,
  kind: FieldKind,
  isInt32: boolean,
): readonly (readonly SchemaElement[])[] {
  if (name === 'id') return [[text(name, 'REQUIRED')]];
  if (name === 'photos') return [list(name, 'OPTIONAL', [text('element', 'REQUIRED')])];
  if (name === 'offers') return [list(name, 'OPTIONAL', offer)];
  if (name === 'providerIds') {
    return [struct(name, 'OPTIONAL', [text('amap'), text('tencent'), text('baidu')])];
  }
  switch (kind) {
    case 'codes':
      return [list(name, 'REQUIRED', [text('element', 'REQUIRED')])];
    case 'count':
      return [[{ name, type: isInt32 ? 'INT32' : 'DOUBLE', repetition_type: 'OPTIONAL' }]];
    case 'date':
      return [[instant(name)], [text(`${name}${asWritten}`)]];
    default:
      // What no column type fits is JSON, as text.
      return [[text(name)]];
  }
}
