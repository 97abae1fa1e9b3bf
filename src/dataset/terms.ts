import { InvalidOptionError } from '../errors';
import {
  isOwnCode,
  type OwnTerms,
  type Term,
  type VocabularyName,
  vocabularies,
} from './vocabulary';

/**
 * A dataset's own terms, checked and copied.
 *
 * @throws InvalidOptionError when they are not `{ services: { 'x-…': { zh, en } }, … }`
 */
export function readTerms(input: unknown): OwnTerms {
  const terms = entriesOf(input, 'terms').map(([name, table]) => {
    if (!Object.keys(vocabularies).includes(name)) {
      const names = Object.keys(vocabularies).join(', ');
      throw new InvalidOptionError('terms', name, `vocabularies among ${names}`);
    }
    const labels = entriesOf(table, `terms.${name}`).map(([code, term]) => {
      if (!isOwnCode(code)) throw new InvalidOptionError(`terms.${name}`, code, 'own codes, x-…');
      return [code, readTerm(term, `terms.${name}.${code}`)] as const;
    });
    return [name as VocabularyName, Object.freeze(Object.fromEntries(labels))] as const;
  });
  return Object.freeze(Object.fromEntries(terms));
}

function entriesOf(value: unknown, where: string): [string, unknown][] {
  if (typeof value === 'object' && value !== null) return Object.entries(value);
  throw new InvalidOptionError(where, value, 'an object');
}

function readTerm(value: unknown, where: string): Term {
  const { zh, en, icon } = (value ?? {}) as Record<string, unknown>;
  const isIcon = icon === undefined || typeof icon === 'string';
  if (typeof zh !== 'string' || typeof en !== 'string' || !isIcon) {
    throw new InvalidOptionError(where, value, '{ zh, en } and perhaps icon, as text');
  }
  return Object.freeze(icon === undefined ? { zh, en } : { zh, en, icon });
}
