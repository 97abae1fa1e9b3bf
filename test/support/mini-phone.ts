import { answerTo } from '../../src/publish/serve/answer';
import { readSiteFile } from '../../src/publish/serve/site-file';
import type { Disk, MiniEnvironment } from './fake-mini-program';
import { fakeMy } from './fake-my';
import { fakeWx } from './fake-wx';

/* Phones with WeChat and Alipay on them, whose network is a folder of a publisher's site. */

export const origin = 'https://stations.example.cn';

/** The far end of the line. */
export interface Line {
  /** The folder that the origin serves; `undefined`: there is no line. */
  site: string | undefined;
  /** The paths that were asked for. */
  readonly asked: string[];
}

export function lineTo(site: string): Line {
  return { site, asked: [] };
}

/** @param disk what storage keeps: with the same one it is the same phone later */
export function wxPhone(line: Line, disk: Disk = new Map()) {
  return fakeWx(environmentOf(line), { domains: [origin], disk });
}

export function myPhone(line: Line, disk: Disk = new Map()) {
  return fakeMy(environmentOf(line), { domains: [origin], disk });
}

function environmentOf(line: Line): MiniEnvironment {
  return {
    async fetchBytes(url, { headers }) {
      if (line.site === undefined) throw new Error('there is no line');
      const path = url.slice(origin.length);
      line.asked.push(path);
      const file = await readSiteFile(line.site, path);
      const { status, headers: answered, body } = answerTo('GET', headers, file);
      return { status, headers: answered, bytes: body };
    },
    setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
    clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  };
}
