import maplibre, { type Map as MapLibre } from 'maplibre-gl';
import './map.css';
import type { StationClient } from 'yizhan';
import { groups } from '../kinds';
import { byId, make } from '../make';
import { placeOf } from '../query';
import { onChange, type State, state } from '../state';
import { words } from '../words';
import { followClusters, forgetClusters } from './clusters';
import { drawLabels } from './labels';
import { addLayers, drawRide, drawStations, routeBounds } from './layers';
import { showPopup } from './popup';
import { attribution, mapStyle } from './style';

const darkness = matchMedia('(prefers-color-scheme: dark)');
const isRoomy = matchMedia('(min-width: 900px)').matches;
const theme = () => (darkness.matches ? 'dark' : 'light');

/** Near enough to tell one station from the next. */
const followZoom = 13.6;

/** Draws the map; where there is no WebGL, says so, and the page goes on without. */
export function showMap(client: StationClient, container: HTMLElement): void {
  let map: MapLibre;
  try {
    map = new maplibre.Map({
      container,
      style: mapStyle(theme()),
      bounds: routeBounds(),
      fitBoundsOptions: { padding: { top: 48, bottom: 72, left: 36, right: 36 } },
      maxBounds: [119.6, 30.2, 123, 32.4],
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
    });
  } catch {
    const note = byId('no-map');
    note.textContent = words.noMap;
    note.hidden = false;
    return;
  }
  map.touchZoomRotate.disableRotation();
  // The panel lies above the map where there is room for it.
  if (isRoomy) {
    map.setPadding({ top: 0, left: 0, bottom: 0, right: 320 });
    map.fitBounds(routeBounds(), { padding: 60, animate: false });
  }
  map.addControl(new maplibre.ScaleControl({ maxWidth: 80 }), 'bottom-left');
  map.addControl(
    new maplibre.AttributionControl({ compact: !isRoomy, customAttribution: attribution }),
    isRoomy ? 'bottom-right' : 'bottom-left',
  );
  // Folded from the start: a phone has no room for it beside the scale.
  const owed = container.querySelector('.maplibregl-compact-show');
  owed?.classList.remove('maplibregl-compact-show');
  owed?.removeAttribute('open');
  showLegend();
  drawLabels(map);
  followClusters(map);
  showPopup(map, client);
  follow(map, client);
}

function follow(map: MapLibre, client: StationClient): void {
  const element = make('div', { className: 'rider', role: 'img', 'aria-label': words.rider });
  const rider = new maplibre.Marker({ element }).setLngLat(placeOf(state)).addTo(map);
  let isFollowing = true;
  const back = make('button', { type: 'button', className: 'back', hidden: true }, words.follow);
  back.addEventListener('click', () => {
    isFollowing = true;
    back.hidden = true;
    map.easeTo({ center: placeOf(state), zoom: Math.max(map.getZoom(), followZoom) });
  });
  byId('scene').append(back);
  map.on('dragstart', () => {
    isFollowing = false;
    back.hidden = false;
  });

  let drawn: State | undefined;
  const draw = (next: State): void => {
    const place = placeOf(next);
    rider.setLngLat(place);
    const hasMoved = drawn !== undefined && placeOf(drawn).lng !== place.lng;
    if (isFollowing && hasMoved) {
      const zoom = Math.max(map.getZoom(), followZoom);
      map.easeTo({ center: place, zoom, duration: 250, easing: (t) => t });
    }
    drawRide(map, next);
    const isFiltered = drawn?.services !== next.services || drawn?.isOpenOnly !== next.isOpenOnly;
    if (isFiltered && client.status().source !== 'none') redraw(next);
    drawn = next;
  };
  const redraw = (next: State) => {
    forgetClusters();
    drawStations(map, client, next);
  };
  map.on('style.load', () => {
    addLayers(map);
    drawn = undefined;
    draw(state);
    byId('map').dataset['ready'] = 'true';
  });
  onChange(draw);
  client.on('update', () => redraw(state));
  darkness.addEventListener('change', () => map.setStyle(mapStyle(theme()), { diff: false }));
}

function showLegend(): void {
  byId('legend').replaceChildren(
    ...groups.map((group) =>
      make('li', {}, make('span', { className: `dot ${group}` }), words.groups[group]!),
    ),
  );
}
