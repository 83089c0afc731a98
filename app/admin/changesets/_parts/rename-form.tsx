import { DeskForm } from '../../_forms/desk-form';

interface RenameFormProps {
  readonly changesetId: string;
  readonly name: string;
  readonly note: string;
}

const FIELD = 'mt-1 block min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 py-1.5 text-base text-ink';

/** Another name or note, folded away: it is seldom wanted. */
export function RenameForm({ changesetId, name, note }: RenameFormProps) {
  return (
    <details className="mb-8 max-w-prose">
      <summary className="w-fit py-1 text-sm text-muted hover:text-ink">Change its name or note</summary>
      <div className="pt-3">
        <DeskForm action={`/api/admin/changesets/${changesetId}/rename`} submit="Keep this" problem={null}>
          <label className="text-sm">Name<input name="name" defaultValue={name} required maxLength={200} className={FIELD} /></label>
          <label className="text-sm">Note <span className="text-muted">for colleagues; readers get the release note</span><textarea name="note" defaultValue={note} rows={3} maxLength={4_000} className={FIELD} /></label>
        </DeskForm>
      </div>
    </details>
  );
}
