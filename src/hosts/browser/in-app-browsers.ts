/** Apple's phones and tablets, but for those that say they are a Mac. */
export const ios = /iPhone|iPad|iPod/;

/**
 * Whether this browser is known to refuse links to apps, or to let only those of its friends through:
 *
 * - WeChat since 6.3.25 of 2016, and WeCom, whose user agent names WeChat too;
 * - Weibo, Qzone and the Baidu app, on Android as on iOS;
 * - QQ on iOS since December 2018; on Android it asks and then opens them.
 *
 * The last two lines are what callapp-lib, with years of such pages behind it, goes by (suanmei/callapp-lib,
 * src/index.ts and issue 26). Alipay and DingTalk are not here: nothing published says that they
 * refuse map apps, and where they do, the rider waits and then gets the web link all the same.
 */
export function refusesAppLinks(userAgent: string): boolean {
  return (
    /MicroMessenger|Weibo|Qzone|baiduboxapp/i.test(userAgent) ||
    // `QQ/8.9`, not the browser `MQQBrowser/8.9`, which opens apps.
    (ios.test(userAgent) && /\bQQ\/\d/.test(userAgent))
  );
}

/**
 * Whether an app link that no app answers would replace our page by an error page here
 * (`ERR_UNKNOWN_URL_SCHEME`). So does a WebView on Android whose app has not prepared for such links.
 * `Version/4.0` is what Android prescribes for each WebView's user agent (Compatibility Definition,
 * 3.4.1); Chrome itself leaves it out.
 */
export function losesPageToAppLink(userAgent: string): boolean {
  return /Android.+Version\/4\.0/.test(userAgent);
}
