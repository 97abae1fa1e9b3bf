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

/** What became of the rows: the first thing to know. */
function countTiles() {
  const rows = meta.tables.reduce((sum, table) => sum + table.rows, 0);
  const without = Math.max(0, rows - meta.stations);
  const reasons = meta.leftOut.slice(0, 3).map(([code, count]) =>
    t('leftOutReason', { name: nameOfCode(code), count }),
  );
  const others = meta.leftOut.slice(3).reduce((sum, [, count]) => sum + count, 0);
  if (others > 0) reasons.push(t('leftOutReason', { name: t('otherReasons'), count: others }));
  const attributes = {
    type: 'button',
    class: 'tile filter left-out',
    'aria-pressed': String(chosen.leftOut),
    title: t('showLeftOut'),
    disabled: reasons.length === 0,
    onclick: () => {
      chosen.leftOut = !chosen.leftOut;
      showPressed();
      refilter();
    },
  };
  return [
    tile('div', {}, t('placed'), meta.stations, t('placedHelp', { rows, tables: meta.tables.length })),
    tile('button', attributes, t('leftOut'), without, reasons.join(' · ') || t('leftOutHelp')),
  ];
}

function nameOfCode(code) {
  const [, zh, en] = meta.codes.find((one) => one[0] === code);
  return chosen.language === 'zh' ? zh : en;
}

/** The counts of the severities, which are buttons: pressed, the list shows those only. */
function severityTiles() {
  return meta.counts.map((count, severity) => {
    const name = t('severity' + severity);
    const attributes = {
      type: 'button',
      class: 'tile filter severity' + severity,
      'data-severity': severity,
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
  showPressed();
  refilter();
}

/** The tiles and kinds that are chosen look so. */
function showPressed() {
  const press = (button, pressed) => button.setAttribute('aria-pressed', String(pressed));
  press(byId('tiles').querySelector('.left-out'), chosen.leftOut);
  for (const button of byId('tiles').querySelectorAll('[data-severity]')) {
    press(button, chosen.severities.has(Number(button.getAttribute('data-severity'))));
  }
  for (const button of byId('kinds').children) {
    press(button, chosen.code === button.getAttribute('data-code'));
  }
}

/** One table: how much of it arrived, what its positions are in and why; opened, its columns. */
function tableDetails(table) {
  const read = table.columns.filter((column) => column[1] !== '').length;
  const all = table.columns.length;
  return element(
    'details',
    {},
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
        t('placedOf', { rows: table.rows, placed: table.placed }),
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
  const rows = columns.map(([header, zh, en, by, letter]) => {
    const field = chosen.language === 'zh' ? zh : en;
    return element(
      'tr',
      { class: field === '' ? 'kept' : undefined },
      element('td', {}, letter && element('span', { class: 'letter' }, letter), element('bdi', {}, header)),
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
