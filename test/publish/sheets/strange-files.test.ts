import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { removeScratch, scratch } from '../import/book';
import { readAll, told } from '../import/read';

removeScratch();

/** The header of an OLE file: what Excel 97 wrote, and what a workbook with a password is wrapped in. */
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const refused: readonly [
  what: string,
  file: string,
  bytes: Uint8Array,
  code: string,
  advice: RegExp,
][] = [
  ['a workbook of Excel 97', 'old.xls', bytesOf(ole, 4096), 'FILE_FORMAT', /save it as \.xlsx/],
  ['a workbook with a password', 'secret.xlsx', bytesOf(ole, 8192), 'FILE_FORMAT', /password/],
  ['a sheet of WPS', '驿站.et', bytesOf(ole, 4096), 'FILE_FORMAT', /WPS and save it as \.xlsx/],
  ['nothing', 'empty.csv', new Uint8Array(), 'FILE_EMPTY', /empty/],
  ['blank lines', 'blank.csv', strToU8('\r\n\r\n , ,\r\n'), 'FILE_FORMAT', /no column|no rows/],
  [
    'an archive of something else',
    'photos.xlsx',
    zipSync({ 'photo.jpg': strToU8('not a workbook') }),
    'FILE_FORMAT',
    /no \.xlsx workbook/,
  ],
  [
    'a sheet of Numbers',
    '驿站.numbers',
    zipSync({ 'Index/Document.iwa': strToU8('x'), 'preview.jpg': strToU8('x') }),
    'FILE_FORMAT',
    /Numbers.*export/,
  ],
  [
    'a sheet of LibreOffice',
    '驿站.ods',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8('<x/>'),
    }),
    'FILE_FORMAT',
    /save it as \.xlsx/,
  ],
  [
    'a document of Word',
    '驿站.docx',
    zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'word/document.xml': strToU8('<x/>') }),
    'FILE_FORMAT',
    /Word/,
  ],
  [
    'a web page called .xls',
    '导出.xls',
    strToU8('<html><body><table><tr><td>名称</td></tr></table></body></html>'),
    'FILE_FORMAT',
    /web page.*save it as \.xlsx/,
  ],
  ['a PDF', '驿站.pdf', strToU8('%PDF-1.7 …'), 'FILE_FORMAT', /PDF/],
  ['a picture', '驿站.png', bytesOf([0x89, 0x50, 0x4e, 0x47], 512), 'FILE_BINARY', /neither text/],
  [
    'half of a workbook',
    'half.xlsx',
    zipSync({ 'xl/workbook.xml': strToU8('<x/>'.repeat(200)) }).subarray(0, 60),
    'FILE_FORMAT',
    /no \.xlsx workbook/,
  ],
];

function bytesOf(start: readonly number[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(start);
  return bytes;
}

describe('what is no sheet of stations is refused, with a way out', () => {
  it.each(refused)('%s', async (_, file, bytes, code, advice) => {
    const path = scratch(file);
    writeFileSync(path, bytes);
    const reading = readAll(path);
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(advice);
  });
});

async function book(name: string, fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const made = new ExcelJS.Workbook();
  fill(made);
  const path = scratch(name);
  await made.xlsx.writeFile(path);
  return path;
}

const header = ['名称', '经度', '纬度', '核实日期', '服务项目'];

describe('a workbook', () => {
  it('has its hidden sheets left out, and says so', async () => {
    const path = await book('hidden.xlsx', (made) => {
      const sheet = made.addWorksheet('现状');
      sheet.addRows([header, ['人民广场驿站', 121.4737, 31.2304]]);
      const old = made.addWorksheet('2023年旧表', { state: 'hidden' });
      old.addRows([header, ['老站', 121.47, 31.23]]);
    });
    const [read, ...others] = await readAll(path);
    expect(others).toEqual([]);
    expect(read!.drafts.map(({ record }) => record['name'])).toEqual(['人民广场驿站']);
    expect(told(read!)).toContain('sheet-skipped : 2023年旧表');
    const [asked] = await readAll(path, { sheet: '2023年旧表' });
    expect(asked!.drafts).toHaveLength(1);
  });

  it('has the results of its formulas read, rich text, links and errors too', async () => {
    const path = await book('cells.xlsx', (made) => {
      const sheet = made.addWorksheet('表');
      sheet.addRow(header);
      sheet.addRow([
        { richText: [{ text: '人民' }, { font: { bold: true }, text: '广场驿站' }] },
        { formula: '121+0.4737', result: 121.4737 },
        { formula: 'VALUE("31.2304")', result: 31.2304 },
        new Date(Date.UTC(2026, 5, 30)),
        { text: '空调、饮水机', hyperlink: 'https://example.org' },
      ]);
      sheet.addRow(['外滩驿站', { error: '#N/A' }, { error: '#REF!' }, '', '']);
    });
    const [read] = await readAll(path);
    const [first, second] = read!.drafts;
    expect(first).toMatchObject({
      record: { name: '人民广场驿站', services: ['aircon', 'water'], verifiedAt: '2026-06-30' },
      position: { lng: 121.4737, lat: 31.2304 },
    });
    expect(second!.position).toBeUndefined();
  });

  it('has a header of two lines below a title, with services under one head', async () => {
    const path = await book('two-lines.xlsx', (made) => {
      const sheet = made.addWorksheet('表');
      sheet.addRow(['户外职工驿站情况表']);
      sheet.addRow(['序号', '名称', '坐标', null, '设施设备', null, null, '备注']);
      sheet.addRow([null, null, '纬度', '经度', '空调', '饮水机', 'WiFi', null]);
      sheet.addRow([1, '人民广场驿站', 31.2304, 121.4737, '√', '×', '√', '']);
      for (const range of ['A1:H1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:G2', 'H2:H3'])
        sheet.mergeCells(range);
    });
    const [read] = await readAll(path);
    expect(read!.drafts).toMatchObject([
      {
        record: { name: '人民广场驿站', services: ['aircon', 'wifi'] },
        position: { lng: 121.4737, lat: 31.2304 },
      },
    ]);
  });
});
