import type { Station } from '../dataset/station';
import { encodeValue } from './text';

/**
 * `http` or `https` and a host in ASCII: no user name, which is there to look like another host, and no
 * backslash before the path, which browsers read as a slash.
 */
const webAddress = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/** What an address may hold as it is; anything else is percent-encoded. */
const plain = /[^\w\-.~:/?#[\]@!$&()*+,;=%]/gu;

/**
 * An address from a dataset that a page may load or link to: `http` or `https` with a host. Everything
 * else (`javascript:`, `data:`, `//host`, a path, white space inside, a host that is not in ASCII) gives
 * `undefined`.
 *
 * @example
 * safeUrl(' https://example.cn/照片.jpg '); // 'https://example.cn/%E7%85%A7%E7%89%87.jpg'
 * safeUrl('java\nscript:alert(1)'); // undefined
 */
export function safeUrl(address: string | undefined): string | undefined {
  if (typeof address !== 'string') return undefined;
  const text = address.trim();
  // Half a surrogate pair is no character: it cannot be encoded.
  if (!webAddress.test(text) || /[\ud800-\udfff]/u.test(text)) return undefined;
  return text.replace(plain, encodeValue);
}

/**
 * The pictures of a station that a page may load: those of its `photos` that {@link safeUrl} lets through.
 *
 * @example
 * const photos = ['https://example.cn/1.jpg', 'javascript:alert(1)', '//example.org/2.jpg'];
 * photoUrls({ ...set.get('a'), photos }); // ['https://example.cn/1.jpg']
 */
export function photoUrls(station: Pick<Station, 'photos'>): string[] {
  const addresses = Array.from(Array.isArray(station.photos) ? station.photos : [], safeUrl);
  return addresses.filter((address): address is string => address !== undefined);
}
