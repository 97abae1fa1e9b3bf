/* The page's script, first part: the data blocks read, and what the reader has chosen so far. */
export const scriptData = `
const blocksOf = (part) =>
  [...document.querySelectorAll('script[data-part="' + part + '"]')].map((block) =>
    JSON.parse(block.textContent || ''),
  );

const meta = blocksOf('meta')[0];

const findings = [];
const texts = [];
for (const block of blocksOf('findings')) {
  for (const text of block.texts) texts.push(text);
  for (const row of block.rows) findings.push(readFinding(row, findings.length));
}

function readFinding(row, number) {
  return {
    number,
    severity: row[0],
    code: texts[row[1]],
    origin: { file: texts[row[2]], sheet: texts[row[3]], row: row[4] },
    column: texts[row[5]],
    value: texts[row[6]],
    problem: { zh: texts[row[7]], en: texts[row[8]] },
    suggestion: texts[row[9]],
    station: texts[row[10]],
    // Without a file there is no other row.
    other: row[11] === 0 ? undefined : { file: texts[row[11]], sheet: texts[row[12]], row: row[13] },
    /** The column as the sheet calls it: F. */
    letter: texts[row[14]],
    /** Whether it says why the row is not in the dataset. */
    leftOut: row[15] === 1,
    /** Where it stands on the map: numbers of points. */
    points: [],
  };
}

/** Positions as columns: lng and lat in degrees, severity 0 to 2, 3 for nothing found. */
const points = readPoints(blocksOf('points'));

function readPoints(blocks) {
  const count = blocks.reduce((sum, block) => sum + block.names.length, 0);
  const lng = new Float64Array(count);
  const lat = new Float64Array(count);
  const severity = new Uint8Array(count);
  const names = [];
  const findingsOf = new Map();
  for (const block of blocks) {
    const degrees = unpackDegrees(block.at);
    for (let i = 0; i < block.names.length; i++) {
      const point = names.length;
      lng[point] = degrees[2 * i];
      lat[point] = degrees[2 * i + 1];
      severity[point] = Number(block.severity[i]);
      names.push(block.names[i]);
    }
    for (const [point, ...numbers] of block.findings) {
      findingsOf.set(point, numbers);
      for (const number of numbers) findings[number].points.push(point);
    }
  }
  return { count, lng, lat, severity, names, findingsOf };
}

function unpackDegrees(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(i * 4, true) / 1e6);
}

const outlines = (blocksOf('outlines')[0] || []).map((outline) => ({
  name: outline.name,
  rings: outline.rings.map(unpackDegrees),
}));

/** What the reader has chosen. */
const chosen = {
  language: meta.locale,
  severities: new Set(),
  leftOut: false,
  code: '',
  table: '',
  search: '',
  points: [],
  listFollows: true,
  sort: { by: 'number', down: false },
  page: 0,
};
`;
