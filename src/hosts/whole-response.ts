import type { TransportResponse } from '../client/transport';

/** An answer whose body came whole, as platforms without streams hand it over. */
export function wholeResponse(
  status: number,
  header: TransportResponse['header'],
  body: Uint8Array,
): TransportResponse {
  let rest: Uint8Array | undefined = body;
  return {
    status,
    header,
    async read() {
      const part = rest;
      rest = undefined;
      return part === undefined || part.length === 0 ? undefined : part;
    },
    cancel() {},
  };
}
