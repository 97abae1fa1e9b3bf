import { OpeningNearby } from './element/opening-element';

if (customElements.get('yizhan-nearby') === undefined)
  customElements.define('yizhan-nearby', OpeningNearby);
