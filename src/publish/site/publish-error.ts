import { YizhanError } from '../../errors';

/** Why a site cannot be built, signed or read. */
export type PublishErrorCode =
  | 'SITE_UNREADABLE'
  | 'SITE_SHRUNK'
  | 'SITE_TOO_LARGE'
  | 'SITE_SEQUENCE'
  | 'KEY_UNREADABLE'
  | 'KEY_UNSAFE'
  | 'KEY_EXISTS';

/** What a publisher has to see to before going on; `code` says what sort of thing. */
export class PublishError extends YizhanError {
  override readonly name = 'PublishError';
  declare readonly code: PublishErrorCode;

  constructor(code: PublishErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
  }
}
