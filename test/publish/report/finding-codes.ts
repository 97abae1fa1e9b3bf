import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vocabularies } from '../../../src/dataset/vocabulary';
import { wordedCodes } from '../../../src/publish/report/words';
import { fieldName } from '../../../src/publish/report/words/field-name';

/* The codes of findings, looked for in the sources: a new one shall not go without words. */

const publish = fileURLToPath(new URL('../../../src/publish', import.meta.url));

/** The text of all sources in a folder of src/publish. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(publish, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(publish, folder, file), 'utf8'));
}

/** What makes findings. */
const makers = ['import', 'check', 'ids', 'crs-evidence', 'outlines'];

/** Every literal in an expression that becomes a finding's code: these may be of one word. */
export function codesUsed(): string[] {
  const found = makers.flatMap(sourcesIn).flatMap((text) => {
    const expressions = [
      ...text.matchAll(/\bcode\s*(?::|=)\s*([^;{}]*?)(?:,\n|,\s*\w+[:,]|;|\}|$)/gm),
    ];
    return expressions.flatMap(([, expression]) => [
      ...expression!.matchAll(/(?<![=!]==? )'([a-z]+(?:-[a-z]+)*)'/g),
    ]);
  });
  const codes = new Set(found.map((match) => match[1]!));
  // A status of a station is a code, too.
  return [...codes].filter((code) => !['active', 'planned', 'suspended'].includes(code));
}

/**
 * Every literal of several words, wherever it stands, that has no words and is nothing else that is known: however
 * a code is handed on, it is written somewhere.
 */
export function strangers(texts: readonly string[] = makers.flatMap(sourcesIn)): string[] {
  const terms = Object.values(vocabularies).flatMap((codes) => Object.keys(codes));
  const others = ['repeated-header', 'day-first', 'month-first'];
  const known = new Set<string>([...wordedCodes.keys(), ...terms, ...others]);
  const literals = texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)]);
  return [...new Set(literals.map((match) => match[1]!))].filter(
    (literal) => !known.has(literal) && fieldName(literal, 'en') === literal,
  );
}
