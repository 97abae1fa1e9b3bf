import { buildSite } from '../../src/publish/build/build-site';
import { testKey } from './manifests';

/* Builds one version after another until somebody kills it. */

const [folder = ''] = process.argv.slice(2);
// Not sites.ts, which needs vitest.
const { sampleCrs, sampleRecords } = await import('../../src/cli/sample');
const { StationSet } = await import('../../src/core');
const key = await testKey(1);
const records = sampleRecords().filter(
  ({ district }) => district === '310101' || district === '310106',
);
for (let version = 0; ; version++) {
  const changed = records.map((record, i) =>
    i % 50 === version % 50 ? { ...record, name: `第 ${process.pid}-${version} 站` } : record,
  );
  const set = StationSet.from(changed as never, { crs: sampleCrs });
  await buildSite(set, folder, { dataset: 'shanghai', keys: [key], keep: 4 });
  if (version === 0) process.stdout.write('built\n');
}
