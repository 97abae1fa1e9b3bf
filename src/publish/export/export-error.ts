import { YizhanError } from '../../errors';

/** Stations that a format cannot hold: too many, a text too long, a character it has not. `code: 'EXPORT_IMPOSSIBLE'`. */
export class ExportError extends YizhanError {
  override readonly name = 'ExportError';

  /** @param what cannot be held, and what can */
  constructor(what: string) {
    super('EXPORT_IMPOSSIBLE', `Cannot export: ${what}`);
  }
}
