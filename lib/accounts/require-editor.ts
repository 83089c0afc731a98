import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { getDesk, type Desk } from './desk';
import { findSession, type LiveSession } from './session';

/** The session behind the request that is being answered, or null; looked up once a request. */
export const readSession = cache(async (): Promise<{ readonly desk: Desk; readonly session: LiveSession | null; readonly now: Date }> => {
  const sent = await headers();
  const now = new Date();
  const desk = await getDesk();
  return { desk, session: await findSession(desk, new Headers(sent), now), now };
});

/** Every page of the desk calls this first: it hands on only somebody whose session is alive and who has a role, and sends everybody else to the sign-in. */
export async function requireEditor(): Promise<{ readonly desk: Desk; readonly session: LiveSession; readonly now: Date }> {
  const { desk, session, now } = await readSession();
  if (session === null) redirect('/admin/sign-in');
  return { desk, session, now };
}
