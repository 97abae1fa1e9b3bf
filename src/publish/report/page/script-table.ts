/* The page's script: the list as a table, a page at a time. */
export const scriptTable = `
/** The columns: their words, and what they sort by. */
const columns = [
  ['colSeverity', 'severity'],
  ['colPlace', 'place'],
  ['colColumn', 'column'],
  ['colValue', ''],
  ['colProblem', 'problem'],
  ['colSuggestion', ''],
  ['colStation', 'station'],
];

function showList() {
  const pages = Math.max(1, Math.ceil(listed.length / rowsPerPage));
  const start = chosen.page * rowsPerPage;
  fillTable(listed.slice(start, start + rowsPerPage));
  const filtered = listed.length !== findings.length;
  const status = filtered
    ? t('shownOf', { count: listed.length, all: findings.length })
    : t('shown', { count: listed.length });
  byId('status').textContent = status;
  byId('clear').hidden = !isFiltered();
  showPointFilter();
  byId('empty').hidden = listed.length > 0;
  byId('empty').textContent = t(findings.length === 0 ? 'noFindings' : 'noMatches');
  byId('list').hidden = listed.length === 0;
  byId('pager').hidden = pages === 1;
  byId('page').textContent = t('page', { page: chosen.page + 1, pages });
  byId('previous').disabled = chosen.page === 0;
  byId('next').disabled = chosen.page === pages - 1;
}

function isFiltered() {
  const { severities, leftOut, code, table, search } = chosen;
  return leftOut || severities.size + pointsToList().length > 0 || code + table + search.trim() !== '';
}

function showPointFilter() {
  const [first] = pointsToList();
  const count = pointsToList().length;
  byId('on-point').hidden = count === 0;
  byId('on-point').textContent =
    count === 0 ? '' : t(count === 1 ? 'onPoint' : 'onPoints', { name: points.names[first], count });
}

function fillTable(rows) {
  byId('head').replaceChildren(...columns.map(headCell));
  byId('body').replaceChildren(...rows.map(rowOf));
  byId('cut').hidden = !rows.some((finding) => finding.value.length > 400);
  byId('cut').textContent = t('cutTexts', { file: meta.csvName });
}

function headCell([key, by]) {
  const name = t(key);
  if (by === '') return element('th', { scope: 'col', role: 'columnheader' }, name);
  const { sort } = chosen;
  const direction = sort.by !== by ? 'none' : sort.down ? 'descending' : 'ascending';
  const attributes = {
    type: 'button',
    title: t('sortBy', { name }),
    onclick: () => {
      sortBy(by);
      byId('head').querySelector('[aria-sort=ascending] button, [aria-sort=descending] button').focus();
    },
  };
  return element('th', { scope: 'col', role: 'columnheader', 'aria-sort': direction }, element('button', attributes, name));
}

function rowOf(finding) {
  const { severity, origin, other, value, problem, suggestion } = finding;
  const name = t('one' + severity);
  const cell = (key, ...children) =>
    element('td', { role: 'cell', 'data-label': t(key) }, ...children);
  const data = (text, kind) => (text === '' ? '' : element('bdi', { class: kind }, text));
  return element(
    'tr',
    { role: 'row' },
    element('td', { role: 'cell', class: 'of-severity' }, element('span', { class: 'badge severity' + severity }, markOf(severity), name)),
    cell('colPlace', placeCell(finding), other && element('span', { class: 'other' }, t('other', { place: placeText(other, origin) }))),
    cell('colColumn', ...columnCell(finding)),
    cell('colValue', data(value, 'value')),
    cell('colProblem', element('bdi', { class: 'problem' }, problem[chosen.language])),
    cell('colSuggestion', suggestion === '' ? '' : element('span', { class: 'suggestion' }, data(suggestion, 'value'), copyButton(suggestion))),
    cell('colStation', ...stationCell(finding)),
  );
}

/** The letter above the column, and what its header says. */
function columnCell({ column, letter }) {
  return [
    column === '' ? '' : element('bdi', { class: 'header' }, column),
    letter === '' ? '' : element('span', { class: 'letter' }, t('letter', { letter })),
  ];
}

/** The file quietly, the row in the sheet plainly: that is what a clerk looks for. */
function placeCell({ origin }) {
  const row = origin.row === 0 ? t('wholeTable') : t('row', { row: String(origin.row) });
  return element('span', { class: 'place' }, element('strong', {}, row), element('bdi', { class: 'quiet' }, fileText(origin)));
}

/** The file and the sheet, unless there is but one to look in. */
function fileText(origin) {
  const [first] = meta.tables;
  const isOnly = meta.tables.length === 1 && tableKey(first) === tableKey(origin);
  return isOnly ? '' : tableText(origin);
}

function stationCell({ station, points: list, origin }) {
  const [point = -1] = list;
  const name = point === -1 || points.names[point] === station ? '' : points.names[point];
  const locate = {
    type: 'button',
    class: 'plain locate',
    'aria-label': t('locateLabel', { place: placeText(origin) }),
    onclick: () => {
      byId('map-part').scrollIntoView({ block: 'center' });
      showPoint(point, false);
    },
  };
  return [
    name === '' ? '' : element('bdi', { class: 'station-name' }, name),
    station === '' ? '' : element('bdi', { class: 'station-id' }, station),
    point === -1 ? '' : element('button', locate, t('locate')),
  ];
}

function copyButton(text) {
  const attributes = {
    type: 'button',
    class: 'plain copy',
    'aria-label': t('copyLabel', { text }),
    onclick: async (event) => {
      const button = event.currentTarget;
      const said = t((await copied(text)) ? 'copied' : 'copyFailed');
      button.textContent = said;
      announce(said);
      setTimeout(() => (button.textContent = t('copy')), 1500);
    },
  };
  return element('button', attributes, t('copy'));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // Refused, or not there: the old way, through a field that is selected.
    const field = element('textarea', { class: 'offstage', readonly: true });
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

function turnPage(step, button) {
  chosen.page += step;
  showList();
  byId('findings-title').scrollIntoView();
  if (button.disabled) byId(step > 0 ? 'previous' : 'next').focus();
}

function startTable() {
  byId('previous').addEventListener('click', (event) => turnPage(-1, event.currentTarget));
  byId('next').addEventListener('click', (event) => turnPage(1, event.currentTarget));
}
`;
