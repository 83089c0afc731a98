import { hasRole, type Editor } from '../../domain/editor';
import { accept, refuse, type Outcome, type Refusal } from '../../domain/outcome';
import type { Transaction } from '../client';
import { findDrafts } from '../queries/find-versions';
import { hashOfDrafts } from './approve-changeset';
import { moveChangeset, requireStep, type StateRefusal } from './changeset-step';

/**
 * A reviewer approves what he wrote in himself because it cannot wait; readers are told his reason until a second person has looked.
 * Refuses what requireStep refuses, `reason-missing`, and `emergency-not-needed` where he may simply approve.
 */
export async function approveInEmergency(
  tx: Transaction, editor: Editor, { changesetId, reason }: { readonly changesetId: string; readonly reason: string }, now: Date,
): Promise<Outcome<null, Refusal | StateRefusal>> {
  if (!hasRole(editor, 'reviewer')) return refuse({ code: 'not-allowed', message: 'Publishing in an emergency takes a reviewer.' });
  if (reason.trim() === '') return refuse({ code: 'reason-missing', message: 'Say why it cannot wait for a second person: readers see this.' });
  // Who wrote in it is looked at below, so the step is asked for as if he might approve his own.
  const step = await requireStep(tx, editor, changesetId, 'approve', 'single-editor');
  if (!step.ok) return step;
  if (!step.value.contributors.some(({ id }) => id === editor.id)) {
    return refuse({ code: 'emergency-not-needed', message: 'You did not write in this changeset: approve it, then publish it.' });
  }
  const approvedHash = hashOfDrafts(await findDrafts(tx, changesetId));
  const stamps = { state: 'approved' as const, approvedAt: now, approverId: editor.id, approverName: editor.name, approvedHash };
  await moveChangeset(tx, editor, step.value, 'approve-in-emergency', stamps, now);
  return accept(null);
}
