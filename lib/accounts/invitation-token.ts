import { createHash } from 'node:crypto';
import { markOf } from './seal';

/** What is stored of a link's token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token of an invitation made at the desk: made again from the installation's secret whenever an admin wants to copy the link, never stored. */
export function invitationToken(secret: string, invitationId: string): { readonly token: string; readonly hash: string } {
  const token = markOf(secret, 'invitation', invitationId).toString('base64url');
  return { token, hash: hashToken(token) };
}
