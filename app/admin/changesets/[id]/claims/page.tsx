import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { labelDay } from '@/domain/day';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { readLivingRows } from '@/lib/reads/desk/desk-rows';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { DeskLinks } from '../../../_parts/desk-links';

export const metadata: Metadata = { title: 'Which incident?' };
export const dynamic = 'force-dynamic';

/** A claim belongs to an incident: this is where a new one begins. */
export default async function ClaimIncidentsPage({ params }: PageProps<'/admin/changesets/[id]/claims'>) {
  const { desk, session } = await requireEditor();
  const { id: changesetId } = await params;
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  if (changeset === null) notFound();
  const incidents = (await readLivingRows(desk.db, changesetId, 'incident')).toSorted((a, b) => (a.content.start > b.content.start ? -1 : 1));
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· who says what</span></p>
      <h1 className="font-serif text-3xl font-semibold">Claims about which incident?</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">Claims are written in a table, all those about one incident together. <a href={rowPath(changesetId, 'incident', 'new')}>Write a new incident</a></p>
      <ul className="flex flex-col">
        {incidents.map(({ id, content: { title, start }, isDraft }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 border-t border-rule py-2">
            <time dateTime={start} className="w-28 text-sm text-muted">{labelDay(start)}</time>
            <a href={rowPath(changesetId, 'claim', 'new', { incidentId: id })}>{title}</a>{isDraft && <span className="text-sm text-muted">draft</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
