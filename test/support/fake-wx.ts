import { bufferOf, MiniNetwork, type Refusal } from './fake-mini-network';
import {
  answering,
  type Callbacks,
  type Disk,
  Listeners,
  type MiniEnvironment,
  type MiniOptions,
  MiniStorage,
  StorageRefusal,
} from './fake-mini-program';

/*
 * A double of what we use of WeChat's `wx`, with the limits that its documents state:
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html (domains, 10 requests at a time,
 * 60 s, the background, every status a success), …/dev/api/storage/wx.setStorage.html (1 MB a key, 10 MB in all, only
 * what JSON knows), …/dev/framework/structure.html (which files a package may hold). It is no phone: how a real one
 * behaves beyond its documents is not known here.
 */

const megabyte = 1024 * 1024;

/** …/dev/framework/usability/PublicErrno.html, where it has a number; else texts as phones give them. */
const refusals: Record<Refusal, { errMsg: string; errno: number }> = {
  domain: { errMsg: 'request:fail url not in domain list', errno: 600002 },
  url: { errMsg: 'request:fail invalid url', errno: 600009 },
  header: { errMsg: 'request:fail parameter error: invalid header', errno: 1001 },
  offline: {
    errMsg: 'request:fail errcode:-106 error_msg:net::ERR_INTERNET_DISCONNECTED',
    errno: 600001,
  },
  timeout: { errMsg: 'request:fail timeout', errno: 5 },
  abort: { errMsg: 'request:fail abort', errno: 600003 },
  interrupted: { errMsg: 'request:fail interrupted', errno: 600003 },
  'too-many': { errMsg: 'request:fail exceed max concurrent count', errno: 600001 },
  redirects: { errMsg: 'request:fail too many redirects', errno: 600001 },
};

/** Besides what is compiled: `.gz` is not among them. */
const packaged = /\.(wxs|png|jpe?g|gif|svg|json|cer|mp3|aac|m4a|mp4|wav|ogg|silk|wasm|br|cert)$/;

export interface WxRequestOptions extends Callbacks {
  readonly url: string;
  readonly method?: string;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly timeout?: number;
  readonly responseType?: 'text' | 'arraybuffer';
  readonly dataType?: string;
  readonly redirect?: 'follow' | 'manual';
  readonly enableCache?: boolean;
}

export interface OpenLocationOptions extends Callbacks {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
  readonly scale?: number;
}

type Keyed = { readonly key: string } & Callbacks;

/** @returns `wx`, and what only the test and the phone know */
export function fakeWx(environment: MiniEnvironment, options: MiniOptions) {
  const disk: Disk = options.disk ?? new Map();
  const storage = new MiniStorage(disk, megabyte, 10 * megabyte);
  const network = new MiniNetwork(environment, options, 10);
  const onNetwork = new Listeners<{ isConnected: boolean; networkType: string }>();
  const onShow = new Listeners<{ path: string; query: object; scene: number }>();
  const onHide = new Listeners<undefined>();
  const opened: OpenLocationOptions[] = [];
  const called: string[] = [];
  /** Where the rider is, GCJ-02; without one, the rider said no. */
  let position: { latitude: number; longitude: number } | undefined;

  /** `setStorage:ok` and `setStorage:fail …`. */
  const call = <T extends object>(name: string, callbacks: Callbacks, work: () => T) =>
    answering(
      environment,
      callbacks,
      () => ({ ...work(), errMsg: `${name}:ok` }),
      (cause) => ({ errMsg: `${name}:fail ${messageOf(cause)}` }),
    );
  const sync = <T>(name: string, work: () => T): T => {
    try {
      return work();
    } catch (cause) {
      throw new Error(`${name}:fail ${messageOf(cause)}`);
    }
  };
  const read = (key: string) => {
    const data = storage.get(key);
    if (data === undefined) throw new Error('data not found');
    return { data };
  };
  const readPackaged = (path: string) => {
    const bytes = environment.files?.[path];
    if (bytes === undefined || !packaged.test(path))
      throw new Error(`no such file or directory, open ${path}`);
    return { data: bufferOf(bytes) };
  };

  const wx = {
    request(request: WxRequestOptions) {
      const { success, fail, complete, responseType = 'text', dataType = 'json' } = request;
      const onHead = new Listeners<object>();
      const abort = network.send(
        {
          url: request.url,
          method: request.method ?? 'GET',
          headers: request.header ?? {},
          timeout: Math.min(request.timeout ?? 60_000, 60_000),
          seesRedirects: request.redirect === 'manual',
        },
        ({ status, headers, bytes }) => {
          // Whatever the status is, it is a success.
          const data = responseType === 'arraybuffer' ? bufferOf(bytes) : textOf(bytes, dataType);
          const answer = {
            data,
            statusCode: status,
            header: headers,
            cookies: [],
            errMsg: 'request:ok',
          };
          success?.(answer);
          complete?.(answer);
        },
        (refusal) => {
          fail?.(refusals[refusal]);
          complete?.(refusals[refusal]);
        },
        ({ status, headers }) => onHead.tell({ statusCode: status, header: headers, cookies: [] }),
      );
      return { abort, onHeadersReceived: onHead.on, offHeadersReceived: onHead.off };
    },

    setStorage: (given: Keyed & { data: unknown }) =>
      call('setStorage', given, () => {
        storage.set(given.key, given.data);
        return {};
      }),
    getStorage: (given: Keyed) => call('getStorage', given, () => read(given.key)),
    removeStorage: (given: Keyed) =>
      call('removeStorage', given, () => {
        storage.remove(given.key);
        return {};
      }),
    getStorageInfo: (given: Callbacks = {}) => call('getStorageInfo', given, () => storage.info()),
    setStorageSync: (key: string, data: unknown) =>
      sync('setStorageSync', () => storage.set(key, data)),
    /** An empty text where there is nothing. */
    getStorageSync: (key: string) => sync('getStorageSync', () => storage.get(key) ?? ''),
    removeStorageSync: (key: string) => storage.remove(key),
    getStorageInfoSync: () => storage.info(),

    getFileSystemManager: () => ({
      readFile: (given: { filePath: string } & Callbacks) =>
        call('readFile', given, () => readPackaged(given.filePath)),
      readFileSync: (path: string) => sync('readFileSync', () => readPackaged(path).data),
    }),

    getNetworkType: (given: Callbacks = {}) =>
      call('getNetworkType', given, () => ({ networkType: network.isConnected ? '4g' : 'none' })),
    onNetworkStatusChange: onNetwork.on,
    offNetworkStatusChange: onNetwork.off,
    onAppShow: onShow.on,
    offAppShow: onShow.off,
    onAppHide: onHide.on,
    offAppHide: onHide.off,

    openLocation: (given: OpenLocationOptions) =>
      call('openLocation', given, () => {
        const { latitude, longitude, scale = 18 } = given;
        if (![latitude, longitude, scale].every((one) => typeof one === 'number'))
          throw new Error('parameter error: latitude and longitude should be Number');
        if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180 || scale < 5 || scale > 18)
          throw new Error('parameter error: out of range');
        opened.push(given);
        return {};
      }),
    getLocation: (given: { type?: string } & Callbacks = {}) =>
      call('getLocation', given, () => {
        if (position === undefined) throw new Error('auth deny');
        // By itself WGS-84, which is not what is in `position`: an app has to ask for GCJ-02.
        if (given.type !== 'gcj02') throw new Error('the fake only knows gcj02');
        return { ...position, accuracy: 30 };
      }),
    makePhoneCall: (given: { phoneNumber: string } & Callbacks) =>
      call('makePhoneCall', given, () => {
        if (typeof given.phoneNumber !== 'string' || given.phoneNumber === '')
          throw new Error('parameter error: phoneNumber should be String');
        called.push(given.phoneNumber);
        return {};
      }),
  };

  const phone = {
    disk,
    network,
    opened,
    called,
    /** Of those who listen to the network and to the app's coming to the front. */
    listeners: () => onNetwork.size + onShow.size + onHide.size,
    connect(isConnected: boolean): void {
      network.isConnected = isConnected;
      onNetwork.tell({ isConnected, networkType: isConnected ? '4g' : 'none' });
    },
    hide(): void {
      network.goToBackground();
      onHide.tell(undefined);
    },
    show(): void {
      network.comeToFront();
      onShow.tell({ path: 'pages/index/index', query: {}, scene: 1001 });
    },
    locate(latitude: number, longitude: number): void {
      position = { latitude, longitude };
    },
  };
  return { wx, phone };
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof StorageRefusal)) return (cause as Error).message;
  return {
    key: 'parameter error: parameter.key should be String',
    value: 'parameter error: parameter.data is undefined',
    item: 'entry size limit reached',
    total: 'exceed storage max size 10Mb',
  }[cause.reason];
}

/** Text of ASCII: we never ask for another. */
function textOf(bytes: Uint8Array, dataType: string): unknown {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
