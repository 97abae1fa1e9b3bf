import type { StationClient } from 'yizhan';
import { defineNearby, YizhanNearby } from 'yizhan/element';
import { locale } from './locale';
import { byId } from './make';
import { placeOf } from './query';
import { route } from './route';
import { onChange, state } from './state';

/** The same in one element, for a page that wants no more than that: a button, and a sheet with what is near. */
export function addNearby(client: StationClient): void {
  defineNearby();
  const nearby = new YizhanNearby();
  Object.assign(nearby, { client, route, lang: locale, position: placeOf(state) });
  onChange((next) => {
    nearby.position = placeOf(next);
  });
  byId('language').after(nearby);
}
