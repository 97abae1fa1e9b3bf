import type { LngLat, NavigationLink } from '../../src/core';

/*
 * Reads a link back as the app would: decode the query once, then split values at their separators.
 */

interface Destination extends LngLat {
  readonly name: string | undefined;
}

function latFirst(text: string): LngLat {
  const parts = text.split(',');
  if (parts.length !== 2) throw new Error(`Not two numbers: ${text}`);
  return { lat: Number(parts[0]), lng: Number(parts[1]) };
}

export function destinationOf({ app, url }: NavigationLink): Destination {
  const { searchParams } = new URL(url);
  const get = (name: string) => searchParams.get(name);
  const repeated = [...searchParams.keys()].filter((key) => key !== 'waypoint');
  if (new Set(repeated).size < repeated.length) throw new Error(`Repeated: ${url}`);
  const text = get('dname') ?? get('poiname') ?? get('to') ?? get('title') ?? undefined;
  if (app === 'amap' && get('to') !== null) {
    const parts = get('to')!.split(',');
    if (parts.length > 3) throw new Error(`Not lng,lat,name: ${get('to')}`);
    return { lng: Number(parts[0]), lat: Number(parts[1]), name: parts[2] };
  }
  if (app === 'amap') {
    if (get('dev') !== '0') throw new Error('The datum is not stated');
    return {
      lng: Number(get('dlon') ?? get('lon')),
      lat: Number(get('dlat') ?? get('lat')),
      name: text,
    };
  }
  if (app === 'baidu') return baiduDestination(searchParams, text);
  if (app === 'geo') return geoDestination(url, get('q')!);
  const position = get('tocoord') ?? get('daddr') ?? get('destination');
  return { ...latFirst(position!), name: text };
}

function baiduDestination(query: URLSearchParams, title: string | undefined): Destination {
  if (query.get('coord_type') !== 'bd09ll') throw new Error('The datum is not stated');
  const value = query.get('destination') ?? query.get('location')!;
  if (!value.includes('latlng:')) return { ...latFirst(value), name: title };
  const parts = value.split('|').map((part) => part.split(':'));
  if (parts.some((part) => part.length !== 2)) throw new Error(`Not key:value: ${value}`);
  const { name, latlng } = Object.fromEntries(parts) as Record<string, string>;
  return { ...latFirst(latlng!), name };
}

function geoDestination(url: string, query: string): Destination {
  const [, position, name] = /^([^(]*)\(([^()]*)\)$/.exec(query)!;
  if (!url.startsWith(`geo:${position}?`)) throw new Error(`Two positions: ${url}`);
  return { ...latFirst(position!), name };
}
