import { eq } from 'drizzle-orm';
import { hasRole, type Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Database } from '../client';
import { findRelease } from '../queries/find-releases';
import { changesets, laterApprovals, releases } from '../schema/index';
import { announce } from './announce';
import { writeLedger } from './ledger-transaction';
import { recordAudit } from './record-audit';

/**
 * A second person stands behind a release that one person alone had published. Readers are told by a release of its own, whose number
 * it answers. Refuses `not-allowed`, `no-such-release`, `not-alone`, `approved-already`, and `own-changeset` for whoever wrote in it.
 */
export async function approveLater(
  db: Database, editor: Editor, { release: number }: { readonly release: number }, now: Date,
): Promise<Outcome<{ release: number }>> {
  if (!hasRole(editor, 'reviewer')) return refuse({ code: 'not-allowed', message: 'This takes a reviewer.' });
  return writeLedger<{ release: number }, Refusal>(db, async (tx) => {
    const published = await findRelease(tx, number);
    if (published === null) return refuse({ code: 'no-such-release', message: 'There is no such release.' });
    if (published.alone === undefined) return refuse({ code: 'not-alone', message: 'Two people stand behind this release already.' });
    if (published.alone.approvedLater !== null) return refuse({ code: 'approved-already', message: `${published.alone.approvedLater.by} has approved it already.` });
    const [written] = await tx.select({ contributors: changesets.contributors }).from(releases).innerJoin(changesets, eq(changesets.id, releases.changesetId)).where(eq(releases.number, number));
    if (written?.contributors.some(({ id }) => id === editor.id) !== false) return refuse({ code: 'own-changeset', message: 'You wrote in it yourself: this takes another reviewer.' });
    const note = `${editor.name} has looked at release ${number}, “${published.title}”, which one person alone had published, and approves it after the fact.`;
    const toldIn = await announce(tx, editor, { title: `Release ${number} was approved by a second person`, note }, now);
    await tx.insert(laterApprovals).values({ release: number, toldIn, approverName: editor.name });
    await recordAudit(tx, editor, [
      { action: 'approve-later', subject: 'release', subjectId: String(number), revision: null, changesetId: null, before: null, after: { toldIn } },
    ], now);
    return accept({ release: toldIn });
  });
}
