import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readFileIfAny } from '../files/read-file';
import { PublishError } from '../site/publish-error';
import type { SiteReader } from './site-reader';

/** @throws PublishError `SITE_UNREADABLE` when there is no such folder */
export async function folderReader(folder: string): Promise<SiteReader> {
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory())
    throw new PublishError('SITE_UNREADABLE', `There is no folder ${JSON.stringify(folder)}`);
  return {
    name: folder,
    notes: new Set(),
    read: (path, mostBytes) => readFileIfAny(join(folder, path), mostBytes),
  };
}
