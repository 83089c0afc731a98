import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { hasRole } from '@/domain/editor';
import { getDesk, type Desk } from './desk';
import { findAnySession, type AnySession, type LiveSession, wholeSession } from './session';

/** The session behind the request that is being answered, or null; looked up once a request. */
export const readSession = cache(async (): Promise<{ readonly desk: Desk; readonly session: AnySession | null; readonly now: Date }> => {
  const sent = await headers();
  const now = new Date();
  const desk = await getDesk();
  return { desk, session: await findAnySession(desk, new Headers(sent), now), now };
});

const MISSING = { 'second-factor': '/admin/second-factor', 'set-up': '/admin/second-factor/set-up' } as const;

interface DeskRead {
  readonly desk: Desk;
  readonly session: LiveSession;
  readonly now: Date;
}

/** Every page of the desk calls this first: it hands on only somebody whose session lacks nothing, and sends everybody else to what is missing. */
export async function requireEditor(): Promise<DeskRead> {
  const { desk, session, now } = await readSession();
  if (session === null) redirect('/admin/sign-in');
  const whole = wholeSession(session);
  if (whole === null) redirect(session.lacks === null ? '/admin/sign-in' : MISSING[session.lacks]);
  return { desk, session: whole, now };
}

/** The same for pages about people; others are led back and told. */
export async function requireAdmin(): Promise<DeskRead> {
  const read = await requireEditor();
  if (!hasRole(read.session.editor, 'admin')) redirect('/admin?problem=no-right');
  return read;
}

/** For the pages of the second factor: any session, also one that lacks it. */
export async function requireAnySession(): Promise<{ readonly desk: Desk; readonly session: AnySession; readonly now: Date }> {
  const { desk, session, now } = await readSession();
  if (session === null) redirect('/admin/sign-in');
  return { desk, session, now };
}
