import { type Map as MapLibre, Popup } from 'maplibre-gl';
import { labelOf, type StationClient } from 'yizhan';
import { nameOf } from '../list';
import { locale } from '../locale';
import { make } from '../make';
import { navigate } from '../navigate';
import { words } from '../words';

/** A tap on a station: what it is, whether it is open, and the way there. */
export function showPopup(map: MapLibre, client: StationClient): void {
  for (const layer of ['stations', 'corridor']) {
    map.on('click', layer, ({ features }) => {
      const station = client.get(features?.[0]?.properties['id'] as string);
      if (station === undefined) return;
      const go = make('button', { type: 'button', className: 'go' }, words.navigate);
      go.addEventListener('click', () => navigate(client, station));
      const content = make(
        'div',
        { className: 'popup' },
        make('strong', {}, nameOf({ station })),
        make('span', {}, labelOf('kinds', station.kind, locale)),
        make('span', {}, client.describeOpening(station, { locale })),
        go,
      );
      new Popup({ closeButton: false, offset: 10, maxWidth: '260px' })
        .setLngLat(station.position)
        .setDOMContent(content)
        .addTo(map);
    });
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = '';
    });
  }
}
