import { describe, expect, it } from 'vitest';
import { InvalidOptionError, InvalidRouteError, Route } from '../../src/core';
import { encodePolyline } from '../../src/geo/route-formats/polyline';
import { a, b, c, decode, list, refusal } from '../support/decode-route';

describe('GPX', () => {
  const gpx = (inside: string) => `<?xml version="1.0"?>\n<gpx version="1.1">${inside}</gpx>`;

  it('joins the segments and tracks, and leaves out waypoints and routes', () => {
    const text = gpx(`
      <wpt lat="1" lon="2"><name>not &lt;this&gt;</name></wpt>
      <rte><rtept lat="3" lon="4"/></rte>
      <trk><name><![CDATA[ </trkseg> <trkpt lat="9" lon="9"/> ]]></name>
        <trkseg><trkpt lat="31.23" lon="121.46"><ele>4</ele></trkpt>
          <!-- <trkpt lat="8" lon="8"/> --><trkpt lon='121.47' lat='31.23'/></trkseg>
        <trkseg/>
        <trkseg><trkpt  lat = "31.23"\n lon="121.47" note="a &gt; b > c &amp;"></trkpt></trkseg>
      </trk>
      <trk><trkseg><trkpt lat="31.24" lon="121.47"/></trkseg></trk>`);
    expect(decode(text, 'gpx')).toEqual([a, b, c]);
    expect(decode(`\uFEFF${text}`, 'gpx')).toEqual([a, b, c]);
  });

  it('reads prefixed names, and routes where there is no track', () => {
    const text = `<g:gpx xmlns:g="http://www.topografix.com/GPX/1/1"><g:trk/>
      <g:rte><g:rtept lat="31.23" lon="121.46"/><g:rtept lat="+31.23" lon="121.47"/></g:rte></g:gpx>`;
    expect(decode(text, 'gpx')).toEqual([a, b]);
  });

  it.each([
    ['<kml></kml>', 'expected <gpx>, got <kml>', 1],
    ['hello', 'expected <', 1],
    [gpx('<wpt lat="1" lon="2"/>'), 'no track and no route', 1],
    [gpx('<trk><trkseg><trkpt lat="91" lon="2"/></trkseg></trk>'), 'between -90 and 90', 55],
    [gpx('<trk><trkseg><trkpt lat="121.4" lon="31"/></trkseg></trk>'), 'latitude comes first', 55],
    [
      gpx('<trk><trkseg><trkpt lat="1,5" lon="2"/></trkseg></trk>'),
      'needs lat in degrees, got 1,5',
      55,
    ],
    [gpx('<trk><trkseg><trkpt lat="1"/></trkseg></trk>'), 'needs lon in degrees, got none', 55],
    [gpx('<trkpt lat="1" lon="2"/>'), 'outside of a segment', 42],
    [gpx('<trk><trkseg></trk>'), '</trk> closes what is not open', 55],
    [gpx('<trk lat=5></trk>'), '<trk> is not well-formed', 46],
    ['<gpx><trk><trkseg><trkpt lat="1" lon="2"/>', 'cut short: <trkseg> is not closed', 43],
    ['<gpx><trk><trkseg><trkpt lat="1', 'cut short within a tag', 32],
  ])('refuses %s', (text, words, character) => {
    const error = refusal(text, 'gpx');
    expect(error.message).toContain(words);
    expect(error.character).toBe(character);
  });
});

describe('the character at which a text is wrong', () => {
  it.each([
    ['amap', '121.46,31.23;121.47;31.23', 'expected the comma of vertex 2', 20],
    ['amap', '121.46,31.23;121.47,', 'cut short: expected the latitude of vertex 2', 21],
    ['amap', '121.46,31.23;121.47,31.', 'expected the latitude of vertex 2', 21],
    ['amap', '31.23,121.46', 'longitude comes first', 1],
    ['baidu', '  121.46,31.23;31.24,121.47', 'vertex 2', 16],
    ['baidu', '12957000.1,4825000.2', 'not metres of a Mercator projection', 1],
    ['baidu', '.=wR1kBBWzK', 'this is not "lng,lat;lng,lat"', 1],
    ['tencent', '[31.23, 121.46, 100, 2.5]', 'item 4: expected a whole number', 22],
    ['tencent', '[31.23, 121.46, 100]', 'cut short', 20],
    ['tencent', '[121.46, 31.23]', 'latitude comes first', 2],
    ['tencent', '[31.23, 121.46, 100, null]', 'expected a number, got null', 22],
    ['tencent', '[31.23, 121.46, ', 'the JSON is cut short', 17],
    ['tencent', '[31.23, 121.46 100]', 'this is not JSON', 16],
    ['polyline5', 'orr}D_tidV?_', 'in the middle of a number', 13],
    ['polyline5', 'orr}D', 'in the middle of a vertex', 6],
    ['polyline5', 'orr}D 1', '" " is not used', 6],
    ['geojson', '{ "type": "LineString" "coordinates": [] }', 'this is not JSON', 24],
    [
      'amap',
      '{"route":{"paths":[{"steps":[{"polyline":"121.4,"}]}]}}',
      'in paths[0].steps[0].polyline',
      49,
    ],
  ] as const)('%s: %s', (format, text, words, character) => {
    const error = refusal(text, format);
    expect(error.message).toContain(words);
    expect(error.character).toBe(character);
  });

  it('is found behind what JSON escapes', () => {
    const broken = 'orr}D_tidV\\\\ \n';
    const error = refusal(JSON.stringify({ routes: [{ geometry: broken }] }), 'polyline5');
    // {"routes":[{"geometry":"orr}D_tidV\\\\ : the two backslashes are four in the text.
    expect(error.character).toBe(39);
    const parsed = refusal({ routes: [{ geometry: broken }] }, 'polyline5');
    expect(parsed.message).toContain('at character 13 of routes[0]');
    expect(parsed.character).toBeUndefined();
  });
});

describe('polylines', () => {
  const line = [a, b, c];
  /** 15 units, which a polyline writes as a backslash. */
  const south = { lng: 121.46, lat: 31.22985 };

  it('hint at the other precision, at doubled backslashes', () => {
    expect(() => decode(encodePolyline(line, 6), 'polyline5')).toThrow('was it polyline6?');
    const copied = encodePolyline([a, south], 5).replace('\\', '\\\\');
    expect(() => decode(copied, 'polyline5')).toThrow('backslashes doubled?');
  });

  it('may stand in quotes, as in the JSON they come from', () => {
    const points = [a, south];
    const text = encodePolyline(points, 5);
    expect(text).toContain('\\');
    expect(decode(JSON.stringify(text), 'polyline5')).toEqual(points);
  });

  it('do not overflow', () => {
    for (const text of ['~'.repeat(100), '~~~~~~~~~~~~?', `${'~'.repeat(12)}??`])
      expect(() => decode(text, 'polyline5')).toThrow(InvalidRouteError);
  });
});

describe('tencent', () => {
  it('refuses a list in which one difference is spoilt', () => {
    expect(() => decode([31.23, 121.46, 12.5, -45, 100, 100], 'tencent')).toThrow('item 3');
  });
});

describe('options', () => {
  it('are refused when nobody reads them', () => {
    const extra = { format: 'amap', crs: 'gcj02', precision: 6 } as never;
    expect(() => Route.decode(list(a), extra)).toThrow(InvalidOptionError);
    expect(() => Route.from([a], { crs: 'gcj02', format: 'amap' } as never)).toThrow(
      InvalidOptionError,
    );
    expect(() => decode(list(a, b), 'amap', 1)).toThrow('0 (there is 1 route)');
  });
});
