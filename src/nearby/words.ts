/** What the element says. An app replaces any of it by `strings`; `{…}` is filled in. */
export interface Words {
  readonly title: string;
  readonly open: string;
  readonly close: string;
  readonly services: string;
  readonly openNow: string;
  readonly near: string;
  readonly onRoute: string;
  readonly list: string;
  readonly navigate: string;
  readonly navigateTo: string;
  readonly call: string;
  readonly callTo: string;
  readonly report: string;
  readonly reportOf: string;
  readonly reported: string;
  readonly reportedShort: string;
  readonly reportedOf: string;
  readonly more: string;
  readonly away: string;
  readonly ahead: string;
  readonly detour: string;
  readonly byEbike: string;
  readonly onFoot: string;
  readonly welcome: string;
  readonly everyone: string;
  readonly getIn: string;
  readonly offers: string;
  readonly found: string;
  readonly hiddenClosed: string;
  readonly nothingNear: string;
  readonly nearestBeyond: string;
  readonly nothingAtAll: string;
  readonly nothingOnRoute: string;
  readonly showFarther: string;
  readonly clearFilters: string;
  readonly locating: string;
  readonly refused: string;
  readonly unavailable: string;
  readonly chooseDistrict: string;
  readonly inDistrict: string;
  readonly locateAgain: string;
  readonly roughly: string;
  readonly loading: string;
  readonly loadingBytes: string;
  readonly failed: string;
  readonly retry: string;
  readonly offline: string;
  readonly stale: string;
  readonly unsigned: string;
  readonly noMapApp: string;
}

export type Locale = 'zh' | 'en';

export const languageTags: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

export const words: Readonly<Record<Locale, Words>> = {
  zh: {
    title: '附近驿站',
    open: '附近驿站',
    close: '关闭',
    services: '服务',
    openNow: '不含休息中',
    near: '附近',
    onRoute: '顺路',
    list: '驿站列表',
    navigate: '导航',
    navigateTo: '导航去{name}',
    call: '打电话',
    callTo: '打电话给{name}',
    report: '没开门？',
    reportOf: '报告没开门：{name}',
    reported: '谢谢，已记下。',
    reportedShort: '已报告',
    reportedOf: '已报告没开门：{name}',
    more: '再看 {count} 个',
    away: '{distance}',
    ahead: '前方 {distance}',
    detour: '绕行 {distance}',
    byEbike: '骑车约 {minutes} 分钟',
    onFoot: '步行约 {minutes} 分钟',
    welcome: '服务对象：{who}',
    everyone: '所有人',
    getIn: '进入：{how}',
    offers: '活动：{what}',
    found: '{count} 个驿站',
    hiddenClosed: '{count} 个休息中，未列出',
    nothingNear: '{distance}内没有。',
    nearestBeyond: '最近的是{name}，{distance}。',
    nothingAtAll: '没有符合条件的驿站。',
    nothingOnRoute: '前方路边没有。',
    showFarther: '显示这个',
    clearFilters: '去掉条件',
    locating: '正在定位…',
    refused: '没有定位权限。',
    unavailable: '定位不到。',
    chooseDistrict: '请选一个区：',
    inDistrict: '{name}，按区中心算距离',
    locateAgain: '重新定位',
    roughly: '定位不准（误差约 {distance}），距离仅供参考。',
    loading: '正在下载驿站…',
    loadingBytes: '正在下载驿站… {percent}%',
    failed: '驿站下载失败：网络或服务器有问题。',
    retry: '重试',
    offline: '没有网络。驿站数据是 {date} 的。',
    stale: '驿站数据已过期（{date} 发布），可能有变化。',
    unsigned: '驿站数据未经签名，仅供试用。',
    noMapApp: '没有找到地图应用。',
  },
  en: {
    title: 'Stations nearby',
    open: 'Stations nearby',
    close: 'Close',
    services: 'Services',
    openNow: 'Not closed',
    near: 'Nearby',
    onRoute: 'On my route',
    list: 'Stations',
    navigate: 'Go',
    navigateTo: 'Go to {name}',
    call: 'Call',
    callTo: 'Call {name}',
    report: 'Not open?',
    reportOf: 'Report as not open: {name}',
    reported: 'Thank you, noted.',
    reportedShort: 'Reported',
    reportedOf: 'Reported as not open: {name}',
    more: '{count} more',
    away: '{distance} away',
    ahead: '{distance} ahead',
    detour: '{distance} detour',
    byEbike: 'about {minutes} min by e-bike',
    onFoot: 'about {minutes} min on foot',
    welcome: 'For {who}',
    everyone: 'everyone',
    getIn: 'Way in: {how}',
    offers: 'On offer: {what}',
    found: '{count} stations',
    hiddenClosed: '{count} closed ones are left out',
    nothingNear: 'Nothing within {distance}.',
    nearestBeyond: 'The nearest is {name}, {distance} away.',
    nothingAtAll: 'No station has all of this.',
    nothingOnRoute: 'Nothing along the way ahead.',
    showFarther: 'Show it',
    clearFilters: 'Clear filters',
    locating: 'Finding where you are…',
    refused: 'Location is not allowed.',
    unavailable: 'Your location cannot be found.',
    chooseDistrict: 'Choose a district:',
    inDistrict: '{name}; distances are from its middle',
    locateAgain: 'Find me again',
    roughly: 'Your location is rough (within about {distance}), and so are the distances.',
    loading: 'Downloading stations…',
    loadingBytes: 'Downloading stations… {percent}%',
    failed: 'The stations could not be downloaded: the network or the server fails.',
    retry: 'Try again',
    offline: 'No network. The stations are of {date}.',
    stale: 'The stations are out of date (published {date}) and may have changed.',
    unsigned: 'The stations are unsigned: for trying things out.',
    noMapApp: 'No map app was found.',
  },
};

/** `{name}` and the like, filled in as text. */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : whole,
  );
}
