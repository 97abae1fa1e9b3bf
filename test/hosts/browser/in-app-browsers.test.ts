import { describe, expect, it } from 'vitest';
import { losesPageToAppLink, refusesAppLinks } from '../../../src/hosts/browser/in-app-browsers';

const android = (rest: string) =>
  `Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 ${rest}`;
const ios = (rest: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ${rest}`;
const chrome =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';

describe('refusesAppLinks', () => {
  it.each([
    ['WeChat', android('XWEB/1160117 MicroMessenger/8.0.47.2560(0x28002F35) WeChat/arm64')],
    ['WeChat on iOS', ios('Mobile/15E148 MicroMessenger/8.0.44(0x18002c2d) NetType/4G')],
    ['WeCom', android('wxwork/4.1.20 MicroMessenger/7.0.1 Language/zh')],
    ['QQ on iOS', ios('Mobile/15E148 QQ/8.9.80.623 V1_IPH_SQ_8.9.80_1_APP_A')],
    ['Qzone', ios('Mobile/15E148 Qzone/V1_IPH_QZ_8.9.8_0_APP_A')],
    ['Weibo', android('Weibo (vivo-V2166A__weibo__13.10.4__android__android13)')],
    ['Baidu', android('baiduboxapp/13.44.0.10 (Baidu; P1 13)')],
  ])('%s', (_, userAgent) => expect(refusesAppLinks(userAgent)).toBe(true));

  it.each([
    ['Chrome', chrome],
    ['Safari', ios('Version/16.6 Mobile/15E148 Safari/604.1')],
    ['QQ on Android', android('V1_AND_SQ_8.9.80_5046_YYB_D QQ/8.9.80.12440')],
    ['QQ Browser on iOS', ios('Version/16.0 MQQBrowser/14.3.1 Mobile/15E148 Safari/604.1')],
    ['UC', android('UCBrowser/16.3.5.1268')],
    ['DingTalk', ios('Mobile/15E148 AliApp(DingTalk/7.0.50) com.laiwang.DingTalk/30318519')],
    ['Alipay', ios('Mobile/15E148 Ariver/1.0.15 AliApp(AP/10.5.16.6000) AlipayClient/10.5.16')],
    ['an app of riders', android('SomeRiderApp/9.1')],
    ['nothing', ''],
  ])('not %s', (_, userAgent) => expect(refusesAppLinks(userAgent)).toBe(false));
});

describe('losesPageToAppLink', () => {
  it.each([
    ['a WebView on Android', android('SomeRiderApp/9.1'), true],
    ['Chrome on Android', chrome, false],
    ['Safari, which has a version too', ios('Version/16.6 Mobile/15E148 Safari/604.1'), false],
    ['a WebView on iOS', ios('Mobile/15E148 SomeRiderApp/9.1'), false],
  ])('%s', (_, userAgent, lost) => expect(losesPageToAppLink(userAgent)).toBe(lost));
});
