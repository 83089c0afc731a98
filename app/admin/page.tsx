import type { Metadata } from 'next';
import { countChangesetRows } from '@/db/queries/count-changeset-rows';
import { findChangesets } from '@/db/queries/find-changesets';
import { findReleases } from '@/db/queries/find-releases';
import { labelDay } from '@/domain/period';
import type { Role } from '@/domain/editor';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { listOwnSessions, type OwnSession } from '@/lib/accounts/session';
import { ReleaseList } from '@/components/layout/release-list';

export const metadata: Metadata = { title: 'Overview' };
export const dynamic = 'force-dynamic';

const RIGHTS: Record<Role, string> = {
  editor: 'You may draft changes and hand them in.',
  reviewer: 'You may draft changes, approve those of others, and publish.',
  admin: 'You may draft, approve and publish, and you look after people and settings.',
};

export default async function DeskPage({ searchParams }: PageProps<'/admin'>) {
  const { desk, session, now } = await requireEditor();
  const { problem } = await searchParams;
  const [releases, changesets, rows, sessions] = await Promise.all([
    findReleases(desk.db),
    findChangesets(desk.db),
    countChangesetRows(desk.db),
    listOwnSessions(desk.db, session, now),
  ]);
  const said = problemText(problem);
  return (
    <>
      <div className="mb-10 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-serif text-3xl font-semibold">{session.editor.name}</h1>
          <p className="mt-1 text-muted">
            {session.email} · <strong className="font-semibold text-ink">{session.role}</strong>
          </p>
          <p className="mt-2 max-w-prose">{RIGHTS[session.role]}</p>
        </div>
        <form method="post" action="/api/admin/sign-out">
          <button type="submit" className="border border-rule-strong px-4 py-2 font-medium hover:bg-sunk">
            Sign out
          </button>
        </form>
      </div>
      {said !== null && (
        <p role="alert" className="mb-8 border-l-4 border-accent bg-accent-wash px-4 py-3">
          {said}
        </p>
      )}
      <p className="mb-10">
        <a href="/admin/embeds" className="text-accent underline underline-offset-2 hover:text-accent-strong">
          Where charts are embedded
        </a>
      </p>
      <Section title="Changesets" count={changesets.length}>
        {changesets.length === 0 ? (
          <p className="text-muted">No changeset has been opened yet.</p>
        ) : (
          <Table heads={['Name', 'State', 'Author', 'Opened', 'Rows']}>
            {changesets.map((changeset) => (
              <tr key={changeset.id} className="border-t border-rule">
                <td className="py-2 pr-4">{changeset.name}</td>
                <td className="py-2 pr-4">{changeset.state}</td>
                <td className="py-2 pr-4">{changeset.author.name}</td>
                <td className="py-2 pr-4 whitespace-nowrap">{labelDay(changeset.openedAt.slice(0, 10))}</td>
                <td className="py-2 text-right tabular-nums">{rows.get(changeset.id) ?? 0}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
      <Section title="Releases" count={releases.length}>
        <ReleaseList releases={releases} hrefOf={(number) => `/releases/${number}`} />
      </Section>
      <Section title="Where you are signed in" count={sessions.length}>
        <Table heads={['Browser', 'Since', 'Last used', '']}>
          {sessions.map((own) => (
            <SessionRow key={own.id} own={own} />
          ))}
        </Table>
      </Section>
    </>
  );
}

function SessionRow({ own }: { readonly own: OwnSession }) {
  return (
    <tr className="border-t border-rule align-top">
      <td className="max-w-md py-2 pr-4 break-words">
        {own.userAgent === '' ? 'Unknown' : own.userAgent}
        {own.isThisOne && <span className="block text-sm text-muted">this one</span>}
      </td>
      <td className="py-2 pr-4 whitespace-nowrap">{moment(own.createdAt)}</td>
      <td className="py-2 pr-4 whitespace-nowrap">{moment(own.lastUsedAt)}</td>
      <td className="py-2 text-right">
        <form method="post" action="/api/admin/revoke-session">
          <input type="hidden" name="session" value={own.id} />
          <button type="submit" className="text-accent underline underline-offset-2 hover:text-accent-strong">
            End<span className="sr-only"> {own.isThisOne ? 'this session' : `the session since ${moment(own.createdAt)}`}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}

/** `22 Nov 2026, 15:20 UTC` */
function moment(at: Date): string {
  const iso = at.toISOString();
  return `${labelDay(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

function Section({ title, count, children }: { readonly title: string; readonly count: number; readonly children: React.ReactNode }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 border-b border-rule-strong pb-1 font-serif text-xl font-semibold">
        {title} <span className="font-sans text-base font-normal text-muted">({count})</span>
      </h2>
      {children}
    </section>
  );
}

function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: React.ReactNode }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-4 text-sm font-medium text-muted last:pr-0 last:text-right">
                {head === '' ? <span className="sr-only">Action</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
