import type { AuditBreak, AuditVerdict } from '@/db/queries/verify-audit';

const REASONS: Readonly<Record<AuditBreak, string>> = {
  missing: 'it is missing',
  'does-not-follow': 'it does not follow the row before it: one of them was exchanged or put in',
  'content-changed': 'its content was changed after it was written',
  'head-differs': 'it is not the last row that was written: the end of the chain was exchanged',
  added: 'it was put behind the end of the chain',
};

/** The verdict in one sentence, for the page and the command. */
export function auditVerdictText(verdict: AuditVerdict): string {
  if (verdict.isWhole) return `The chain is whole: ${verdict.rows.toLocaleString('en')} ${verdict.rows === 1 ? 'entry' : 'entries'}, each with the hash of the one before.`;
  return `The chain is broken at row ${verdict.seq}: ${REASONS[verdict.reason]}.`;
}
