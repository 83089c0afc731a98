import { refuseStep } from '@/domain/changeset';
import type { Editor } from '@/domain/editor';
import { countKind } from '@/domain/row-kinds';
import { MAIN_BUTTON } from '@/components/editor/buttons';
import { QUIET_BUTTON } from '@/components/ui/button-look';
import { changesetPath } from '@/lib/inputs/desk-links';
import type { ChangesetRead } from '@/lib/reads/desk/changeset';
import { DeskForm } from '../../_forms/desk-form';

/** What this person can do with the changeset now. The routes ask for the right again. */
export function NextStep({ read, editor }: { readonly read: ChangesetRead; readonly editor: Editor }) {
  const { changeset, rows, release } = read;
  const { id, state } = changeset;
  if (state === 'published') return release === null ? null : <a href={`/releases/${release}`} className={`${QUIET_BUTTON} no-underline`}>See release {release}</a>;
  if (state === 'abandoned') return <a href={`/admin/audit?changeset=${id}`} className={`${QUIET_BUTTON} no-underline`}>What was done in it, in the audit</a>;
  const may = (step: 'submit' | 'approve' | 'publish' | 'abandon') => refuseStep(editor, step, changeset.contributors.map((one) => one.id));
  const path = `/api/admin/changesets/${id}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        {state === 'draft' && may('submit') === null && rows.length > 0 && <DeskForm action={`${path}/submit`} submit="Hand in for review" problem={null} />}
        {state === 'approved' && may('publish') === null && <a href={changesetPath(id, 'publish')} className={MAIN_BUTTON}>Publish</a>}
        {state === 'in-review' && may('approve') === null && <a href={changesetPath(id, 'review')} className={MAIN_BUTTON}>Review it</a>}
        {rows.length > 0 && !(state === 'in-review' && may('approve') === null) && <a href={changesetPath(id, 'review')} className={`${QUIET_BUTTON} no-underline`}>See what it changes</a>}
        {state !== 'draft' && may('submit') === null && <DeskForm action={`${path}/withdraw`} submit="Take it back to draft" problem={null} isInline />}
      </div>
      <Hint read={read} rights={{ approve: may('approve'), submit: may('submit') }} />
      {may('abandon') === null && <Abandon read={read} />}
    </>
  );
}

function Hint({ read: { changeset, rows }, rights }: { readonly read: ChangesetRead; readonly rights: { readonly approve: string | null; readonly submit: string | null } }) {
  const text = changeset.state === 'draft' && rows.length === 0 ? 'Nothing is drafted yet. Begin below: every row you save is kept here until you hand it in, and nobody outside the desk sees it.'
    : changeset.state === 'in-review' && rights.approve === 'own-changeset' ? 'You wrote in it yourself, so another reviewer has to approve it.'
    : rights.submit !== null ? 'You have no hand in it: you may read it and comment.' : null;
  return text && <p className="mt-3 max-w-prose text-sm text-muted">{text}</p>;
}

/** Folded, so that it takes two deliberate presses, and says what will happen before the second. */
function Abandon({ read: { changeset, rows, counts } }: { readonly read: ChangesetRead }) {
  return (
    <details className="mt-5 max-w-prose">
      <summary className="w-fit py-1 text-sm text-muted hover:text-ink">Abandon it…</summary>
      <div className="mt-2 border-s-4 border-accent ps-4">
        <p className="mb-3">
          {rows.length === 0 ? 'It holds no rows.' : `Its ${counts.map(({ kind, count }) => countKind(kind, count)).join(', ')} will be taken out and not be published; other changesets may then take up the same rows.`}
          {' '}Nothing that readers see changes. What was drafted and said stays in the audit for ever. It cannot be opened again.
        </p>
        <DeskForm action={`/api/admin/changesets/${changeset.id}/abandon`} submit={`Abandon “${changeset.name}”`} problem={null} isInline />
      </div>
    </details>
  );
}
