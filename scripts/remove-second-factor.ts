import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { DirectoryLockedError } from '@/db/directory-lock';
import { migrateDatabase } from '@/db/migrate';
import { removeSecondFactorByCommand } from '@/lib/accounts/change-people';
import { EnvError } from '@/lib/env';
import { askServer } from './ask-server';
import { loadSettings } from './load-settings';

// Takes a lost second factor away when no other admin can: the person signs in with the password and sets a new one up. Every session ends.

const USAGE = 'Usage: npm run admin:remove-second-factor -- --email you@example.org';
const REFUSALS: Readonly<Record<string, string>> = {
  'no-person': 'Nobody has this email address here.',
  'already-so': 'This person has no second factor.',
};

type Answer = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly code: string };

function readEmail(): string {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' } }, strict: true });
    return z.email('Give an email address such as you@example.org.').parse(values.email?.trim().toLowerCase() ?? '');
  } catch (error) {
    console.error(`${error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

async function askRunning(email: string): Promise<Answer | null> {
  const asked = await askServer('remove-second-factor', { email });
  if (asked === null) return null;
  const granted = z.object({ name: z.string() }).safeParse(asked.body);
  if (asked.status === 200 && granted.success) return { ok: true, ...granted.data };
  const refused = z.object({ code: z.string() }).safeParse(asked.body);
  return asked.status === 409 && refused.success ? { ok: false, ...refused.data } : null;
}

async function askDatabase(email: string): Promise<Answer> {
  const open = await openDatabase();
  try {
    await migrateDatabase(open);
    const removed = await removeSecondFactorByCommand(open.db, email, new Date());
    return removed.ok ? { ok: true, ...removed.value } : { ok: false, code: removed.refusal.code };
  } finally {
    await open.close();
  }
}

async function main(): Promise<void> {
  loadSettings('production');
  const email = readEmail();
  const answer = (await askRunning(email)) ?? (await askDatabase(email));
  if (answer.ok) return console.log(`The second factor of ${answer.name} <${email}> is removed, and every session has ended. The audit says so.`);
  console.error(REFUSALS[answer.code] ?? answer.code);
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  const isExpected = error instanceof DirectoryLockedError || error instanceof EnvError;
  console.error(isExpected ? error.message : error);
  if (error instanceof DirectoryLockedError) console.error('The process that holds it was asked, but did not answer. If it is starting, wait until it is ready.');
  process.exitCode = 1;
});
