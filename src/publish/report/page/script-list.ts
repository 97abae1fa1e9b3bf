/* The page's script: which findings are listed, and in which order. */
export const scriptList = String.raw`
const rowsPerPage = 100;
/** More than anybody prints; a browser lays out no more in good time. */
const mostPrinted = 2000;
let listed = findings;

/** A table's name as one text, to filter by. */
const tableKey = (origin) => JSON.stringify([origin.file, origin.sheet]);

const sortValues = {
  number: (finding) => finding.number,
  severity: (finding) => finding.severity,
  place: (finding) => finding.number,
  column: (finding) => finding.column,
  problem: (finding) => nameOfCode(finding.code),
  station: (finding) => finding.station,
};

/** What the search looks in, put together once for each language. */
let haystacks = new Map();

function haystackOf(finding) {
  let text = haystacks.get(finding);
  if (text === undefined) {
    const names = finding.points.map((point) => points.names[point]);
    text = [
      placeText(finding.origin),
      finding.column,
      finding.value,
      finding.problem[chosen.language],
      finding.suggestion,
      finding.station,
      finding.code,
      ...names,
    ].join('\n').toLowerCase();
    haystacks.set(finding, text);
  }
  return text;
}

/** The points that the list is about, if not about all. */
function pointsToList() {
  return chosen.listFollows ? chosen.points : [];
}

/** Called when the reader chose something: the list starts anew. */
function refilter() {
  chosen.page = 0;
  const needle = chosen.search.trim().toLowerCase();
  const onPoints = new Set(pointsToList());
  listed = findings.filter(
    (finding) =>
      (chosen.severities.size === 0 || chosen.severities.has(finding.severity)) &&
      (!chosen.leftOut || finding.leftOut) &&
      (chosen.code === '' || finding.code === chosen.code) &&
      (chosen.table === '' || tableKey(finding.origin) === chosen.table) &&
      (onPoints.size === 0 || finding.points.some((point) => onPoints.has(point))) &&
      (needle === '' || haystackOf(finding).includes(needle)),
  );
  sortListed();
  showList();
}

function sortListed() {
  const { by, down } = chosen.sort;
  const value = sortValues[by];
  const turn = down ? -1 : 1;
  const compare = (a, b) =>
    typeof a === 'number' ? a - b : a < b ? -1 : a > b ? 1 : 0;
  // Rows without such a value come last either way.
  const missing = (finding) => Number(value(finding) === '');
  listed.sort(
    (a, b) =>
      missing(a) - missing(b) || turn * compare(value(a), value(b)) || a.number - b.number,
  );
}

function sortBy(key) {
  const same = chosen.sort.by === key;
  chosen.sort = { by: key, down: same && !chosen.sort.down };
  refilter();
}

function showFilters() {
  haystacks = new Map();
  byId('kinds').replaceChildren(...meta.codes.map(kindButton));
  const tables = counted(findings, (finding) => tableKey(finding.origin));
  fillChoice(byId('table'), t('allFiles'), chosen.table, tables, (key) => {
    const [file, sheet] = JSON.parse(key);
    return tableText({ file, sheet });
  });
  byId('tables-filter').hidden = tables.size < 2;
  byId('search').setAttribute('placeholder', t('searchHint'));
  byId('search').setAttribute('aria-label', t('search'));
  const { all, held } = meta.findings;
  const file = meta.csvName;
  byId('held').hidden = all === held;
  byId('held').textContent = t('held', { all, held, file });
  byId('filters').hidden = findings.length === 0;
}

/** What was found, by kind: pressed, the list shows that kind only. */
function kindButton([code, , , severity, count]) {
  const name = nameOfCode(code);
  const attributes = {
    type: 'button',
    class: 'kind severity' + severity,
    'data-code': code,
    'aria-pressed': String(chosen.code === code),
    title: t('onlyKind', { name }),
    onclick: () => {
      chosen.code = chosen.code === code ? '' : code;
      showPressed();
      refilter();
    },
  };
  const number = element('span', { class: 'number' }, shownValue(count));
  return element('button', attributes, markOf(severity), element('span', {}, name), number);
}

/** How many there are of each, in the order they first come. */
function counted(list, keyOf) {
  const counts = new Map();
  for (const item of list) counts.set(keyOf(item), (counts.get(keyOf(item)) || 0) + 1);
  return counts;
}

function fillChoice(choice, all, value, counts, nameOf) {
  const options = [...counts].map(([key, count]) =>
    element('option', { value: key }, nameOf(key) + ' (' + shownValue(count) + ')'),
  );
  choice.replaceChildren(element('option', { value: '' }, all), ...options);
  choice.value = value;
}

function startFilters() {
  byId('table').addEventListener('change', (event) => {
    chosen.table = event.target.value;
    refilter();
  });
  let waiting;
  byId('search').addEventListener('input', (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      chosen.search = event.target.value;
      refilter();
    }, 120);
  });
  byId('clear').addEventListener('click', () => {
    chosen.code = chosen.table = chosen.search = byId('search').value = '';
    chosen.severities.clear();
    chosen.leftOut = false;
    chosen.points = [];
    showCard();
    drawSoon();
    showPressed();
    showFilters();
    refilter();
  });
}
`;
