import type { Metadata } from 'next';
import { findOpenSchedules } from '@/db/queries/find-schedules';
import type { Role } from '@/domain/editor';
import { labelDay, labelPeriod } from '@/domain/period';
import { UnsavedList } from '@/components/editor/unsaved-list';
import { ReleaseList } from '@/components/layout/release-list';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { type Overview, readOverview } from '@/lib/reads/desk/overview';
import { SignOutForm } from './_forms/sign-out-form';
import { DeskLinks } from './_parts/desk-links';
import { momentLabel } from './_parts/moment';
import { Notice } from './_parts/notice';
import { Section } from './_parts/section';
import { SetTimes } from './_parts/set-times';
import { ChangesetCard } from './changesets/_parts/changeset-card';

export const metadata: Metadata = { title: 'Overview' };
export const dynamic = 'force-dynamic';

const RIGHTS: Record<Role, string> = {
  editor: 'You may draft changes and hand them in.',
  reviewer: 'You may draft changes, approve those of others, and publish.',
  admin: 'You may draft, approve and publish, and you look after people and settings.',
};

const ACTIONS = [
  { href: '/admin/changesets?do=readings', title: 'Enter readings', note: 'in a grid, from a report or the clipboard' },
  { href: '/admin/changesets?do=source', title: 'Add a source', note: 'a report, a page, a statement' },
  { href: '/admin/rows', title: 'Correct a figure', note: 'find it, then say what was wrong' },
  { href: '/admin/changesets?do=import', title: 'Import a file', note: 'CSV, TSV or Excel, looked through before anything is written' },
] as const;

export default async function DeskPage({ searchParams }: PageProps<'/admin'>) {
  const { desk, session, now } = await requireEditor();
  const { problem } = await searchParams;
  const { editor } = session;
  const overview = await readOverview(desk.db, editor, now);
  return (
    <>
      <DeskLinks editor={editor} here="/admin" />
      <div className="mb-8 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-serif text-3xl font-semibold">{editor.name}</h1>
          <p className="mt-1 text-muted">
            {session.email} · <strong className="font-semibold text-ink">{session.role}</strong>
          </p>
          <p className="mt-2 max-w-prose">{RIGHTS[session.role]}</p>
        </div>
        <SignOutForm />
      </div>
      <Notice text={problemText(problem)} />
      <ul className="mb-12 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {ACTIONS.map(({ href, title, note }) => (
          <li key={href}>
            <a href={href} className="flex h-full min-h-24 flex-col rounded-sm border border-rule-strong bg-raised px-4 py-3 no-underline hover:border-accent">
              <span className="font-serif text-xl text-ink">{title}</span>
              <span className="text-sm text-muted">{note}</span>
            </a>
          </li>
        ))}
      </ul>
      <UnsavedList person={editor.id} />
      <Waiting overview={overview} />
      <SetTimes schedules={await findOpenSchedules(desk.db)} />
      {overview.others.length > 0 && (
        <Section title="What colleagues work on" count={overview.others.length}>
          <ul className="space-y-5">{overview.others.map((changeset) => <ChangesetCard key={changeset.id} changeset={changeset} />)}</ul>
        </Section>
      )}
      <Late late={overview.late} />
      <Section title="Published lately">
        <ReleaseList releases={overview.releases} hrefOf={(number) => `/releases/${number}`} />
      </Section>
    </>
  );
}

function Waiting({ overview: { mine, toReview, toPublish, comments } }: { readonly overview: Overview }) {
  const lists = [['To review', toReview], ['To publish', toPublish], ['Your changesets', mine]] as const;
  return (
    <Section title="What waits for you">
      {lists.every(([, some]) => some.length === 0) && comments.length === 0 && (
        <p className="max-w-prose text-muted">Nothing. A changeset of yours is listed here until it is published, and so is whatever colleagues hand in or ask you.</p>
      )}
      <div className="grid gap-7">
        {lists.map(([title, some]) => some.length > 0 && (
          <div key={title}>
            <h3 className="mb-3 text-lg">{title}</h3>
            <ul className="space-y-5">{some.map((changeset) => <ChangesetCard key={changeset.id} changeset={changeset} />)}</ul>
          </div>
        ))}
        {comments.length > 0 && (
          <div>
            <h3 className="mb-3 text-lg">Comments to you</h3>
            <ul className="space-y-3">
              {comments.map(({ id, changesetId, changesetName, row, text, author, writtenAt }) => (
                <li key={id} className="border-s-2 border-accent ps-4">
                  <p className="max-w-prose [overflow-wrap:anywhere]">{text}</p>
                  <p className="text-sm text-muted">
                    {author.name}, {momentLabel(new Date(writtenAt))}, in{' '}
                    <a href={`${changesetPath(changesetId)}#${row === null ? 'comments' : `row-${row.kind}-${row.id}`}`}>{changesetName}</a>
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Section>
  );
}

function Late({ late }: { readonly late: Overview['late'] }) {
  if (late.length === 0) return null;
  return (
    <Section title="Reports to look for" count={late.length}>
      <p className="mb-4 max-w-prose text-sm text-muted">Reckoned from when the past reports of each organisation came.</p>
      <ul className="space-y-1.5">
        {late.map(({ organisationId, organisation, rhythm, period, missing, state, usual }) => (
          <li key={`${organisationId} ${rhythm}`}>
            <span className="font-medium">{organisation}</span>, {missing.length > 1 ? `${labelPeriod(missing[0] ?? period)} and ${missing.length - 1} more` : labelPeriod(period)}:{' '}
            <span className={state === 'overdue' ? 'text-accent' : 'text-muted'}>{state === 'overdue' ? 'later than any before' : 'due now'}</span>
            <span className="text-sm text-muted">, usual by {labelDay(usual)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
