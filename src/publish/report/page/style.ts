import { styleBase } from './style-base';
import { styleParts } from './style-parts';

/** The page's style sheet. */
export const pageStyle = `${styleBase}${styleParts}`;
