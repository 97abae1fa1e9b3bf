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
 * A double of what we use of Alipay's `my`, with the limits that its documents state:
 * https://opendocs.alipay.com/mini/api/owycmh (request: 30 s, errors 11 to 20, statuses that are no success fail with
 * 19), …/mini/api/eocm6v (storage: 200 KB a key, 10 MB in all; errors 2, 12 and 14), …/mini/api/as9kin (openLocation).
 * It is no phone: how a real one behaves beyond its documents is not known here.
 */

const refusals: Record<Refusal, { error: number; errorMessage: string }> = {
  domain: { error: 4, errorMessage: '无权调用该接口' },
  url: { error: 2, errorMessage: 'invalid parameter: url' },
  header: { error: 2, errorMessage: 'invalid parameter: headers' },
  offline: { error: 12, errorMessage: '网络错误' },
  timeout: { error: 13, errorMessage: '超时' },
  abort: { error: 9, errorMessage: 'request abort' },
  interrupted: { error: 12, errorMessage: '网络错误' },
  'too-many': { error: 20, errorMessage: '请求已被停止/服务端限流' },
  redirects: { error: 19, errorMessage: 'http status error' },
};

export interface MyRequestOptions extends Callbacks {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly timeout?: number;
  readonly dataType?: 'json' | 'text' | 'base64' | 'arraybuffer';
}

export interface MyLocationOptions extends Callbacks {
  readonly longitude: number | string;
  readonly latitude: number | string;
  readonly name: string;
  readonly address: string;
  readonly scale?: number;
}

type Keyed = { readonly key: string } & Callbacks;

/** @returns `my`, and what only the test and the phone know */
export function fakeMy(environment: MiniEnvironment, options: MiniOptions) {
  const disk: Disk = options.disk ?? new Map();
  const storage = new MiniStorage(disk, 200 * 1024, 10 * 1024 * 1024);
  const network = new MiniNetwork(environment, options, 10);
  const onNetwork = new Listeners<{ isConnected: boolean; networkType: string }>();
  const onShow = new Listeners<{ path: string }>();
  const onHide = new Listeners<undefined>();
  const opened: MyLocationOptions[] = [];
  const called: string[] = [];

  const call = <T extends object>(callbacks: Callbacks, work: () => T) =>
    answering(environment, callbacks, work, errorOf);
  const sync = <T extends object>(work: () => T) => {
    try {
      return work();
    } catch (cause) {
      return { success: false, ...errorOf(cause) };
    }
  };
  const set = ({ key, data }: { key: string; data: unknown }) => {
    storage.set(key, data);
    return { success: true };
  };
  const remove = ({ key }: { key: string }) => {
    storage.remove(key);
    return { success: true };
  };
  /** `null` where there is nothing: no error. */
  const read = ({ key }: { key: string }) => ({ data: storage.get(key) ?? null });

  const my = {
    request(request: MyRequestOptions) {
      const { success, fail, complete, dataType = 'json' } = request;
      const end = (tell: typeof success, answer: unknown) => {
        tell?.(answer);
        complete?.(answer);
      };
      const abort = network.send(
        {
          url: request.url,
          method: request.method ?? 'GET',
          headers: request.headers ?? {},
          timeout: request.timeout ?? 30_000,
          seesRedirects: false,
        },
        ({ status, headers, bytes }) => {
          if (dataType !== 'arraybuffer') throw new Error('the fake only knows arraybuffer');
          const data = bufferOf(bytes);
          const answer = { data, status, headers, statusCode: status, header: headers };
          if (status >= 200 && status < 300) end(success, answer);
          else end(fail, { ...answer, ...refusals.redirects });
        },
        (refusal) => end(fail, refusals[refusal]),
      );
      return { abort };
    },

    setStorage: (given: Keyed & { data: unknown }) => call(given, () => set(given)),
    getStorage: (given: Keyed) => call(given, () => read(given)),
    removeStorage: (given: Keyed) => call(given, () => remove(given)),
    getStorageInfo: (given: Callbacks = {}) => call(given, () => storage.info()),
    setStorageSync: (given: { key: string; data: unknown }) => sync(() => set(given)),
    getStorageSync: (given: { key: string }) => sync(() => read(given)),
    removeStorageSync: (given: { key: string }) => sync(() => remove(given)),
    getStorageInfoSync: () => ({ ...storage.info(), success: true }),

    getNetworkType: (given: Callbacks = {}) =>
      call(given, () => ({
        networkAvailable: network.isConnected,
        networkType: network.isConnected ? '4G' : 'NOTREACHABLE',
      })),
    onNetworkStatusChange: onNetwork.on,
    offNetworkStatusChange: onNetwork.off,
    onAppShow: onShow.on,
    offAppShow: onShow.off,
    onAppHide: onHide.on,
    offAppHide: onHide.off,

    /** Its document says numbers, its typings say texts: both do. Name and address are required. */
    openLocation: (given: MyLocationOptions) =>
      call(given, () => {
        const [longitude, latitude, scale] = [
          given.longitude,
          given.latitude,
          given.scale ?? 15,
        ].map(Number);
        const isPlace = Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
        if (!isPlace || scale! < 3 || scale! > 19 || !given.name || !given.address)
          throw new StorageRefusal('value');
        opened.push(given);
        return {};
      }),
    makePhoneCall: (given: { number: string } & Callbacks) =>
      call(given, () => {
        if (typeof given.number !== 'string' || given.number === '')
          throw new StorageRefusal('value');
        called.push(given.number);
        return { success: true };
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
      onNetwork.tell({ isConnected, networkType: isConnected ? '4G' : 'NOTREACHABLE' });
    },
    hide(): void {
      network.goToBackground();
      onHide.tell(undefined);
    },
    show(): void {
      network.comeToFront();
      onShow.tell({ path: 'pages/index/index' });
    },
  };
  return { my, phone };
}

function errorOf(cause: unknown): { error: number; errorMessage: string } {
  if (!(cause instanceof StorageRefusal)) return { error: 3, errorMessage: String(cause) };
  return {
    key: { error: 2, errorMessage: 'invalid parameter' },
    value: { error: 2, errorMessage: 'invalid parameter' },
    item: { error: 14, errorMessage: 'data 长度超限' },
    total: { error: 12, errorMessage: '存储总大小达到上限' },
  }[cause.reason];
}
