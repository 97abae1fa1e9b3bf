const { districtsOf, listNearby, noticesOf } = require('yizhan/miniprogram');

/*
 * What the component shows, as plain data for `setData`: of a client, of where the rider is, and of what was tapped. A place
 * has one of the kinds unknown, refused, unavailable; or here and district, with a position.
 */

function screenOf(client, place, choices, supply) {
  if (client === undefined || client.status().source === 'none') return { ...nothing, ...supply };
  if (place.position === undefined) {
    const isKnown = place.kind === 'refused' || place.kind === 'unavailable';
    return {
      ...nothing,
      mode: isKnown ? 'districts' : 'locating',
      isRefused: place.kind === 'refused',
      districts: isKnown
        ? districtsOf(client.stations).map(({ code, name }) => ({ code, name }))
        : [],
    };
  }
  const { services, openNow, audience, limit, reach } = choices;
  const options = { services, openNow, audience, limit, maxDistanceMeters: reach };
  const { chips, rows, total, closed, nothing: none } = listNearby(client, place.position, options);
  return {
    ...nothing,
    mode: 'list',
    notices: noticesOf(client.status(), { place, isOnline: choices.isOnline }),
    chips,
    // A station itself stays here: a page needs only its texts.
    rows: rows.map(({ station, call, ...texts }) => ({
      ...texts,
      id: station.id,
      number: call === undefined ? '' : call.replace('tel:', ''),
    })),
    more: Math.min(total - rows.length, rows.length),
    total,
    closed,
    none: none || null,
  };
}

const nothing = {
  mode: 'loading',
  percent: 0,
  isRefused: false,
  districts: [],
  notices: [],
  chips: [],
  rows: [],
  more: 0,
  total: 0,
  closed: 0,
  none: null,
};

module.exports = { screenOf };
