import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { labels } from '../../../src/publish/report/page/labels';
import { pageScript } from '../../../src/publish/report/page/script';
import { skeleton } from '../../../src/publish/report/page/skeleton';

/* The page's script is text to the compiler of this project, so it is compiled here. */

/** What the compiler has to say about a script for browsers. */
function faultsOf(script: string): string[] {
  const options: ts.CompilerOptions = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    noUnusedLocals: true,
    // The library is not on trial here.
    skipLibCheck: true,
    skipDefaultLibCheck: true,
    target: ts.ScriptTarget.ES2021,
    lib: ['lib.es2021.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === 'page.js' || fileExists(name);
  host.getSourceFile = (name, target) =>
    name === 'page.js'
      ? ts.createSourceFile(name, script, target, true, ts.ScriptKind.JS)
      : getSourceFile(name, target);
  const program = ts.createProgram(['page.js'], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
    .filter((message) => !isOfElements.test(message));
}

/** `getElementById` and the like give elements of no particular kind; which they are is in the skeleton. */
const isOfElements =
  /does not exist on type '(?:HTMLElement|Element|EventTarget|Event & \{.*)'|'Element' is not assignable/;

describe("the page's script", () => {
  it('is understood by the compiler: nothing undeclared, nothing unused', () => {
    expect(faultsOf(pageScript)).toEqual([]);
  });

  it('would be refused if it named what is not there', () => {
    const broken = pageScript.replace('function refilter() {', 'function refilter() { nowhere();');
    expect(faultsOf(broken)).toEqual(["Cannot find name 'nowhere'."]);
  });

  it('cannot end its own element', () => {
    expect(pageScript).not.toMatch(/<\/script|<!--/i);
  });

  it('takes from the page only what is there', () => {
    const ids = [...pageScript.matchAll(/byId\('([\w-]+)'\)/g)].map((match) => match[1]!);
    expect(ids.length).toBeGreaterThan(30);
    for (const id of ids) expect(skeleton, id).toContain(`id="${id}"`);
  });

  it('has words for whatever it names, and none that nothing names', () => {
    const inScript = [...pageScript.matchAll(/\bt\('(\w+)'/g)].map((match) => match[1]!);
    const inPage = [...skeleton.matchAll(/data-t(?:-label)?="(\w+)"/g)].map((match) => match[1]!);
    const keys = new Set([...inScript, ...inPage]);
    for (const key of keys) {
      const families = Object.keys(labels.zh).filter((label) => label.startsWith(key));
      expect(families.length, key).toBeGreaterThan(0);
    }
    // Names put together, such as severity0, have their stem in the script; lists name them bare.
    const words = pageScript.replace(/(?:byId|element)\('[\w-]+'/g, '');
    for (const label of Object.keys(labels.zh)) {
      const stem = label.replace(/(?<=[a-z])\d$|(?<=_)\w+$/, '');
      const isNamed =
        keys.has(label) || words.includes(`'${label}'`) || words.includes(`'${stem}' +`);
      expect(isNamed || label === 'noScript', label).toBe(true);
    }
  });

  it('says the same things in both languages, with the same keys', () => {
    for (const [label, text] of Object.entries(labels.zh)) {
      const other = labels.en[label as keyof typeof labels.en];
      const keys = (said: string) => [...said.matchAll(/\{\w+\}/g)].map(String).sort();
      expect(keys(other), label).toEqual(keys(text));
    }
  });
});
