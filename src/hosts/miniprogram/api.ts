/*
 * What is used of a mini-program's platform: `wx` of WeChat, `my` of Alipay, and those of others that took over the same
 * forms. They differ in names, which are given and read both ways.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 * https://opendocs.alipay.com/mini/api/owycmh
 */

/** `wx`, `my`, or another platform's object of this form. */
export interface MiniProgramApi {
  request(options: RequestOptions): RequestTask | undefined;
  getStorage(options: Callbacks<{ readonly data?: unknown }> & { readonly key: string }): unknown;
  setStorage(
    options: Callbacks<unknown> & { readonly key: string; readonly data: string },
  ): unknown;
  removeStorage(options: Callbacks<unknown> & { readonly key: string }): unknown;
  onAppShow?(listener: () => void): void;
  offAppShow?(listener: () => void): void;
  onNetworkStatusChange?(listener: (status: { readonly isConnected: boolean }) => void): void;
  offNetworkStatusChange?(listener: (status: { readonly isConnected: boolean }) => void): void;
  openLocation?(options: Callbacks<unknown> & OpenLocation): unknown;
}

export interface Callbacks<T> {
  success?(result: T): void;
  fail?(error: ApiError): void;
}

/** WeChat says `errMsg`, Alipay `error` and `errorMessage`. */
export interface ApiError {
  readonly errMsg?: string;
  readonly error?: number | string;
  readonly errorMessage?: string;
}

interface RequestOptions extends Callbacks<RequestResult> {
  readonly url: string;
  readonly method: 'GET';
  /** WeChat's name, and Alipay's. */
  readonly header: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly responseType: 'arraybuffer';
  readonly dataType: 'arraybuffer';
  /** Milliseconds. */
  readonly timeout: number;
  fail?(error: ApiError & Partial<RequestResult>): void;
}

export interface RequestResult {
  readonly data?: unknown;
  readonly statusCode?: number;
  readonly status?: number;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export interface RequestTask {
  abort?(): void;
  onHeadersReceived?(listener: (result: RequestResult) => void): void;
}

/** GCJ-02. */
interface OpenLocation {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: string;
  readonly address: string;
  readonly scale: number;
}

export function messageOf({ errMsg, errorMessage, error }: ApiError): string {
  return String(errMsg ?? errorMessage ?? error ?? 'no reason given');
}
