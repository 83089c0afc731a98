import type { Metadata } from 'next';
import { verifyAudit } from '@/db/queries/verify-audit';
import { Still } from '@/components/still/still';
import { requireEditor } from '@/lib/accounts/require-editor';
import { auditVerdictText } from '@/lib/audit-verdict';
import { AUDIT_PARAMETERS, parseAuditCursor, parseAuditFilter, printAuditFilter } from '@/lib/inputs/audit-filter';
import { readAuditPage } from '@/lib/reads/desk/audit';
import { DeskLinks } from '../_parts/desk-links';
import { Notice } from '../_parts/notice';
import { AuditEntry } from './_parts/audit-entry';
import { AuditFilters } from './_parts/audit-filters';

export const metadata: Metadata = { title: 'Audit' };
export const dynamic = 'force-dynamic';

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const { desk, session } = await requireEditor();
  const asked = await searchParams;
  const { filter, dropped } = parseAuditFilter(asked);
  const before = parseAuditCursor(asked);
  const verdict = asked.verify === '1' ? await verifyAudit(desk.db) : null;
  const { entries, older, choices } = await readAuditPage(desk.db, filter, before);
  const query = printAuditFilter(filter);
  const isFiltered = AUDIT_PARAMETERS.some((name) => filter[name] !== null);
  const with_ = (more: Record<string, string>) => `?${new URLSearchParams([...query, ...Object.entries(more)])}`;
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/audit" />
      <h1 className="mb-2 font-serif text-3xl font-semibold">Audit</h1>
      <p className="mb-6 max-w-prose text-muted">
        Everything that was done at this desk, by whom and when, before and after. Nothing here can be changed or removed: each entry carries the hash of the one before it.
      </p>
      <Notice text={dropped.length > 0 ? `Not understood and left out: ${dropped.join(', ')}.` : null} />
      {verdict !== null && <Notice text={auditVerdictText(verdict)} isProblem={!verdict.isWhole} />}
      <AuditFilters filter={filter} choices={choices} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule-strong pb-2">
        <p role="status" className="text-sm text-muted">
          {entries.length === 0 ? 'Nothing was done that fits.' : `Newest first${before === null ? '' : `, older than entry ${before}`}. ${choices.entries.toLocaleString('en')} entries in all.`}
        </p>
        <p className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a className="inline-flex min-h-8 items-center" href={`/api/admin/audit/csv?${query}`}>{isFiltered ? 'These as CSV' : 'All as CSV'}</a>
          <a className="inline-flex min-h-8 items-center" href={`/api/admin/audit/lines?${query}`}>{isFiltered ? 'These as JSON lines' : 'All as JSON lines'}</a>
          <a className="inline-flex min-h-8 items-center" href={with_({ verify: '1' })}>Check the chain</a>
        </p>
      </div>
      <Still>
        <ol className="divide-y divide-rule border-b border-rule">
          {entries.map((entry) => <AuditEntry key={entry.seq} entry={entry} />)}
        </ol>
      </Still>
      {(before !== null || older !== null) && (
        <nav aria-label="Pages of the audit" className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
          {before !== null && <a className="inline-flex min-h-8 items-center" href={with_({})}>Newest</a>}
          {older !== null && <a className="inline-flex min-h-8 items-center" href={with_({ before: String(older) })}>Older</a>}
        </nav>
      )}
    </>
  );
}
