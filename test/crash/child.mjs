import { openStations } from '../../dist/node.js';

/* Something to kill: opens a source from its folder, says so, waits to be told, updates. */

const [source, folder, key] = process.argv.slice(2);
const client = await openStations({
  source,
  folder,
  keys: [key],
  crs: 'gcj02',
  refresh: false,
  ready: 'now',
});
process.stdout.write('ready\n');
process.stdin.once('data', async () => {
  await client.refresh();
  process.stdout.write('updated\n');
  process.exit(0);
});
