import { InvalidOptionError } from '../errors';
import { YizhanNearby } from './nearby';

/**
 * Makes `<yizhan-nearby>` known to the page, under this name. Where it is known already, and where there is no page, nothing
 * happens.
 *
 * @param tag a name with a hyphen. @default 'yizhan-nearby'
 * @throws InvalidOptionError
 * @example
 * defineNearby();
 * typeof defineNearby; // 'function'
 */
export function defineNearby(tag = 'yizhan-nearby'): void {
  if (typeof tag !== 'string' || !/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(tag))
    throw new InvalidOptionError('tag', tag, 'a name in lower case with a hyphen: yizhan-nearby');
  if (typeof customElements === 'undefined' || customElements.get(tag) !== undefined) return;
  // A class can have one name only.
  const isTaken = tag !== 'yizhan-nearby';
  customElements.define(tag, isTaken ? class extends YizhanNearby {} : YizhanNearby);
}
