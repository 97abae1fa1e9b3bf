import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvalidOptionError } from '../../errors';
import { checkOptionNames, readChoice } from '../../options';
import { PublishError } from '../site/publish-error';
import { answerTo } from './answer';
import { type Fault, faultNames, sendWrongly, wrongAnswer } from './faults';
import { readSiteFile } from './site-file';

/** Which requests go wrong: all, those for manifest and keys, or those for packs and deltas. */
export const faultTargets = ['all', 'manifest', 'packs'] as const;
export type FaultTarget = (typeof faultTargets)[number];

export interface ServeOptions {
  /**
   * 0: any that is free.
   * @default 8737
   */
  readonly port?: number | undefined;
  /**
   * Which of this machine's addresses to listen on. `0.0.0.0` lets phones on the same network in.
   * @default '127.0.0.1'
   */
  readonly host?: string | undefined;
  /** What is to go wrong. */
  readonly fault?: Fault | undefined;
  /** @default 'all' */
  readonly faultOn?: FaultTarget | undefined;
  /** Called for each request that was answered. */
  readonly onRequest?:
    | ((line: { method: string; path: string; status: number }) => void)
    | undefined;
}

export interface RunningServer {
  /** With a slash at the end: `http://127.0.0.1:8737/`. */
  readonly url: string;
  /** Cuts what is under way, and gives the port back. */
  close(): Promise<void>;
}

/** Not far from 7395, and nobody's. */
export const defaultPort = 8737;

/**
 * Serves a site for development: as a good host would, or with something wrong, to try an app against.
 *
 * @throws PublishError `SITE_UNREADABLE` when there is no such folder, InvalidOptionError when the port is taken
 */
export async function serveSite(
  folder: string,
  options: ServeOptions = {},
): Promise<RunningServer> {
  checkOptionNames(options, ['port', 'host', 'fault', 'faultOn', 'onRequest']);
  const { port = defaultPort, host = '127.0.0.1', fault } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidOptionError('port', port, 'a whole number from 0 to 65535');
  if (fault !== undefined && !faultNames.includes(fault))
    throw new InvalidOptionError('fault', fault, `one of ${faultNames.join(', ')}`);
  const faultOn = readChoice('faultOn', options.faultOn, faultTargets);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory())
    throw new PublishError('SITE_UNREADABLE', `There is no folder ${JSON.stringify(folder)}`);

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    const right = answerTo(method, request.headers, await readSiteFile(folder, path));
    const isWrong = fault !== undefined && method !== 'OPTIONS' && isTarget(path, faultOn);
    const wrong = isWrong ? wrongAnswer(fault, right) : undefined;
    const { status, headers, body } = wrong ?? right;
    options.onRequest?.({ method, path, status });
    if (isWrong && wrong === undefined) {
      sendWrongly(fault, right, response);
      return;
    }
    response.writeHead(status, headers);
    response.end(method === 'HEAD' ? undefined : body);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: Error) => {
      // A file that vanished while it was read: nobody else's business.
      options.onRequest?.({ method: request.method ?? '', path: error.message, status: 500 });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new InvalidOptionError('port', port, `one that is free (${cause.message})`));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isTarget(path: string, target: FaultTarget): boolean {
  const isObject = /^\/(packs|deltas)\//.test(path);
  return target === 'all' || (target === 'packs') === isObject;
}
