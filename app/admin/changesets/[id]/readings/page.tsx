import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { parseGridQuestion } from '@/lib/inputs/grid-question';
import { changesetPath } from '@/lib/inputs/desk-links';
import { requireEditor } from '@/lib/accounts/require-editor';
import { readEntryGrid } from '@/lib/reads/desk/entry-grid';
import { ReadingsDesk } from '@/components/editor/grid/readings-desk';
import { DeskLinks } from '@/app/admin/_parts/desk-links';

export const metadata: Metadata = { title: 'Readings' };
export const dynamic = 'force-dynamic';

export default async function ReadingsPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/readings'>) {
  const { desk, session, now } = await requireEditor();
  const { id } = await params;
  const read = await readEntryGrid(desk.db, id, parseGridQuestion(await searchParams), now.toISOString().slice(0, 10));
  if (read === null) notFound();
  const question = parseGridQuestion(await searchParams);
  const isOpen = read.changeset.state !== 'published' && read.changeset.state !== 'abandoned';
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <div className="mb-6">
        <p className="text-sm"><a href={changesetPath(id)}>{read.changeset.name}</a></p>
        <h1 className="text-3xl">Readings</h1>
        {!isOpen && <p className="mt-2">This changeset is {read.changeset.state}: nothing more can be entered in it.</p>}
      </div>
      {isOpen && <ReadingsDesk personId={session.editor.id} read={read} isTurned={question.isTurned} />}
    </>
  );
}
