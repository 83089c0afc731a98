import { changesetPage } from '@/lib/accounts/desk-path';

/** The page of the import of the changeset that a route's path names. */
export function importPage(params: Readonly<Record<string, string>>): string {
  return `${changesetPage({}, params)}/import`;
}

/** What a route says when the file no longer waits. */
export const NO_UPLOAD = { code: 'no-upload', message: 'The file no longer waits here: it is kept for an hour. Choose it again.' };
