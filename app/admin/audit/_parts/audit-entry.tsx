import { fieldLabel } from '@/components/layout/correction-fields';
import type { AuditRow } from '@/db/queries/find-audit';
import { actionName, auditFields, namedIn, subjectName } from '@/domain/audit';
import type { RowKind } from '@/domain/release';
import { KIND_NAMES } from '@/domain/row-kinds';
import { changesetPath, rowHistoryPath } from '@/lib/inputs/desk-links';
import { ShownMoment } from '../../_parts/shown-moment';

/** One thing that was done: a line, and behind it what was before and after. */
export function AuditEntry({ entry }: { readonly entry: AuditRow }) {
  const { seq, at, editorName, action, subject, subjectId, revision, changesetId, changesetName, personName } = entry;
  return (
    <li id={`entry-${seq}`}>
      <details className="group">
        <summary className="grid min-h-11 cursor-pointer grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 py-2.5 hover:bg-sunk sm:grid-cols-[11.5rem_1fr_auto]">
          <span className="text-sm text-muted max-sm:col-span-2 sm:pt-0.5"><ShownMoment at={new Date(at)} /></span>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <bdi className="font-semibold">{editorName}</bdi> {actionName(action)}: {subjectName(subject)} <bdi className="text-sm text-muted">{personName ?? namedIn(entry.before, entry.after) ?? subjectId}</bdi>
            {changesetName !== null && subject !== 'changeset' && <span className="text-sm text-muted"> · in “<bdi>{changesetName}</bdi>”</span>}
          </span>
          <span className="text-sm text-muted tabular-nums sm:pt-0.5">{seq}</span>
        </summary>
        <div className="pb-5 sm:ps-[12.5rem]">
          <Fields entry={entry} />
          <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {subject in KIND_NAMES && <a className="inline-flex min-h-7 items-center" href={rowHistoryPath(subject as RowKind, subjectId)}>This {subjectName(subject)} and its history</a>}
            {changesetId !== null && <a className="inline-flex min-h-7 items-center" href={changesetPath(changesetId)}>The changeset</a>}
            {subject === 'release' && <a className="inline-flex min-h-7 items-center" href={`/releases/${encodeURIComponent(subjectId)}`}>Release {subjectId}</a>}
            <a className="inline-flex min-h-7 items-center" href={`/admin/audit?${new URLSearchParams({ subject, id: subjectId })}`}>All that was done to it</a>
            {changesetId !== null && <a className="inline-flex min-h-7 items-center" href={`/admin/audit?${new URLSearchParams({ changeset: changesetId })}`}>All in the changeset</a>}
          </p>
          <p className="mt-2 text-xs break-all text-muted">
            Id <bdi>{subjectId}</bdi>{revision !== null && `, version ${revision}`} · hash <bdi className="font-mono">{entry.hash}</bdi>
          </p>
        </div>
      </details>
    </li>
  );
}

function Fields({ entry }: { readonly entry: AuditRow }) {
  const fields = auditFields(entry.before, entry.after);
  if (fields.length === 0) return <p className="text-sm text-muted">Nothing more is kept of this.</p>;
  const [hasBefore, hasAfter] = [entry.before !== null, entry.after !== null];
  const changed = fields.filter(({ isChanged }) => isChanged);
  const rest = fields.filter(({ isChanged }) => !isChanged);
  return (
    <>
      {changed.length > 0 && <FieldTable fields={changed} hasBefore={hasBefore} hasAfter={hasAfter} />}
      {rest.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="w-fit cursor-pointer py-1 text-muted hover:text-ink">{rest.length === 1 ? 'One more field, unchanged or empty' : `${rest.length} more fields, unchanged or empty`}</summary>
          <FieldTable fields={rest} hasBefore={false} hasAfter />
        </details>
      )}
    </>
  );
}

interface FieldTableProps {
  readonly fields: ReturnType<typeof auditFields>;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** On a narrow screen each field stands as a block of lines. */
function FieldTable({ fields, hasBefore, hasAfter }: FieldTableProps) {
  return (
    <table className="w-full border-collapse text-start text-[0.9375rem]">
      <thead className="max-sm:sr-only">
        <tr className="text-sm text-muted">
          <th scope="col" className="w-40 py-1 pe-4 text-start font-medium">Field</th>
          {hasBefore && <th scope="col" className="py-1 pe-4 text-start font-medium">Before</th>}
          {hasAfter && <th scope="col" className="py-1 text-start font-medium">{hasBefore ? 'After' : 'Value'}</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, before, after }) => (
          <tr key={name} className="border-t border-rule align-top max-sm:grid max-sm:py-2">
            <th scope="row" className="py-1.5 pe-4 text-start font-medium max-sm:py-0">{fieldLabel(name)}</th>
            {hasBefore && <Said head="Before" text={before} isQuiet={hasAfter} />}
            {hasAfter && <Said head={hasBefore ? 'After' : 'Value'} text={after} isQuiet={false} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Said({ head, text, isQuiet }: { readonly head: string; readonly text: string | null; readonly isQuiet: boolean }) {
  return (
    <td dir="auto" className={`py-1.5 pe-4 text-start [overflow-wrap:anywhere] whitespace-pre-line max-sm:py-0 ${isQuiet ? 'text-muted' : ''}`}>
      <span className="text-sm text-muted sm:sr-only">{head}: </span>{text ?? '—'}
    </td>
  );
}
