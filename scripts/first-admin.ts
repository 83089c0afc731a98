import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { DirectoryLockedError } from '@/db/directory-lock';
import { migrateDatabase } from '@/db/migrate';
import { invitee, inviteFirstAdmin, type Invitee } from '@/lib/accounts/invitation';
import { env, EnvError } from '@/lib/env';
import { askServer } from './ask-server';
import { loadSettings } from './load-settings';

// Prints the one-time link with which the first admin chooses a password. While a server runs on the embedded database it is asked;
// only when none does is the directory opened here.

const USAGE = 'Usage: npm run admin:first -- --email you@example.org --name "Your Name"';

type Answer =
  | { readonly ok: true; readonly token: string; readonly expiresAt: Date; readonly siteUrl: string }
  | { readonly ok: false; readonly message: string; readonly siteUrl: string };

function readArguments(): Invitee {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } }, strict: true });
    const parsed = invitee.safeParse({ email: values.email ?? '', name: values.name ?? '' });
    if (parsed.success) return parsed.data;
    throw new Error(parsed.error.issues[0]?.message);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
}

const grantedAnswer = z.object({ token: z.string(), expiresAt: z.coerce.date(), siteUrl: z.string() });
const refusedAnswer = z.object({ title: z.string(), siteUrl: z.string() });

/** Null when no server answered as ours does. */
async function askRunning(person: Invitee): Promise<Answer | null> {
  const asked = await askServer('first-admin', person);
  if (asked === null) return null;
  const granted = grantedAnswer.safeParse(asked.body);
  if (asked.status === 200 && granted.success) return { ok: true, ...granted.data };
  const refused = refusedAnswer.safeParse(asked.body);
  if (asked.status === 409 && refused.success) return { ok: false, message: refused.data.title, siteUrl: refused.data.siteUrl };
  return null;
}

async function askDatabase(person: Invitee): Promise<Answer> {
  const { siteUrl } = env();
  const open = await openDatabase();
  try {
    await migrateDatabase(open);
    const invited = await inviteFirstAdmin(open.db, person, new Date());
    return invited.ok ? { ok: true, ...invited.value, siteUrl } : { ok: false, message: invited.refusal.message, siteUrl };
  } finally {
    await open.close();
  }
}

async function main(): Promise<void> {
  loadSettings('production');
  const person = readArguments();
  const answer = (await askRunning(person)) ?? (await askDatabase(person));
  if (!answer.ok) {
    console.error(`${answer.message}\nThe admin signs in at ${answer.siteUrl}/admin/sign-in.`);
    process.exitCode = 1;
    return;
  }
  const until = `${answer.expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  console.log(`The link for ${person.name} <${person.email}>. It works once, until ${until}:\n`);
  console.log(`  ${answer.siteUrl}/admin/join?token=${answer.token}\n`);
  console.log('Open it in a browser and choose a password. An earlier link that was not used no longer works.');
}

main().catch((error: unknown) => {
  const isExpected = error instanceof DirectoryLockedError || error instanceof EnvError;
  console.error(isExpected ? error.message : error);
  if (error instanceof DirectoryLockedError) console.error('The process that holds it was asked for a link, but did not answer. If it is starting, wait until it is ready.');
  process.exitCode = 1;
});
