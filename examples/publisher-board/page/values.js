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
  if (name === 'status') return say(value);
  if (name === 'position') return `${value.lng.toFixed(6)}, ${value.lat.toFixed(6)}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Of a list that changed, only what went and what came; of anything else, all of it as it was and as it is. */
export function changeTexts({ name, before, after }) {
  const isList = vocabularyOf[name] !== undefined && Array.isArray(before) && Array.isArray(after);
  const gone = isList ? before.filter((code) => !after.includes(code)) : before;
  const come = isList ? after.filter((code) => !before.includes(code)) : after;
  // The same codes in another order are shown whole, or there would be nothing to see.
  const isOrder = isList && gone.length + come.length === 0;
  return {
    before:
      isList && gone.length === 0 && !isOrder
        ? undefined
        : valueText(name, isOrder ? before : gone),
    after:
      isList && come.length === 0 && !isOrder ? undefined : valueText(name, isOrder ? after : come),
  };
}

/** What a station is called; without a name, where it is. */
export function nameOf({ name, address, id }) {
  return name ?? address ?? id;
}
