import type { MiniEnvironment, MiniOptions, NetworkAnswer } from './fake-mini-program';

/* Requests as mini-programs may make them: few at a time, to registered domains, with a time limit. */

export type Refusal =
  | 'domain'
  | 'url'
  | 'header'
  | 'offline'
  | 'timeout'
  | 'abort'
  | 'interrupted'
  | 'too-many'
  | 'redirects';

export interface MiniRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly timeout: number;
  /** Whether a redirect is given out as it is. */
  readonly seesRedirects: boolean;
}

/** `request.method url`, and which headers were set: for a test to look at. */
export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface WholeAnswer extends NetworkAnswer {
  readonly bytes: Uint8Array;
}

interface Pending {
  refuse(refusal: Refusal): void;
}

const redirects = [301, 302, 303, 307, 308];

export class MiniNetwork {
  readonly sent: Sent[] = [];
  /** The most that were on their way at the same time. */
  busiest = 0;
  isConnected = true;
  private isInBackground = false;
  private readonly pending = new Set<Pending>();

  constructor(
    private readonly environment: MiniEnvironment,
    private readonly options: MiniOptions,
    /** At the same time. */
    private readonly most: number,
  ) {}

  /** @returns aborts it; nothing where it was refused at once */
  send(
    request: MiniRequest,
    succeed: (answer: WholeAnswer) => void,
    refuse: (refusal: Refusal, cause?: unknown) => void,
    onHead: (head: Omit<NetworkAnswer, 'bytes'>) => void = () => {},
  ): () => void {
    const { setTimeout, clearTimeout } = this.environment;
    let isOver = false;
    const end = (tell: () => void) => {
      if (isOver) return;
      isOver = true;
      this.pending.delete(one);
      clearTimeout(timer);
      // Never within the call that brought it about.
      setTimeout(tell, 0);
    };
    const one: Pending = { refuse: (refusal) => end(() => refuse(refusal)) };
    const timer = setTimeout(() => one.refuse('timeout'), request.timeout);
    const refusal = this.refusalOf(request);
    if (refusal !== undefined) {
      one.refuse(refusal);
      return () => {};
    }
    this.pending.add(one);
    this.busiest = Math.max(this.busiest, this.pending.size);
    this.follow(request, () => isOver, onHead).then(
      (answer) => end(() => (typeof answer === 'string' ? refuse(answer) : succeed(answer))),
      (cause) => end(() => refuse('offline', cause)),
    );
    return () => one.refuse('abort');
  }

  /** What is not over five seconds later is cut off: see `network.html` in `fake-wx`. */
  goToBackground(): void {
    this.isInBackground = true;
    this.environment.setTimeout(() => {
      if (!this.isInBackground) return;
      for (const { refuse } of [...this.pending]) refuse('interrupted');
    }, 5000);
  }

  comeToFront(): void {
    this.isInBackground = false;
  }

  private refusalOf({ url, headers }: MiniRequest): Refusal | undefined {
    if (this.isInBackground) return 'interrupted';
    if (this.pending.size >= this.most) return 'too-many';
    if (!/^https?:\/\/[^/]/.test(url) || /[#\s]/.test(url)) return 'url';
    if (Object.keys(headers).some((name) => /^referer$/i.test(name))) return 'header';
    if (Object.values(headers).some((value) => typeof value !== 'string')) return 'header';
    return this.isRegistered(url) ? undefined : 'domain';
  }

  private isRegistered(url: string): boolean {
    const origin = /^https:\/\/[^/?#]+/.exec(url)?.[0];
    return origin !== undefined && this.options.domains.includes(origin);
  }

  private async follow(
    { url: start, method, headers, seesRedirects }: MiniRequest,
    isOver: () => boolean,
    onHead: (head: Omit<NetworkAnswer, 'bytes'>) => void,
  ): Promise<WholeAnswer | Refusal> {
    let url = start;
    for (let count = 0; count <= 20; count++) {
      if (!this.isConnected) return 'offline';
      this.sent.push({ url, headers: headers as Record<string, string> });
      const answer = await this.environment.fetchBytes(url, {
        method,
        headers: headers as Record<string, string>,
      });
      // The line may have gone down in the meantime.
      if (!this.isConnected && !isOver()) return 'offline';
      const location = headerOf(answer.headers, 'location');
      if (seesRedirects || location === undefined || !redirects.includes(answer.status)) {
        const head = { status: answer.status, headers: this.renamed(answer.headers) };
        if (!isOver()) onHead(head);
        const bytes = await answer.bytes;
        return this.isConnected || isOver() ? { ...head, bytes } : 'offline';
      }
      url = /^https?:/.test(location) ? location : /^https?:\/\/[^/]+/.exec(url)![0] + location;
      if (!this.isRegistered(url)) return 'domain';
    }
    return 'redirects';
  }

  private renamed(headers: NetworkAnswer['headers']): Record<string, string> {
    const { headerNames = 'as-sent' } = this.options;
    const written = (name: string) => {
      if (headerNames === 'as-sent') return name;
      const lower = name.toLowerCase();
      return headerNames === 'lower'
        ? lower
        : lower.replace(/(^|-)([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
    };
    const result: Record<string, string> = {};
    for (const name of Object.keys(headers)) result[written(name)] = headers[name]!;
    return result;
  }
}

function headerOf(headers: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const name = Object.keys(headers).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : headers[name];
}

/** Bytes in a buffer that is theirs alone, as a phone hands them over. */
export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.slice().buffer as ArrayBuffer;
}
