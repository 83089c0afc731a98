import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findPreviewLinks } from '@/db/queries/find-preview-links';
import { findPublishedAs } from '@/db/queries/find-published-as';
import { findSchedules } from '@/db/queries/find-schedules';
import { hasRole } from '@/domain/editor';
import { isConfirmed } from '@/lib/accounts/confirm';
import { publishPage } from '@/lib/accounts/desk-path';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { readReviewPage } from '@/lib/review/review-page';
import { ConfirmFirst } from '../../../_parts/confirm-first';
import { DeskLinks } from '../../../_parts/desk-links';
import { Section } from '../../../_parts/section';
import { ChangesetHead } from '../review/changeset-head';
import { PreviewLinks } from './preview-links';
import { Published } from './published';
import { Publishing } from './publishing';
import { Schedules } from './schedules';
import { ToldAs } from './told-as';

export const metadata: Metadata = { title: 'Publish' };
export const dynamic = 'force-dynamic';

export default async function PublishChangesetPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/publish'>) {
  const { desk, session, now } = await requireEditor();
  const [{ id }, { emergency }] = [await params, await searchParams];
  const page = await readReviewPage(desk.db, id, now);
  if (page === null) notFound();
  const [schedules, links] = [await findSchedules(desk.db, id), await findPreviewLinks(desk.db, id, now)];
  const release = page.changeset.state === 'published' ? await findPublishedAs(desk.db, id) : null;
  const isReviewer = hasRole(session.editor, 'reviewer');
  const waiting = schedules.find(({ state }) => state === 'waiting') ?? null;
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <ChangesetHead changeset={page.changeset} title="Publish" />
      {release !== null && <Published release={release} />}
      {page.work !== null && (
        <>
          {isReviewer && !isConfirmed(session, now) && <ConfirmFirst next={publishPage({}, { id })} />}
          <Schedules schedules={schedules} changesetId={id} isApproved={page.changeset.state === 'approved'} />
          <Section title="The release" id="release">
            <Publishing page={page} work={page.work} editor={session.editor} waiting={waiting} wantsEmergency={emergency === '1'} />
          </Section>
          {page.work.review.seen !== null && (
            <Section title="What readers are told" count={page.work.review.seen.changes.length} id="told">
              <ToldAs changes={page.work.review.seen.changes} affected={page.work.affected} />
            </Section>
          )}
          <Section title="Look at the site as it will be" id="preview">
            <PreviewLinks links={links} changesetId={id} />
          </Section>
        </>
      )}
      {page.work === null && release === null && <p className="text-muted">There is nothing in it to publish. <a href={changesetPath(id)}>The changeset</a></p>}
    </>
  );
}
