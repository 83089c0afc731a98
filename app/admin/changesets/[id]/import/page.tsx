import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { readCitableSources } from '@/lib/reads/desk/citable-sources';
import { readImportGround } from '@/lib/reads/desk/import-ground';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { ImportWizard } from '@/components/editor/import/import-wizard';
import { DeskLinks } from '../../../_parts/desk-links';

export const metadata: Metadata = { title: 'Import a file' };
export const dynamic = 'force-dynamic';

export default async function ImportPage({ params }: PageProps<'/admin/changesets/[id]/import'>) {
  const { desk, session } = await requireEditor();
  const { id } = await params;
  const changeset = await readWrittenChangeset(desk.db, session.editor, id);
  if (changeset === null) notFound();
  const [sources, ground] = await Promise.all([readCitableSources(desk.db, id), readImportGround(desk.db, id)]);
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(id)}>{changeset.name}</a> <span className="text-muted">· import</span></p>
      <h1 className="font-serif text-3xl font-semibold">Import a file</h1>
      <p className="mt-2 mb-8 max-w-prose text-muted">Every row is checked against what is published before anything is written. Then all of it goes into the changeset, or none.</p>
      {changeset.closed === null ? (
        <ImportWizard changesetId={id} sources={sources} series={ground.series} />
      ) : (
        <p role="alert" className="max-w-prose border-s-4 border-accent bg-accent-wash px-4 py-3">{changeset.closed}</p>
      )}
    </>
  );
}
