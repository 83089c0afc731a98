import type { Metadata } from 'next';
import { PostButton } from '@/components/review/post-button';
import { findReviewMode } from '@/db/queries/find-review-mode';
import { isConfirmed } from '@/lib/accounts/confirm';
import { problemText } from '@/lib/accounts/problems';
import { requireAdmin } from '@/lib/accounts/require-editor';
import { SETTINGS_PAGE } from '@/lib/review/release-paths';
import { ConfirmFirst } from '../_parts/confirm-first';
import { DeskLinks } from '../_parts/desk-links';
import { Notice } from '../_parts/notice';
import { Section } from '../_parts/section';

export const metadata: Metadata = { title: 'Settings' };
export const dynamic = 'force-dynamic';

const MODES = {
  'two-people': { now: 'Two people stand behind every release: nobody approves what he wrote himself.', other: 'single-editor', label: 'Set to a single editor' },
  'single-editor': { now: 'A single editor keeps this site: a reviewer may approve what he wrote himself, and each such release says so.', other: 'two-people', label: 'Ask for two people again' },
} as const;

export default async function SettingsPage({ searchParams }: PageProps<'/admin/settings'>) {
  const { desk, session, now } = await requireAdmin();
  const { problem } = await searchParams;
  const mode = MODES[await findReviewMode(desk.db)];
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/settings" />
      <h1 className="mb-6 font-serif text-3xl font-semibold">Settings</h1>
      <Notice text={problemText(problem)} />
      {!isConfirmed(session, now) && <ConfirmFirst next={SETTINGS_PAGE} />}
      <Section title="Who may approve">
        <p className="mb-3 max-w-prose">{mode.now}</p>
        <p className="mb-4 max-w-prose text-muted">Readers are told of a change at once, by a release of its own that changes no figure, and on the page about this site. It takes your password once more and stands in the audit.</p>
        <PostButton path="/api/admin/settings/review-mode" body={{ mode: mode.other }} label={mode.label} asks="A release that tells readers is published now." />
      </Section>
    </>
  );
}
