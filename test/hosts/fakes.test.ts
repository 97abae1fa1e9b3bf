import { describe, expect, it } from 'vitest';
import type {
  Disk,
  MiniEnvironment,
  MiniOptions,
  NetworkAnswer,
} from '../support/fake-mini-program';
import { fakeMy } from '../support/fake-my';
import { fakeWx } from '../support/fake-wx';

/* The doubles refuse what the documents say that phones refuse; else what passes on them would say little. */

const origin = 'https://stations.example.cn';
const domains = [origin];
const url = `${origin}/manifest.json`;

interface Bench {
  readonly environment: MiniEnvironment;
  /** Runs what is due within so many milliseconds. */
  wait(milliseconds?: number): Promise<void>;
}

/** Time that passes when it is told to. */
function bench(answer: (url: string) => Promise<NetworkAnswer> | NetworkAnswer): Bench {
  let now = 0;
  const timers = new Map<object, { at: number; run: () => void }>();
  return {
    environment: {
      fetchBytes: async (url) => answer(url),
      setTimeout(run, milliseconds) {
        const timer = {};
        timers.set(timer, { at: now + milliseconds, run });
        return timer;
      },
      clearTimeout: (timer) => void timers.delete(timer as object),
      files: { 'packs/a.json': Uint8Array.of(1), 'packs/a.gz': Uint8Array.of(1) },
    },
    async wait(milliseconds = 0) {
      const end = now + milliseconds;
      for (;;) {
        // What promises have to do comes first.
        await new Promise((resolve) => setImmediate(resolve));
        const [timer, next] = [...timers].sort(([, one], [, other]) => one.at - other.at)[0] ?? [];
        if (next === undefined || next.at > end) break;
        timers.delete(timer!);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}

const ok = (): NetworkAnswer => ({
  status: 200,
  headers: { ETag: '"1"', 'content-length': '3' },
  bytes: Uint8Array.of(1, 2, 3),
});
const never = () => new Promise<NetworkAnswer>(() => {});

function wxOn(answer: Parameters<typeof bench>[0], options: Partial<MiniOptions> = {}) {
  const { environment, wait } = bench(answer);
  return { ...fakeWx(environment, { domains, ...options }), wait };
}
function myOn(answer: Parameters<typeof bench>[0], options: Partial<MiniOptions> = {}) {
  const { environment, wait } = bench(answer);
  return { ...fakeMy(environment, { domains, ...options }), wait };
}

/** What a call has said by now. */
function heard<T extends object>(given: T) {
  const said: { success?: unknown; fail?: unknown; complete?: unknown } = {};
  const callbacks = {
    success: (answer: unknown) => void Object.assign(said, { success: answer }),
    fail: (error: unknown) => void Object.assign(said, { fail: error }),
    complete: (either: unknown) => void Object.assign(said, { complete: either }),
  };
  return { given: { ...given, ...callbacks }, said };
}

describe('a fake wx.request', () => {
  it('gives bytes, whatever the status, and never within the call', async () => {
    const { wx, wait } = wxOn(() => ({ ...ok(), status: 404 }));
    const { given, said } = heard({ url, responseType: 'arraybuffer' as const });
    wx.request(given);
    expect(said).toEqual({});
    await wait();
    const { data, statusCode, errMsg } = said.success as ReturnType<typeof Object>;
    expect([new Uint8Array(data), statusCode, errMsg]).toEqual([
      Uint8Array.of(1, 2, 3),
      404,
      'request:ok',
    ]);
    expect(said.complete).toBe(said.success);
    expect(said).not.toHaveProperty('fail');
  });

  it.each([
    ['http://stations.example.cn/a', 'request:fail url not in domain list'],
    ['https://other.example.cn/a', 'request:fail url not in domain list'],
    [`${origin}:443/a`, 'request:fail url not in domain list'],
    [`${origin}.evil.cn/a`, 'request:fail url not in domain list'],
    [`${url}#top`, 'request:fail invalid url'],
    ['manifest.json', 'request:fail invalid url'],
  ])('refuses %s', async (address, errMsg) => {
    const { wx, phone, wait } = wxOn(ok);
    const { given, said } = heard({ url: address });
    wx.request(given);
    await wait();
    expect(said.fail).toMatchObject({ errMsg });
    expect(phone.network.sent).toEqual([]);
  });

  it('refuses a Referer, and headers that are no text', async () => {
    const { wx, wait } = wxOn(ok);
    for (const header of [{ referer: 'a' }, { range: 5 }]) {
      const { given, said } = heard({ url, header });
      wx.request(given);
      await wait();
      expect(said.fail).toMatchObject({ errMsg: expect.stringContaining('invalid header') });
    }
  });

  it('lets ten be on their way, and no eleventh', async () => {
    const { wx, phone, wait } = wxOn(never);
    const all = Array.from({ length: 11 }, () => heard({ url }));
    for (const { given } of all) wx.request(given);
    await wait();
    expect(all.map(({ said }) => 'fail' in said)).toEqual([...Array(10).fill(false), true]);
    expect(phone.network.busiest).toBe(10);
  });

  it('gives up at the time that was set, at 60 s at the latest', async () => {
    const { wx, wait } = wxOn(never);
    const [soon, late] = [heard({ url, timeout: 400 }), heard({ url, timeout: 90_000 })];
    for (const { given } of [soon, late]) wx.request(given);
    await wait(399);
    expect(soon.said).toEqual({});
    await wait(1);
    expect(soon.said.fail).toMatchObject({ errMsg: 'request:fail timeout' });
    await wait(59_599);
    expect(late.said).toEqual({});
    await wait(1);
    expect(late.said.fail).toMatchObject({ errMsg: 'request:fail timeout' });
  });

  it('aborts once, says so later, and then says nothing more', async () => {
    const { wx, wait } = wxOn(ok);
    const { given, said } = heard({ url });
    const task = wx.request(given);
    task.abort();
    expect(said).toEqual({});
    await wait(100_000);
    expect(said).toEqual({
      fail: said.complete,
      complete: { errMsg: 'request:fail abort', errno: 600003 },
    });
  });

  it('fails without a line, and in the background: what takes longer than 5 s, and what begins there', async () => {
    const { wx, phone, wait } = wxOn(never);
    const [before, inside] = [heard({ url }), heard({ url })];
    wx.request(before.given);
    phone.hide();
    wx.request(inside.given);
    await wait(4_999);
    expect(inside.said.fail).toMatchObject({ errMsg: 'request:fail interrupted' });
    expect(before.said).toEqual({});
    await wait(1);
    expect(before.said.fail).toMatchObject({ errMsg: 'request:fail interrupted' });
    phone.show();
    phone.connect(false);
    const offline = heard({ url });
    wx.request(offline.given);
    await wait();
    expect(offline.said.fail).toMatchObject({
      errMsg: expect.stringMatching(/^request:fail errcode/),
    });
  });

  it('follows redirects to registered domains alone, or gives them out', async () => {
    const to = (location: string) => (asked: string) =>
      asked === url ? { ...ok(), status: 302, headers: { Location: location } } : ok();
    for (const [location, redirect, expected] of [
      ['/other.json', 'follow', { statusCode: 200 }],
      ['https://login.example.com/', 'follow', { errMsg: 'request:fail url not in domain list' }],
      ['https://login.example.com/', 'manual', { statusCode: 302 }],
    ] as const) {
      const { wx, wait } = wxOn(to(location));
      const { given, said } = heard({ url, redirect });
      wx.request(given);
      await wait();
      expect(said.complete).toMatchObject(expected);
    }
  });

  it('writes the names of headers as this phone or that one', async () => {
    for (const [headerNames, name] of [
      ['as-sent', 'ETag'],
      ['lower', 'etag'],
      ['title', 'Etag'],
    ] as const) {
      const { wx, wait } = wxOn(ok, { headerNames });
      const { given, said } = heard({ url });
      wx.request(given);
      await wait();
      expect(Object.keys((said.success as { header: object }).header)).toContain(name);
    }
  });
});

describe('a fake my.request', () => {
  it('gives bytes for a success alone', async () => {
    for (const [status, outcome] of [
      [200, 'success'],
      [206, 'success'],
      [304, 'fail'],
      [404, 'fail'],
    ] as const) {
      const { my, wait } = myOn(() => ({ ...ok(), status }));
      const { given, said } = heard({ url, dataType: 'arraybuffer' as const });
      my.request(given);
      await wait();
      expect(said[outcome]).toMatchObject({ status, ...(outcome === 'fail' && { error: 19 }) });
      expect(said.complete).toBe(said[outcome]);
    }
  });

  it('gives up after 30 s', async () => {
    const { my, wait } = myOn(never);
    const { given, said } = heard({ url, dataType: 'arraybuffer' as const });
    my.request(given);
    await wait(29_999);
    expect(said).toEqual({});
    await wait(1);
    expect(said.fail).toMatchObject({ error: 13 });
  });
});

const kilobytes = (count: number) => 'x'.repeat(count * 1024);

describe('storage of a fake wx', () => {
  it('keeps what JSON knows on the disk, and loses bytes', async () => {
    const disk: Disk = new Map();
    const { wx, wait } = wxOn(ok, { disk });
    wx.setStorageSync('a', { name: '驿站', list: [1, null] });
    wx.setStorageSync('bytes', Uint8Array.of(1, 2).buffer);
    const later = wxOn(ok, { disk }).wx;
    expect(later.getStorageSync('a')).toEqual({ name: '驿站', list: [1, null] });
    expect(later.getStorageSync('bytes')).toEqual({});
    expect(later.getStorageSync('none')).toBe('');
    const missing = heard({ key: 'none' });
    wx.getStorage(missing.given);
    await wait();
    expect(missing.said.fail).toEqual({ errMsg: 'getStorage:fail data not found' });
    expect(() => wx.setStorageSync('a', undefined)).toThrow('setStorageSync:fail parameter error');
    expect(() => wx.setStorageSync('', 1)).toThrow('setStorageSync:fail parameter error');
  });

  it('keeps 1 MB of a key, 10 MB in all, and what was there when it refuses', async () => {
    const { wx, wait } = wxOn(ok);
    // The quotes around a text count.
    expect(() => wx.setStorageSync('a', kilobytes(1024))).toThrow('entry size limit reached');
    // Three bytes a character.
    expect(() => wx.setStorageSync('a', '驿'.repeat(350_000))).toThrow('entry size limit reached');
    for (let i = 0; i < 10; i++) wx.setStorageSync(`${i}`, kilobytes(1023));
    const { given, said } = heard({ key: 'more', data: kilobytes(20) });
    wx.setStorage(given);
    await wait();
    expect(said.fail).toEqual({ errMsg: 'setStorage:fail exceed storage max size 10Mb' });
    // What is replaced makes room.
    wx.setStorageSync('0', kilobytes(100));
    wx.setStorageSync('more', kilobytes(20));
    expect(wx.getStorageInfoSync()).toMatchObject({
      limitSize: 10_240,
      currentSize: 9 * 1023 + 121,
    });
    wx.removeStorageSync('more');
    expect(wx.getStorageInfoSync().keys).toHaveLength(10);
  });
});

describe('storage of a fake my', () => {
  it('keeps 200 KB of a key, 10 MB in all, and gives null for nothing', async () => {
    const { my, wait } = myOn(ok);
    expect(my.setStorageSync({ key: 'a', data: kilobytes(200) })).toMatchObject({ error: 14 });
    for (let i = 0; i < 51; i++)
      expect(my.setStorageSync({ key: `${i}`, data: kilobytes(199) })).toEqual({ success: true });
    const { given, said } = heard({ key: 'more', data: kilobytes(199) });
    my.setStorage(given);
    await wait();
    expect(said.fail).toMatchObject({ error: 12 });
    expect(my.getStorageSync({ key: 'none' })).toEqual({ data: null });
    expect(my.getStorageSync({ key: '5' })).toEqual({ data: kilobytes(199) });
  });
});

describe('the rest of a fake phone', () => {
  it('tells of the network and of coming back, to those who still listen', () => {
    const { wx, phone } = wxOn(ok);
    const said: unknown[] = [];
    const onNetwork = ({ isConnected }: { isConnected: boolean }) => said.push(isConnected);
    const onShow = () => said.push('show');
    wx.onNetworkStatusChange(onNetwork);
    wx.onAppShow(onShow);
    phone.connect(false);
    phone.show();
    wx.offAppShow(onShow);
    phone.show();
    wx.offNetworkStatusChange(onNetwork);
    phone.connect(true);
    expect(said).toEqual([false, 'show']);
    expect(phone.listeners()).toBe(0);
  });

  it('reads what a package may hold: no .gz', () => {
    const files = wxOn(ok).wx.getFileSystemManager();
    expect(new Uint8Array(files.readFileSync('packs/a.json'))).toEqual(Uint8Array.of(1));
    expect(() => files.readFileSync('packs/a.gz')).toThrow('readFileSync:fail no such file');
  });

  it('opens places with numbers in WeChat, with a name and an address in Alipay', async () => {
    const { wx, phone, wait } = wxOn(ok);
    const place = { latitude: 31.23, longitude: 121.47 };
    const wrong = heard({ ...place, latitude: '31.23' as unknown as number });
    wx.openLocation(wrong.given);
    wx.openLocation({ ...place, name: '驿站', success() {} });
    await wait();
    expect(wrong.said.fail).toMatchObject({ errMsg: expect.stringContaining('should be Number') });
    expect(phone.opened).toMatchObject([{ ...place, name: '驿站' }]);

    const alipay = myOn(ok);
    const nameless = heard({ ...place, name: '驿站', address: '' });
    alipay.my.openLocation(nameless.given);
    alipay.my.openLocation({ ...place, name: '驿站', address: '路 1 号', success() {} });
    await alipay.wait();
    expect(nameless.said.fail).toMatchObject({ error: 2 });
    expect(alipay.phone.opened).toHaveLength(1);
  });

  it('answers with a promise where no callback is given', async () => {
    const { wx, wait } = wxOn(ok);
    const set = wx.setStorage({ key: 'a', data: 1 });
    const got = wx.getStorage({ key: 'b' })?.catch((error) => error.errMsg);
    await wait();
    expect([await set, await got]).toEqual([
      { errMsg: 'setStorage:ok' },
      'getStorage:fail data not found',
    ]);
  });
});
