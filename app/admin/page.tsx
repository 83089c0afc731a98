import type { Metadata } from 'next';
import { countChangesetRows } from '@/db/queries/count-changeset-rows';
import { findChangesets } from '@/db/queries/find-changesets';
import { findReleases } from '@/db/queries/find-releases';
import { labelDay } from '@/domain/period';
import type { Role } from '@/domain/editor';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { ReleaseList } from '@/components/layout/release-list';
import { SignOutForm } from './_forms/sign-out-form';
import { DeskLinks } from './_parts/desk-links';
import { Notice } from './_parts/notice';
import { Section } from './_parts/section';
import { Table } from './_parts/table';

export const metadata: Metadata = { title: 'Overview' };
export const dynamic = 'force-dynamic';

const RIGHTS: Record<Role, string> = {
  editor: 'You may draft changes and hand them in.',
  reviewer: 'You may draft changes, approve those of others, and publish.',
  admin: 'You may draft, approve and publish, and you look after people and settings.',
};

export default async function DeskPage({ searchParams }: PageProps<'/admin'>) {
  const { desk, session } = await requireEditor();
  const { problem } = await searchParams;
  const [releases, changesets, rows] = await Promise.all([
    findReleases(desk.db),
    findChangesets(desk.db),
    countChangesetRows(desk.db),
  ]);
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin" />
      <div className="mb-10 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="font-serif text-3xl font-semibold">{session.editor.name}</h1>
          <p className="mt-1 text-muted">
            {session.email} · <strong className="font-semibold text-ink">{session.role}</strong>
          </p>
          <p className="mt-2 max-w-prose">{RIGHTS[session.role]}</p>
        </div>
        <SignOutForm />
      </div>
      <Notice text={problemText(problem)} />
      <Section title="Changesets" count={changesets.length}>
        {changesets.length === 0 ? (
          <p className="text-muted">No changeset has been opened yet.</p>
        ) : (
          <Table heads={['Name', 'State', 'Author', 'Opened', 'Rows']} label="Changesets">
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
    </>
  );
}
