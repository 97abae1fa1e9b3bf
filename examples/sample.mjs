import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** The made-up stations of the command line, as GeoJSON. */
export function readSample() {
  const text = execFileSync('node', [cli, 'list', '--quiet', '--format', 'geojson'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(text);
}
