import { makeChips, showChips } from './chips';
import { makeControls, showControls } from './controls';
import { forgetRows, showList } from './list';
import { kilobytes, locale } from './locale';
import { byId, make } from './make';
import { addNearby } from './nearby';
import { countBytes } from './network';
import { makePanel, showPanel } from './panel';
import { makePlace, showPlace, tell } from './place';
import { ask } from './query';
import { onChange, state } from './state';
import { openSample, source } from './stations';
import { makeViews, showViews } from './views';
import { words } from './words';

document.title = `${words.title} · yizhan`;
document.querySelector('h1')!.textContent = words.title;
byId('made-up').textContent = words.madeUp;
const otherLocale = locale === 'zh' ? 'en' : 'zh';
byId('language').append(make('a', { href: `?lang=${otherLocale}` }, words.otherLanguage));
makeViews();
makePlace();
makeChips();
makeControls();
tell(words.opening);

const client = await openSample();
makePanel(client);
addNearby(client);
countBytes(source, () => showPanel(client));

function show(): void {
  showViews(state);
  showPlace(state);
  showControls(state);
  if (client.status().source !== 'none') {
    showChips(client, state);
    const isAhead = state.view === 'ahead';
    showList(client, ask(client, state), isAhead ? words.nothingAhead : words.nothingNear);
  }
  showPanel(client);
}

if (client.status().source !== 'none') tell('');
show();
onChange(show);
client.on('status', () => showPanel(client));
client.on('error', () => {
  if (client.status().source === 'none') tell(words.noStations);
});
client.on('update', () => {
  tell('');
  forgetRows();
  show();
});
if (client.status().source === 'none')
  await client
    .refresh({ onProgress: ({ receivedBytes }) => tell(words.receiving(kilobytes(receivedBytes))) })
    .catch(() => {});

// The map comes last: it is ten times the size of all the rest, and nobody needs it to find a toilet.
const { showMap } = await import('./map/map');
showMap(client, byId('map'));
