import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { origin, phoneAtSquare, renderComponent, until } from './render-component';

/*
 * Whether WeChat's own tools take the package: its packer (miniprogram-ci), and its simulator of components
 * (miniprogram-simulate). `npm run check:miniprogram`, after a build. They are large, 330 MB, and belong to nobody who
 * works on anything else, so they are installed into a folder of their own, once.
 *
 * What the packer asks of a package, found out by trying: `miniprogram` in package.json names a folder, which is
 * copied as it is to `miniprogram_npm/<name>`: CommonJS files that require each other by relative paths, `index.js`
 * for the name itself, `miniprogram.js` for `yizhan/miniprogram`. It reads no `exports`. A package without the field is
 * bundled from `main` instead, which for this one would be the entry for web pages. Only `dependencies` are packed.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = join(root, 'node_modules/.cache/yizhan-wechat');
const packages = { 'miniprogram-ci': '2.1.42', 'miniprogram-simulate': '1.6.2', jsdom: '26.1.0' };
const example = join(root, 'examples/wechat-miniprogram');

interface Packed {
  readonly miniProgramPackNum: number;
  readonly otherNpmPackNum: number;
  readonly warnList: readonly unknown[];
}

function installTools(): NodeJS.Require {
  mkdirSync(tools, { recursive: true });
  const file = join(tools, 'package.json');
  const wanted = JSON.stringify({ private: true, dependencies: packages });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== wanted) {
    writeFileSync(file, wanted);
    const flags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
    execFileSync('npm', flags, { cwd: tools, stdio: 'inherit' });
    // The template compiler comes as a file that may not be run.
    const compilers = join(tools, 'node_modules/miniprogram-compiler/bin/linux');
    for (const name of readdirSync(compilers)) chmodSync(join(compilers, name), 0o755);
    // npm writes it anew.
    writeFileSync(file, wanted);
  }
  return createRequire(file);
}

/** The example, or an empty mini-program where there is none, with the package as it is published. */
function makeProject(): string {
  // Nowhere below a `node_modules`: there the packer says that it packed, and writes nothing.
  const project = mkdtempSync(join(tmpdir(), 'yizhan-wechat-'));
  process.on('exit', () => rmSync(project, { recursive: true, force: true }));
  if (existsSync(example))
    cpSync(example, project, {
      recursive: true,
      filter: (path) => basename(path) !== 'node_modules',
    });
  const file = join(project, 'package.json');
  const described = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {};
  const packing = ['pack', '--json', '--pack-destination', project];
  const [packed] = JSON.parse(execFileSync('npm', packing, { cwd: root, encoding: 'utf8' })) as {
    filename: string;
  }[];
  const dependencies = { yizhan: `file:${packed!.filename}` };
  writeFileSync(file, JSON.stringify({ name: 'rider', private: true, ...described, dependencies }));
  const flags = ['install', '--offline', '--no-audit', '--no-fund', '--no-package-lock'];
  execFileSync('npm', flags, { cwd: project });
  return project;
}

async function checkPacker(require: NodeJS.Require, project: string): Promise<void> {
  const { packNpmManually } = require('miniprogram-ci') as {
    packNpmManually(options: object): Promise<Packed>;
  };
  const packed = await packNpmManually({
    packageJsonPath: join(project, 'package.json'),
    miniprogramNpmDistDir: project,
  });
  if (packed.miniProgramPackNum !== 1 || packed.otherNpmPackNum !== 0 || packed.warnList.length > 0)
    throw new Error(`The packer took it otherwise: ${JSON.stringify(packed)}`);
  const placed = join(project, 'miniprogram_npm/yizhan');
  for (const file of ['index.js', 'miniprogram.js']) {
    const { openStations } = require(join(placed, file)) as { openStations: unknown };
    if (typeof openStations !== 'function') throw new Error(`No openStations in ${file}`);
  }
  console.log(`miniprogram-ci packs it: ${readdirSync(placed).join(', ')}`);
}

/** The example's component finds stations, narrows them at a tap, and shows one on the map at another. */
async function checkComponent(require: NodeJS.Require, project: string): Promise<void> {
  const { wx, phone, key } = await phoneAtSquare();
  const config = { source: `${origin}/manifest.json`, keys: [key], crs: 'gcj02' };
  writeFileSync(join(project, 'lib/config.js'), `module.exports = ${JSON.stringify(config)};`);
  const path = join(project, 'components/nearby-stations/nearby-stations');
  const component = renderComponent(require, project, path, {
    ...wx,
    showToast() {},
    openSetting() {},
  });
  // The simulator compiles the template, but draws none of this one: what it would show is looked at instead.
  const { data } = component.instance;
  const total = () => Number(component.instance.data['total'] ?? 0);
  await until(
    () => total() > 0,
    () => `No stations: ${JSON.stringify(data).slice(0, 1000)}`,
  );
  const before = total();
  component.instance['tapOpenNow']!({});
  await until(
    () => total() !== before,
    () => `A tap on the first chip changes nothing: ${before}`,
  );
  const [row] = component.instance.data['rows'] as { id: string; name: string }[];
  component.instance['tapNavigate']!({ currentTarget: { dataset: { id: row!.id } } });
  await until(
    () => phone.opened.length === 1,
    () => 'A tap on the way opens no map',
  );
  if (phone.opened[0]!.name !== row!.name) throw new Error('The map shows another station');
  console.log(
    `miniprogram-simulate: ${before} stations, ${total()} after a tap; the map shows one`,
  );
}

const require = installTools();
const project = makeProject();
await checkPacker(require, project);
await checkComponent(require, project);
// The packer leaves threads behind.
process.exit(0);
