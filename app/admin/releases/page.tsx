import type { Metadata } from 'next';
import { countsText } from '@/components/layout/release-list';
import { PostButton } from '@/components/review/post-button';
import { findReleases } from '@/db/queries/find-releases';
import { hasRole } from '@/domain/editor';
import { sayAlone } from '@/domain/review/alone';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { DeskLinks } from '../_parts/desk-links';
import { Notice } from '../_parts/notice';
import { ShownMoment } from '../_parts/shown-moment';

export const metadata: Metadata = { title: 'Releases' };
export const dynamic = 'force-dynamic';

export default async function DeskReleasesPage({ searchParams }: PageProps<'/admin/releases'>) {
  const { desk, session } = await requireEditor();
  const { problem } = await searchParams;
  const releases = await findReleases(desk.db);
  const isReviewer = hasRole(session.editor, 'reviewer');
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/releases" />
      <h1 className="mb-3 font-serif text-3xl font-semibold">Releases</h1>
      <p className="mb-8 max-w-prose text-muted">
        What is published stays published. Rolling a release back opens a changeset that gives its rows back what they were before; it is reviewed and published like any other.
      </p>
      <Notice text={problemText(problem)} />
      {releases.length === 0 && <p className="text-muted">Nothing has been published yet. The first changeset that is approved becomes release 1.</p>}
      <ol className="max-w-3xl space-y-6">
        {releases.map(({ number, title, publishedAt, counts, authors, approvedBy, note, alone }) => (
          <li key={number} className="border-s-2 border-rule ps-4">
            <p className="font-serif text-lg leading-snug [overflow-wrap:anywhere]"><a href={`/releases/${number}`}>Release {number}</a>: {title}</p>
            <p className="text-sm text-muted">
              <ShownMoment at={new Date(publishedAt)} /> · {countsText(counts)} · written by {authors.join(', ')}, approved by {approvedBy}
            </p>
            {note !== '' && <p className="mt-1 text-[0.9375rem]">{note}</p>}
            {alone !== undefined && <p className="mt-2 border-s-4 border-accent bg-accent-wash px-3 py-2">{sayAlone(alone)}</p>}
            <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
              {isRollable(counts) && <a href={`/admin/releases/${number}`} className="inline-block py-1">Roll back …</a>}
              {alone?.approvedLater === null && isReviewer && (
                <PostButton path={`/api/admin/releases/${number}/approve-later`} label="Approve it after the fact" asks="You stand behind it then, and readers are told by a release of its own." />
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A release that changed no row has nothing to give back. */
function isRollable({ added, updated, corrected, withdrawn }: Parameters<typeof countsText>[0]): boolean {
  return added + updated + corrected + withdrawn > 0;
}
