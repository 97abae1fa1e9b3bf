import { isYizhanError } from '../../errors';

/** What `check` gives; `undefined`, with a failure written down, when it throws one of ours. */
export async function noting<T>(
  failures: string[],
  what: string,
  check: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await check();
  } catch (error) {
    if (!isYizhanError(error)) throw error;
    failures.push(`${what}: ${error.message} (${error.code})`);
    return undefined;
  }
}
