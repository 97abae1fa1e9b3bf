import { scriptData } from './script-data';
import { scriptElements } from './script-elements';
import { scriptList } from './script-list';
import { scriptMain } from './script-main';
import { scriptMapDraw } from './script-map-draw';
import { scriptMapInput } from './script-map-input';
import { scriptMapView } from './script-map-view';
import { scriptSummary } from './script-summary';
import { scriptTable } from './script-table';

/**
 * The page's script, for browsers of the last five years. It is kept as text, in parts of one idea each, because
 * it runs in the page and not here; test/publish/report/page-script.test.ts has the compiler check it.
 */
export const pageScript = `(() => {
'use strict';
${[
  scriptData,
  scriptElements,
  scriptSummary,
  scriptMapView,
  scriptMapDraw,
  scriptMapInput,
  scriptList,
  scriptTable,
  scriptMain,
].join('')}})();
`;
