import type { Changeset } from '@/db/queries/find-changesets';
import { changesetPath } from '@/lib/inputs/desk-links';
import { ShownMoment } from '../../../_parts/shown-moment';

const STATES: Readonly<Record<Changeset['state'], string>> = {
  draft: 'a draft', 'in-review': 'waiting for review', approved: 'approved', published: 'published', abandoned: 'abandoned',
};

/** Which changeset, what becomes of it, and who wrote in it. */
export function ChangesetHead({ changeset, title }: { readonly changeset: Changeset; readonly title: string }) {
  const { id, name, state, contributors, submittedAt, approver, approvedAt } = changeset;
  return (
    <div className="mb-8">
      <p className="text-sm"><a href={changesetPath(id)} className="inline-block py-1">{name}</a></p>
      <h1 className="mb-2 font-serif text-3xl font-semibold">{title}</h1>
      <p className="text-muted">
        By {contributors.map((one) => one.name).join(', ')}. It is <b className="font-semibold text-ink">{STATES[state]}</b>
        {submittedAt !== null && state === 'in-review' && <> since <ShownMoment at={new Date(submittedAt)} /></>}
        {approver !== null && approvedAt !== null && <> by {approver.name} since <ShownMoment at={new Date(approvedAt)} /></>}.
      </p>
    </div>
  );
}
