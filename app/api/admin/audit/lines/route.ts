import { walkAudit } from '@/db/queries/find-audit';
import { guardedDownload } from '@/lib/accounts/guarded-download';
import { printAuditLines, streamText } from '@/lib/audit-file';
import { parseAuditFilter } from '@/lib/inputs/audit-filter';

/** The audit, filtered as on its page, oldest first. */
export const GET = guardedDownload('editor', async ({ desk, now, request }) => {
  const { filter } = parseAuditFilter(Object.fromEntries(new URL(request.url).searchParams));
  return streamText(printAuditLines(walkAudit(desk.db, filter)), 'application/x-ndjson; charset=utf-8', `audit-${now.toISOString().slice(0, 10)}.jsonl`);
});
