import { InvalidOptionError } from '../../errors';
import type { MiniProgramApi } from './api';

declare const wx: unknown;
declare const my: unknown;

/** The platform's object that was given, else that of the platform this runs on. */
export function platformApi(given: unknown): MiniProgramApi {
  const api = given ?? globalApi();
  if (isApi(api)) return api;
  throw new InvalidOptionError('api', given, 'wx or my: this is no mini-program of either');
}

/** They are names in scope, and not on every platform members of the global object. */
function globalApi(): unknown {
  if (typeof wx !== 'undefined') return wx;
  return typeof my === 'undefined' ? undefined : my;
}

function isApi(api: unknown): api is MiniProgramApi {
  const { request, getStorage, setStorage, removeStorage } = (api ?? {}) as Partial<MiniProgramApi>;
  return [request, getStorage, setStorage, removeStorage].every(
    (member) => typeof member === 'function',
  );
}
