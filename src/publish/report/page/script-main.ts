/* The page's script, last part: everything shown, again whenever the language changes. */
export const scriptMain = `
function showAll() {
  fillWords();
  for (const button of document.querySelectorAll('[data-language]')) {
    const own = button.getAttribute('data-language') === chosen.language;
    button.setAttribute('aria-pressed', String(own));
  }
  showSummary();
  showMap();
  showFilters();
  const { page } = chosen;
  refilter();
  chosen.page = page;
  showList();
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    chosen.language = button.getAttribute('data-language');
    showAll();
  });
}

// On paper: light, everything that is listed and not one page of it, as far as a browser manages.
window.addEventListener('beforeprint', () => {
  document.documentElement.classList.add('paper');
  fillTable(listed.slice(0, mostPrinted));
  byId('print-cut').hidden = listed.length <= mostPrinted;
  byId('print-cut').textContent = t('printCut', { count: mostPrinted, file: meta.csvName });
  draw();
});
window.addEventListener('afterprint', () => {
  document.documentElement.classList.remove('paper');
  byId('print-cut').hidden = true;
  showList();
  draw();
});

byId('page-body').hidden = false;
startFilters();
startTable();
showAll();
startMap();
`;
