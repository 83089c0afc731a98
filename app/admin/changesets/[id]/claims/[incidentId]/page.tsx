import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { whenOf, whereOf } from '@/domain/chart/incident-definition';
import type { CitationDraft } from '@/domain/draft';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { readClaimsDesk } from '@/lib/reads/desk/claims-desk';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { ClaimsForm } from '@/components/editor/forms/claims/claims-form';
import { DeskLinks } from '../../../../_parts/desk-links';

export const metadata: Metadata = { title: 'Who says what' };
export const dynamic = 'force-dynamic';

export default async function ClaimsPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/claims/[incidentId]'>) {
  const { desk, session } = await requireEditor();
  const { id: changesetId, incidentId } = await params;
  const { row } = await searchParams;
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  const read = changeset && await readClaimsDesk(desk.db, changesetId, decodeURIComponent(incidentId));
  if (changeset === null || read === null) notFound();
  const { incident, places, claims, claimants, losses, takenIds, sources } = read;
  const starts = claims.map(({ id, revision, content, change, changeNote, citations, isDraft, published }) => ({
    id, revision, content, change, changeNote, isDraft, isPublished: published !== null, citations: citations.map(draftOf),
  }));
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· who says what</span></p>
      <h1 className="font-serif text-3xl font-semibold">{incident.title}</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        {whenOf(incident)}{places.length === 0 ? '' : `, at ${whereOf(incident, places)}`}. One line is one statement of one claimant about one side’s losses.{' '}
        <a href={rowPath(changesetId, 'incident', incident.id)}>Write the incident itself</a>
      </p>
      <ClaimsForm
        // Saved lines come back with their new versions: a new table.
        key={starts.map(({ id, revision }) => `${id}@${revision}`).join(' ')}
        changesetId={changesetId} person={session.editor.id} incident={incident} places={places} claims={starts} claimants={claimants} losses={losses} takenIds={takenIds} sources={sources}
        published={Object.fromEntries(claims.flatMap(({ id, published }) => (published === null ? [] : [[id, published.content]])))}
        closed={changeset.closed} asked={typeof row === 'string' ? row : null}
      />
    </>
  );
}

const draftOf = ({ sourceId, locator, quote, paraphrase, role }: CitationDraft): CitationDraft => ({ sourceId, locator, quote, paraphrase, role });
