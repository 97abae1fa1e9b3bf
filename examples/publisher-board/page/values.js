import { labelOf } from '/dist/core.js';
import { language, say } from './words.js';

const vocabularyOf = {
  kind: 'kinds',
  services: 'services',
  audiences: 'audiences',
  access: 'access',
};

/** A field's value as a person reads it. */
export function valueText(name, value) {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return say('nothing');
  const vocabulary = vocabularyOf[name];
  const label = (code) => labelOf(vocabulary, code, language.locale);
  if (vocabulary !== undefined)
    return Array.isArray(value)
      ? value.map(label).join(language.locale === 'zh' ? '、' : ', ')
      : label(value);
  if (name === 'position') return `${value.lng.toFixed(6)}, ${value.lat.toFixed(6)}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a station is called; without a name, where it is. */
export function nameOf({ name, address, id }) {
  return name ?? address ?? id;
}
