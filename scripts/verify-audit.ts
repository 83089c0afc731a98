import { z } from 'zod';
import { openDatabase } from '@/db/client';
import { DirectoryLockedError } from '@/db/directory-lock';
import { verifyAudit, type AuditVerdict } from '@/db/queries/verify-audit';
import { auditVerdictText } from '@/lib/audit-verdict';
import { EnvError } from '@/lib/env';
import { askServer } from './ask-server';
import { loadSettings } from './load-settings';

// Recomputes the hash chain of the audit and names the first broken row. Exit code 0: whole, 1: broken, 2: it could not be looked at.

const WITHIN_MS = 10 * 60_000;

const verdictAnswer: z.ZodType<AuditVerdict> = z.discriminatedUnion('isWhole', [
  z.object({ isWhole: z.literal(true), rows: z.number(), hash: z.string() }),
  z.object({ isWhole: z.literal(false), seq: z.number(), reason: z.enum(['missing', 'does-not-follow', 'content-changed', 'head-differs', 'added']) }),
]);

async function readVerdict(): Promise<AuditVerdict> {
  const asked = await askServer('verify-audit', {}, WITHIN_MS);
  const parsed = asked?.status === 200 ? verdictAnswer.safeParse(asked.body) : null;
  if (parsed?.success) return parsed.data;
  // Nothing is migrated here: the chain is looked at as it lies.
  const open = await openDatabase();
  try {
    return await verifyAudit(open.db);
  } finally {
    await open.close();
  }
}

async function main(): Promise<void> {
  loadSettings('production');
  const verdict = await readVerdict();
  console.log(auditVerdictText(verdict));
  if (verdict.isWhole) console.log(`Last hash: ${verdict.hash}\nKeep it elsewhere: somebody who rewrites the whole chain cannot make this hash again.`);
  process.exitCode = verdict.isWhole ? 0 : 1;
}

main().catch((error: unknown) => {
  const isExpected = error instanceof DirectoryLockedError || error instanceof EnvError;
  console.error(isExpected ? error.message : error);
  if (error instanceof DirectoryLockedError) console.error('The process that holds it was asked to look, but did not answer. If it is starting, wait until it is ready.');
  process.exitCode = 2;
});
