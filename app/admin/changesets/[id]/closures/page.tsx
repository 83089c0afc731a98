import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findTakenIds } from '@/db/queries/find-taken-ids';
import type { CitationDraft } from '@/domain/draft';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { readDeskRows, readLivingRows } from '@/lib/reads/desk/desk-rows';
import { asRecorded } from '@/lib/reads/desk/form-stock';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { ClosuresForm } from '@/components/editor/forms/closures/closures-form';
import { DeskLinks } from '../../../_parts/desk-links';

export const metadata: Metadata = { title: 'Closures' };
export const dynamic = 'force-dynamic';

export default async function ClosuresPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/closures'>) {
  const { desk, session, now } = await requireEditor();
  const { id: changesetId } = await params;
  const { row, crossing } = await searchParams;
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  if (changeset === null) notFound();
  const [closures, allCrossings, allSources, takenIds] = await Promise.all([
    readDeskRows(desk.db, changesetId, 'closure'), readLivingRows(desk.db, changesetId, 'crossing'), readLivingRows(desk.db, changesetId, 'source'), findTakenIds(desk.db, 'closure'),
  ]);
  const crossings = allCrossings.map(asRecorded).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const sources = allSources.map(({ id, content: { title, publisher, publishedOn } }) => ({ id, title, publisher, publishedOn }));
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· closures</span></p>
      <h1 className="font-serif text-3xl font-semibold">Closures</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        Each row is one lane of one crossing, each bar a time in which it was shut. A bar runs to the day of reopening; a blank right edge means that the end, or the day, is not known.{' '}
        <a href={rowPath(changesetId, 'crossing', 'new')}>Write a new crossing</a>
      </p>
      {crossings.length === 0 ? <p>There is no crossing yet: write one first.</p> : (
        <ClosuresForm
          changesetId={changesetId} person={session.editor.id} crossings={crossings} sources={sources} takenIds={takenIds} closed={changeset.closed}
          today={now.toISOString().slice(0, 10)} asked={typeof row === 'string' ? row : null} askedCrossing={typeof crossing === 'string' && crossings.some(({ id }) => id === crossing) ? crossing : null}
          closures={closures.map(({ id, revision, content, change, changeNote, citations, isDraft, published }) => ({
            id, revision, content, change, changeNote, isDraft, citations: citations.map(draftOf), published: published?.content ?? null,
          }))}
        />
      )}
    </>
  );
}

const draftOf = ({ sourceId, locator, quote, paraphrase, role }: CitationDraft): CitationDraft => ({ sourceId, locator, quote, paraphrase, role });
