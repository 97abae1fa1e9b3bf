// Run: npm run build && node examples/import-sheet.mjs
import { fileURLToPath } from 'node:url';
import { describeFinding, importStations } from 'yizhan/publish';

// A sheet as offices send them, made up: a title above the header, coordinates swapped or missing, a total below.
const sheet = fileURLToPath(new URL('huangpu.csv', import.meta.url));
const stations = [];
const { report } = await importStations([sheet], {
  crs: 'gcj02',
  out: { write: (text) => stations.push(text) },
});

console.log(`${report.tables[0].rows} rows, ${report.stations} stations`);
for (const finding of report.findings) {
  console.log(`${finding.severity}, row ${finding.origin.row}: ${describeFinding(finding, 'en')}`);
}
console.log(JSON.parse(stations.join('')).features[1].properties);
