import { type GeoJSONSource, type Map as MapLibre, Marker } from 'maplibre-gl';
import { groups } from '../kinds';
import { make } from '../make';
import { words } from '../words';

/*
 * A cluster as a ring with a part for each group of kinds, and how many there are: HTML above the map. The map itself
 * is moved and zoomed by its keys, so that clusters are no stops on the way from one button to the next.
 */

const shown = new Map<number, Marker>();

export function followClusters(map: MapLibre): void {
  map.on('render', () => {
    if (map.getSource('stations') !== undefined && map.isSourceLoaded('stations')) update(map);
  });
}

function update(map: MapLibre): void {
  const seen = new Set<number>();
  for (const { geometry, properties } of map.querySourceFeatures('stations')) {
    const id = properties['cluster_id'] as number | undefined;
    if (id === undefined || seen.has(id) || geometry.type !== 'Point') continue;
    seen.add(id);
    if (shown.has(id)) continue;
    const place = geometry.coordinates as [number, number];
    const element = ring(properties as Readonly<Record<string, number>>);
    element.addEventListener('click', async () => {
      const source = map.getSource<GeoJSONSource>('stations')!;
      map.easeTo({ center: place, zoom: await source.getClusterExpansionZoom(id) });
    });
    shown.set(id, new Marker({ element }).setLngLat(place).addTo(map));
  }
  for (const [id, marker] of shown) {
    if (seen.has(id)) continue;
    marker.remove();
    shown.delete(id);
  }
}

/** Numbers of clusters begin anew with other stations. */
export function forgetClusters(): void {
  for (const marker of shown.values()) marker.remove();
  shown.clear();
}

const svg = 'http://www.w3.org/2000/svg';

function ring(properties: Readonly<Record<string, number>>): HTMLElement {
  const count = properties['point_count']!;
  const size = count >= 300 ? 48 : count >= 60 ? 42 : 34;
  const radius = size / 2 - 3;
  const around = 2 * Math.PI * radius;
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
  let from = 0;
  for (const group of groups) {
    const part = ((properties[group] ?? 0) / count) * around;
    if (part === 0) continue;
    const arc = document.createElementNS(svg, 'circle');
    const attributes = { cx: size / 2, cy: size / 2, r: radius, class: group };
    for (const [name, value] of Object.entries(attributes)) arc.setAttribute(name, String(value));
    arc.setAttribute('stroke-dasharray', `${part} ${around - part}`);
    arc.setAttribute('stroke-dashoffset', String(-from));
    picture.append(arc);
    from += part;
  }
  const label = words.cluster(count);
  const element = make(
    'button',
    { type: 'button', className: 'cluster', tabIndex: -1, 'aria-label': label },
    picture,
    make('span', {}, String(count)),
  );
  element.style.width = element.style.height = `${size}px`;
  return element;
}
