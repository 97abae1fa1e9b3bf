import { beforeAll, describe, expect, it } from 'vitest';
import { bareEngines, compileForHermes, type Engine, hermes } from './engines';
import { bareScript, nativeScript } from './scripts';

/*
 * The packages for mini-programs and React Native, as they ship, in engines that have nothing but the language and
 * doubles of what apps have: each keeps the contract of all hosts, and answers alike to the last digit. After
 * `npm run build`.
 */

interface Said {
  readonly kept: readonly string[];
  readonly broken: readonly string[];
  readonly answers: readonly string[];
  readonly isWhole: boolean;
}

const [first] = bareEngines;

/** An engine without a JIT compiler takes a minute for one platform. */
const platformsOf = ({ name }: Engine) =>
  ({ QuickJS: ['wx'], Hermes: ['react-native'] })[name] ?? ['wx', 'my'];

async function saidIn(engine: Engine): Promise<Said> {
  const isNative = engine === hermes;
  const script = isNative ? await nativeScript() : await bareScript(platformsOf(engine));
  const lines = await engine.run(script);
  const after = (start: string) =>
    lines
      .filter((line) => line.startsWith(`${start}\t`))
      .map((line) => line.slice(start.length + 1));
  return {
    kept: after('kept'),
    broken: after('broken'),
    answers: after('answer'),
    isWhole: lines.at(-1) === 'end',
  };
}

let expected: Said;
beforeAll(async () => {
  expected = await saidIn(first!);
}, 300_000);

describe.each([...bareEngines, hermes])('an app in $name', (engine) => {
  let said: Said;
  beforeAll(async () => {
    if (engine.version === undefined) return;
    said = engine === first ? expected : await saidIn(engine);
  }, 900_000);

  it.skipIf(engine.version === undefined)('keeps the contract of hosts', () => {
    expect(said.broken).toEqual([]);
    const platforms = platformsOf(engine);
    expect(said.kept.length).toBe((expected.kept.length / 2) * platforms.length);
    expect(said.kept.length).toBeGreaterThanOrEqual(13 * platforms.length);
    expect(said.isWhole).toBe(true);
  });

  it.skipIf(engine.version === undefined)('answers as V8 does, to the last digit', () => {
    expect(said.answers.length).toBeGreaterThan(500);
    for (const [i, answer] of said.answers.entries()) expect(answer).toBe(expected.answers[i]);
    expect(said.answers.length).toBe(expected.answers.length);
  });
});

describe("React Native's own compilers", () => {
  it.skipIf(hermes.version === undefined)(
    'compile all of it to bytecode, the newest and the one before',
    async () => {
      const script = await nativeScript();
      // The magic number of Hermes' bytecode: hermes/include/hermes/BCGen/HBC/BytecodeFileFormat.h
      for (const bytes of [compileForHermes(script, 'newest'), compileForHermes(script, 'before')])
        expect(bytes.readBigUInt64LE(0)).toBe(0x1f1903c103bc1fc6n);
    },
  );
});
