import { convert } from 'yizhan';
import { locale } from './locale';
import { byId, make } from './make';
import places from './map/data/places.json';
import { change, type State } from './state';
import { words } from './words';

/* Where the rider is, without the ride: the phone's location, or a district of their choice when that is refused. */

const districts = places.features.filter(({ properties }) => properties.size === 1);

export function makePlace(): void {
  const locate = make('button', { type: 'button', className: 'quiet' }, words.locate);
  locate.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      // Phones tell WGS-84; the map, the stations and this page speak GCJ-02.
      ({ coords }) => choose(convert([coords.longitude, coords.latitude], 'wgs84', 'gcj02')),
      () => tell(words.refused),
      { maximumAge: 30_000, timeout: 10_000 },
    );
  });
  const select = make('select', { id: 'district', 'aria-label': words.district });
  select.append(
    make('option', { value: '' }, words.district),
    ...districts.map(({ properties }, i) =>
      make('option', { value: String(i) }, properties[locale] ?? ''),
    ),
  );
  select.addEventListener('change', () => {
    const [lng, lat] = districts[Number(select.value)]?.geometry.coordinates ?? [];
    if (select.value !== '' && lng !== undefined && lat !== undefined) choose({ lng, lat });
  });
  byId('place').append(locate, select);
}

function choose(chosenPlace: NonNullable<State['chosenPlace']>): void {
  tell('');
  change({ chosenPlace });
}

export function showPlace({ view }: State): void {
  byId('place').hidden = view !== 'near';
}

/** For everybody to see, and for screen readers to hear. */
export function tell(text: string): void {
  byId('notice').textContent = text;
}
