/* The page's script, third part: the head and the summary. */
export const scriptSummary = `
function showSummary() {
  const title = meta.title || t('report');
  document.title = title;
  byId('title').textContent = title;
  const time = new Date(meta.generatedAt).toLocaleString(localeTag(), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  byId('generated').textContent = (meta.title ? t('report') + ' · ' : '') + t('generated', { time });
  byId('tiles').replaceChildren(...countTiles(), ...severityTiles());
  byId('tables').replaceChildren(...meta.tables.map(tableDetails));
}

function countTiles() {
  const rows = meta.tables.reduce((sum, table) => sum + table.rows, 0);
  return [
    tile('div', {}, t('rows'), rows, t('rowsHelp', { count: meta.tables.length })),
    tile('div', {}, t('stations'), meta.stations, t('stationsHelp')),
  ];
}

/** The counts of the severities, which are buttons: pressed, the list shows those only. */
function severityTiles() {
  return meta.counts.map((count, severity) => {
    const name = t('severity' + severity);
    const attributes = {
      type: 'button',
      class: 'tile filter severity' + severity,
      'aria-pressed': String(chosen.severities.has(severity)),
      title: t('onlyThese', { name }),
      disabled: count === 0,
      onclick: () => toggleSeverity(severity),
    };
    return tile('button', attributes, name, count, t('severityHelp' + severity), markOf(severity));
  });
}

function tile(name, attributes, label, count, help, mark) {
  return element(
    name,
    { class: 'tile', ...attributes },
    element('span', { class: 'tile-name' }, mark, label),
    element('strong', {}, shownValue(count)),
    element('span', { class: 'tile-help' }, help),
  );
}

function toggleSeverity(severity) {
  if (!chosen.severities.delete(severity)) chosen.severities.add(severity);
  byId('tiles').querySelectorAll('.filter').forEach((button, index) => {
    button.setAttribute('aria-pressed', String(chosen.severities.has(index)));
  });
  refilter();
}

/** One table: how much of it arrived, what its positions are in and why; opened, its columns. */
function tableDetails(table) {
  const read = table.columns.filter((column) => column[1] !== '').length;
  const all = table.columns.length;
  return element(
    'details',
    { open: meta.tables.length === 1 },
    element(
      'summary',
      {},
      element(
        'span',
        { class: 'table-name' },
        element('bdi', {}, table.file),
        table.sheet === '' ? undefined : element('bdi', { class: 'quiet' }, ' · ' + table.sheet),
      ),
      element(
        'span',
        { class: 'quiet' },
        [table.format, table.encoding].filter(Boolean).join(' · '),
      ),
      element(
        'span',
        { class: table.placed < table.rows ? 'ratio short' : 'ratio' },
        shownValue(table.rows) + ' → ' + shownValue(table.placed),
      ),
      element('span', { class: isSure(table.crs) ? 'quiet' : 'unsure' }, crsText(table.crs)),
      element('span', { class: 'quiet' }, t('columnsRead', { read, all })),
    ),
    element('p', { class: 'reason' }, t('crsReason', { reason: table.crs.reason[chosen.language] })),
    all === 0 ? undefined : columnsTable(table.columns),
  );
}

const crsNames = { wgs84: 'WGS-84', gcj02: 'GCJ-02', bd09: 'BD-09' };

/** Whether nobody has to look at what positions were taken for. */
function isSure(crs) {
  return crs.by !== 'assumed' && crs.confidence >= 0.8;
}

function crsText(crs) {
  const percent = Math.round(crs.confidence * 100);
  return [crsNames[crs.crs] || crs.crs, t('crs_' + crs.by), t('confidence', { percent })].join(' · ');
}

function columnsTable(columns) {
  const head = ['header', 'meaning', 'byWhat'].map((key) => element('th', { scope: 'col' }, t(key)));
  const rows = columns.map(([header, zh, en, by]) => {
    const field = chosen.language === 'zh' ? zh : en;
    return element(
      'tr',
      { class: field === '' ? 'kept' : undefined },
      element('td', {}, element('bdi', {}, header)),
      element('td', {}, field || t('kept')),
      element('td', {}, t('by_' + by)),
    );
  });
  return element(
    'div',
    { class: 'columns' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)),
  );
}
`;
