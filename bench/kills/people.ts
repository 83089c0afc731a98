import type { OpenDatabase } from '@/db/client';
import { invitePerson } from '@/lib/accounts/change-people';
import { acceptInvitation } from '@/lib/accounts/invitation';
import { listInvitations } from '@/lib/accounts/people';
import { findSession } from '@/lib/accounts/session';
import { cookieOf, deskOver, join, PASSWORD, withCookie } from '../../tests/fixtures/desk';
import type { Cookies } from './http-desk';

export const SECRET = 'a secret of the tests, long enough to be one';
const EDITOR = { email: 'bilal@ledger.example', name: 'Bilal Khan' };

/** An admin who approves and publishes, and an editor who writes, both signed in at `origin`. */
export async function signPeopleIn(open: OpenDatabase, origin: string): Promise<Cookies> {
  const desk = deskOver(open, origin);
  await join(desk);
  const reviewer = await cookieOf(desk);
  const session = await findSession(desk, withCookie(reviewer), new Date());
  if (session === null) throw new Error('The admin is not signed in.');
  const invited = await invitePerson(desk, session.editor, { ...EDITOR, role: 'editor' }, new Date());
  const [invitation] = await listInvitations(desk, new Date());
  const token = new URL(invitation?.link ?? origin).searchParams.get('token') ?? '';
  const joined = await acceptInvitation(open.db, { token, password: PASSWORD }, new Date());
  if (!invited.ok || !joined.ok) throw new Error('The editor could not be invited.');
  return { reviewer, editor: await cookieOf(desk, EDITOR.email) };
}
