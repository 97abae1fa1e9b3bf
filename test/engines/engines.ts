import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createContext, Script } from 'node:vm';

/* The engines that rider apps run on, each of which runs a script and gives out what it said. */

export interface Engine {
  readonly name: string;
  /** Whose engine it is. */
  readonly standsFor: string;
  /** `undefined` where it is not installed; `advice` says how. */
  readonly version: string | undefined;
  readonly advice: string;
  /** What the script hands to `say`, line by line. */
  run(script: string): Promise<readonly string[]>;
}

const require = createRequire(import.meta.url);

/** Node's own V8, in a context that has nothing of Node. */
const v8: Engine = {
  name: 'V8',
  standsFor: 'WeChat and Alipay on Android',
  version: process.versions.v8,
  advice: '',
  async run(script) {
    const lines: string[] = [];
    const context = createContext({ say: (line: string) => lines.push(line) });
    new Script(script).runInContext(context);
    const step = new Script('world.step()');
    // A turn of Node's own loop lets the promises of every context go on.
    do await new Promise((resolve) => setImmediate(resolve));
    while (step.runInContext(context) === true);
    return lines;
  },
};

interface QuickJsContext {
  evalCode(code: string): { error?: unknown; value?: unknown };
  unwrapResult(result: object): { dispose(): void };
  dump(handle: unknown): unknown;
  newFunction(name: string, run: (line: unknown) => void): { dispose(): void };
  getString(handle: unknown): string;
  setProp(target: unknown, name: string, value: unknown): void;
  readonly global: unknown;
  readonly runtime: { executePendingJobs(): object };
}

/** Bellard's QuickJS, compiled to WebAssembly. */
const quickJs: Engine = {
  name: 'QuickJS',
  standsFor: 'small engines of other mini-program platforms',
  version: packageVersion('quickjs-emscripten'),
  advice: 'npm ci',
  async run(script) {
    const { getQuickJS } = (await import('quickjs-emscripten')) as unknown as {
      getQuickJS(): Promise<{ newContext(): QuickJsContext }>;
    };
    const vm = (await getQuickJS()).newContext();
    const lines: string[] = [];
    vm.setProp(
      vm.global,
      'say',
      vm.newFunction('say', (line) => void lines.push(vm.getString(line))),
    );
    const evaluate = (code: string) => vm.dump(vm.unwrapResult(vm.evalCode(code)));
    evaluate(script);
    do vm.unwrapResult(vm.runtime.executePendingJobs());
    while (evaluate('world.step()') === true);
    return lines;
  },
};

/** WebKit's, as Debian builds it. */
const javaScriptCore: Engine = {
  name: 'JavaScriptCore',
  standsFor: 'WeChat and Alipay on iOS',
  version: debianVersion('jsc', 'libjavascriptcoregtk-4.0-bin'),
  advice: 'apt-get install libjavascriptcoregtk-4.0-bin',
  run: async (script) =>
    saidBy(
      'jsc',
      [],
      `var say = print, pump = drainMicrotasks;\n${script}\nfor (;;) { pump(); if (!world.step()) break; }`,
    ),
};

const hermesPackage = 'hermes-engine-cli';
const hermesFolder = join(packageFolder(hermesPackage) ?? '', 'linux64-bin');

/** React Native's, before its version 1. Its compiler's bytecode is what runs. */
export const hermes: Engine = {
  name: 'Hermes',
  standsFor: 'React Native',
  version: packageVersion(hermesPackage),
  advice: 'npm ci',
  run: async (script) =>
    saidBy(
      join(hermesFolder, 'hermes'),
      ['-O', '-w'],
      // Its own timers run what is due after promises.
      `var say = print, pump = setTimeout;\n${script}\n(function go() { if (world.step()) pump(go, 0); })();`,
    ),
};

const compilers = {
  newest: join(packageFolder('hermes-compiler') ?? '', 'hermesc/linux64-bin/hermesc'),
  before: join(hermesFolder, 'hermesc'),
};

/** By the compiler that React Native brings now, which only its own engine runs, or by that of the engine here. */
export function compileForHermes(script: string, compiler: keyof typeof compilers): Buffer {
  return inFolder((folder) => {
    const [file, out] = [join(folder, 'script.js'), join(folder, 'script.hbc')];
    writeFileSync(file, script);
    execFileSync(compilers[compiler], ['-O', '-w', '-emit-binary', '-out', out, file]);
    return readFileSync(out);
  });
}

/** Engines that run the mini-program's entry. Where one is absent its tests are skipped, never with `REQUIRE_ENGINES`. */
export const bareEngines: readonly Engine[] = [v8, quickJs, javaScriptCore];

for (const { name, version, advice } of [...bareEngines, hermes]) {
  if (version !== undefined) continue;
  const absent = `No ${name} here. Install it: ${advice}.`;
  if (process.env['REQUIRE_ENGINES']) throw new Error(absent);
  console.warn(`Tests in ${name} are skipped. ${absent}`);
}

function saidBy(program: string, flags: readonly string[], script: string): readonly string[] {
  return inFolder((folder) => {
    const file = join(folder, 'script.js');
    writeFileSync(file, script);
    const { stdout, stderr, status, error } = spawnSync(program, [...flags, file], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${program}: ${stderr.slice(0, 2000)}${stdout.slice(-2000)}`);
    return stdout.trimEnd().split('\n');
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'yizhan-engine-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function packageFolder(name: string): string | undefined {
  const paths = require.resolve.paths(name) ?? [];
  return paths
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
}

function packageVersion(name: string): string | undefined {
  const folder = packageFolder(name);
  if (folder === undefined) return undefined;
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string })
    .version;
}

function debianVersion(program: string, name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  if (!folders.some((folder) => existsSync(join(folder, program)))) return undefined;
  try {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholder
    return execFileSync('dpkg-query', ['-W', '-f', '${Version}', name], { encoding: 'utf8' });
  } catch {
    return 'of this system';
  }
}
