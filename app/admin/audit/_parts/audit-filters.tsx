import type { ReactNode } from 'react';
import type { AuditChoices } from '@/db/queries/find-audit';
import { actionName, subjectName } from '@/domain/audit';
import type { AuditFilter } from '@/lib/inputs/audit-filter';

const FIELD = 'min-h-9 w-full border border-rule-strong bg-raised px-2 py-1.5';

/** A plain GET form: the address says what is shown, so it can be kept and sent. */
export function AuditFilters({ filter, choices }: { readonly filter: AuditFilter; readonly choices: AuditChoices }) {
  return (
    <form method="get" action="/admin/audit" role="search" aria-label="Filter the audit" className="mb-8 grid gap-4 border border-rule bg-sunk p-4 sm:grid-cols-2 lg:grid-cols-4">
      <Choice label="Person" name="person" value={filter.person} all="Everybody">
        {choices.people.map(({ id, name, nature }) => <option key={id} value={id}>{nature === 'system' ? `${name} (the system)` : name}</option>)}
      </Choice>
      <Choice label="What was done" name="action" value={filter.action} all="Anything">
        {choices.actions.map((action) => <option key={action} value={action}>{actionName(action)}</option>)}
      </Choice>
      <Choice label="To what" name="subject" value={filter.subject} all="Anything">
        {choices.subjects.map((subject) => <option key={subject} value={subject}>{subjectName(subject)}</option>)}
      </Choice>
      <Labelled label="Its id"><input name="id" defaultValue={filter.id ?? ''} maxLength={200} autoComplete="off" spellCheck={false} className={FIELD} /></Labelled>
      <Labelled label="From"><input type="date" name="from" defaultValue={filter.from ?? ''} className={FIELD} /></Labelled>
      <Labelled label="To"><input type="date" name="to" defaultValue={filter.to ?? ''} className={FIELD} /></Labelled>
      <Labelled label="Changeset’s id"><input name="changeset" defaultValue={filter.changeset ?? ''} maxLength={200} autoComplete="off" spellCheck={false} className={FIELD} /></Labelled>
      <div className="flex items-end gap-5">
        <button type="submit" className="min-h-9 bg-accent px-5 py-1.5 font-medium text-paper hover:bg-accent-strong">Show</button>
        <a href="/admin/audit" className="inline-flex min-h-9 items-center">Show all</a>
      </div>
    </form>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <label className="flex min-w-0 flex-col gap-1 text-sm"><span className="font-medium">{label}</span>{children}</label>;
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly value: string | null;
  readonly all: string;
  readonly children: ReactNode;
}

function Choice({ label, name, value, all, children }: ChoiceProps) {
  return (
    <Labelled label={label}>
      <select name={name} defaultValue={value ?? ''} className={FIELD}>
        <option value="">{all}</option>
        {children}
      </select>
    </Labelled>
  );
}
