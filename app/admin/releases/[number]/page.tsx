import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RollbackForm } from '@/components/review/rollback-form';
import { findRelease } from '@/db/queries/find-releases';
import { requireEditor } from '@/lib/accounts/require-editor';
import { RELEASES_PAGE, releaseNumber } from '@/lib/review/release-paths';
import { readRollback, type RollbackRow } from '@/lib/review/rollback';
import { DeskLinks } from '../../_parts/desk-links';
import { Section } from '../../_parts/section';

export const metadata: Metadata = { title: 'Roll back a release' };
export const dynamic = 'force-dynamic';

const WAYS: Readonly<Record<RollbackRow['way'], string>> = {
  restore: 'gets back what it was', withdraw: 'is withdrawn, since the release added it', nothing: 'is that already',
};
/** A list longer than this is counted. */
const MOST = 200;

export default async function RollbackPage({ params }: PageProps<'/admin/releases/[number]'>) {
  const { desk, session } = await requireEditor();
  const number = releaseNumber(await params);
  const release = await findRelease(desk.db, number);
  if (release === null) notFound();
  const rows = await readRollback(desk.db, number);
  const since = rows.filter(({ changedSince }) => changedSince !== null);
  const direct = rows.filter(({ changedSince, way }) => changedSince === null && way !== 'nothing');
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/releases" />
      <p className="text-sm"><a href={RELEASES_PAGE} className="inline-block py-1">All releases</a></p>
      <h1 className="mb-3 font-serif text-3xl font-semibold">Roll back release {number}</h1>
      <p className="mb-8 max-w-prose text-muted">“{release.title}”. Nothing is taken away: a changeset is opened in which each row gets back what it was before the release. Look through it, hand it in, and it goes through review as any other.</p>
      <Section title="Rows that are given back" count={direct.length}>
        {direct.length === 0 && <p className="text-muted">None: every row of this release was changed again since, or is as it was before.</p>}
        <ul className="max-w-3xl space-y-1.5">
          {direct.slice(0, MOST).map(({ kind, id, title, way }) => <li key={`${kind}:${id}`} className="[overflow-wrap:anywhere]">{title} <span className="text-muted">{WAYS[way]}</span></li>)}
        </ul>
        {direct.length > MOST && <p className="mt-2 text-muted">And {direct.length - MOST} more.</p>}
      </Section>
      <RollbackForm
        person={session.editor.id} release={number}
        since={since.map(({ kind, id, title, changedSince }) => ({ key: `${kind}:${id}`, title, changedSince: changedSince ?? 0 }))}
      />
    </>
  );
}
