import { openStationsWith } from '../../src/hosts/node/open-stations';

/* Opens a source in a process of its own, refreshes, and says what it has: something to kill. */

const [source, folder, key] = process.argv.slice(2) as [string, string, string];
const client = await openStationsWith(
  { source, folder, keys: [key], crs: 'gcj02', refresh: false, ready: 'now' },
  {},
);
try {
  await client.refresh();
  console.log(`${client.status().sequence} ${client.stations.size}`);
} catch (error) {
  console.log((error as { code?: string }).code ?? error);
}
