import { afterEach, describe, expect, it, vi } from 'vitest';
import { currentPlatform, isYizhanError } from '../../../src';

afterEach(() => vi.unstubAllGlobals());

function onPage(userAgent: string, maxTouchPoints?: number) {
  vi.stubGlobal('window', { document: {}, navigator: { userAgent, maxTouchPoints } });
  return currentPlatform();
}

describe('currentPlatform', () => {
  it.each([
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
      'android',
    ],
    [
      'HarmonyOS 4, which runs Android apps',
      'Mozilla/5.0 (Linux; Android 12; HarmonyOS; ALN-AL80; HMSCore 6.13.0.302) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.5735.196 HuaweiBrowser/14.0.5.303 Mobile Safari/537.36',
      'android',
    ],
    [
      'HarmonyOS 5',
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile',
      'harmony',
    ],
    [
      'an iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 Safari/604.1',
      'ios',
    ],
    [
      'a computer',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
      'web',
    ],
    ['nothing', '', 'web'],
  ])('%s', (_, userAgent, platform) => expect(onPage(userAgent)).toBe(platform));

  it('tells an iPad from the Mac that it says it is', () => {
    const mac =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15';
    expect(onPage(mac, 5)).toBe('ios');
    expect(onPage(mac, 0)).toBe('web');
    expect(onPage(mac)).toBe('web');
  });

  it('refuses where there is no page', () => {
    try {
      currentPlatform();
      expect.unreachable();
    } catch (error) {
      expect(isYizhanError(error) && error.code).toBe('NO_WEB_PAGE');
    }
  });
});
