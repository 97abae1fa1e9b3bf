import { isYizhanError } from '../../errors';
import { guessEncoded } from './detect-encoded';
import { guessList, guessResponse } from './detect-response';
import { wholeText } from './encoded';
import { known, type RouteGuess, undecided } from './guess';
import { isJson, parseJson } from './json-text';
import { decodeLngLatList } from './lng-lat-list';

/** So much of a text is looked at where it need not be parsed whole. */
const glance = 20_000;

/**
 * Says what a text or JSON probably is, for {@link Route.decode}: its format, and its CRS where that is
 * fixed. It looks at the beginning, so a route that it recognises may still turn out to be corrupt. When
 * several formats fit it gives them as `candidates` and says what has to be stated. It never throws.
 *
 * A polyline does not say how many decimals it has. Where reading it with 5 puts all of it in China it
 * is taken to have 5; with 6 it would lie at the Gulf of Guinea, as the reason says.
 *
 * @example
 * detectRoute('_p~iF~ps|U_ulLnnqC_mqNvxq`@').candidates; // ['polyline5', 'polyline6']
 * detectRoute('<gpx version="1.1"></gpx>').crs; // 'wgs84'
 */
export function detectRoute(input: unknown): RouteGuess {
  try {
    return typeof input === 'string' ? guessText(input) : guessValue(input);
  } catch (error) {
    return undecided([], isYizhanError(error) ? error.message : 'it cannot be looked at');
  }
}

function guessText(text: string): RouteGuess {
  const value: unknown = isJson(text) ? parseJson(text) : text;
  if (typeof value !== 'string') return guessValue(value);
  const start = value.slice(0, glance).trimStart();
  if (start === '') return undecided([], 'it is empty');
  if (start.startsWith('<')) return guessXml(start);
  if (/^[-+.]?\d/.test(start)) return guessPairs(start, value.length > glance);
  const guess = guessEncoded(value.trim());
  if (guess.candidates.length > 0 || !/^[[{]/.test(start)) return guess;
  return guessValue(parseJson(value));
}

function guessXml(start: string): RouteGuess {
  return /<(?:[^\s<>:]+:)?gpx[\s>]/.test(start)
    ? known('gpx', 'wgs84', 'a GPX file, which is in WGS-84 by its standard')
    : undecided([], 'it is XML, but not GPX');
}

function guessPairs(start: string, cut: boolean): RouteGuess {
  const end = Math.max(...[';', '；', '\n', ' '].map((sign) => start.lastIndexOf(sign)));
  const points = decodeLngLatList(wholeText(cut ? start.slice(0, end + 1) : start));
  if (points.length === 0)
    return undecided([], 'it begins with a digit, but is no list of lng,lat');
  return undecided(
    ['amap', 'baidu'],
    'a list of lng,lat: amap and baidu read it alike, but are not in the same CRS; state the CRS',
  );
}

function guessValue(value: unknown): RouteGuess {
  if (Array.isArray(value)) return guessList(value);
  if (typeof value === 'object' && value !== null) return guessResponse(value);
  return undecided([], 'it is neither text nor JSON');
}
