import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { STATE_NAMES, STATE_NEXT } from '@/domain/changeset-words';
import { refuseStep } from '@/domain/changeset';
import { countKind } from '@/domain/row-kinds';
import { CommentForm } from '@/components/editor/changeset/comment-form';
import { CommentList } from '@/components/editor/changeset/comment-list';
import { LiveChangeset } from '@/components/editor/changeset/live-changeset';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { type ChangesetRead, readChangeset } from '@/lib/reads/desk/changeset';
import { ChangesetRows } from '../_parts/changeset-rows';
import { EntryLinks } from '../_parts/entry-links';
import { NextStep } from '../_parts/next-step';
import { RenameForm } from '../_parts/rename-form';
import { DeskLinks } from '../../_parts/desk-links';
import { momentLabel } from '../../_parts/moment';
import { Notice } from '../../_parts/notice';
import { Section } from '../../_parts/section';

export const metadata: Metadata = { title: 'Changeset' };
export const dynamic = 'force-dynamic';

/** The shared desk of one changeset: what it drafts, who works on it, what is said about it and what comes next. */
export default async function ChangesetPage({ params, searchParams }: PageProps<'/admin/changesets/[id]'>) {
  const { desk, session } = await requireEditor();
  const [{ id }, { problem, show, page }] = [await params, await searchParams];
  const read = await readChangeset(desk.db, id, typeof show === 'string' ? { kind: show, page: Math.floor(Number(page)) || 1 } : null);
  if (read === null) notFound();
  const { changeset, rows, counts, comments, near, activity } = read;
  const { editor } = session;
  const isOpen = changeset.state !== 'published' && changeset.state !== 'abandoned';
  const canEdit = isOpen && refuseStep(editor, 'edit', changeset.contributors.map((one) => one.id)) === null;
  const labelOf = (iso: string) => momentLabel(new Date(iso));
  return (
    <>
      <DeskLinks editor={editor} here="/admin/changesets" />
      <p className="mb-1 text-sm text-muted"><Link href="/admin/changesets" prefetch={false}>Changesets</Link> · {STATE_NAMES[changeset.state]}</p>
      <h1 className="mb-2 font-serif text-3xl font-semibold [overflow-wrap:anywhere]">{changeset.name}</h1>
      {changeset.note !== '' && <p className="mb-3 max-w-prose whitespace-pre-line">{changeset.note}</p>}
      <People read={read} labelOf={labelOf} />
      {isOpen && <LiveChangeset changesetId={id} seq={activity?.seq ?? 0} ownName={editor.name} />}
      <Notice text={problemText(problem)} />
      {canEdit && <RenameForm changesetId={id} name={changeset.name} note={changeset.note} />}

      <Section title="What comes next">
        <p className="mb-4 max-w-prose">{STATE_NEXT[changeset.state]}</p>
        <NextStep read={read} editor={editor} />
      </Section>

      {canEdit && (
        <Section title="Write in it">
          <EntryLinks changesetId={id} />
        </Section>
      )}

      <Section title={isOpen ? 'Drafted' : 'Rows'} count={isOpen ? counts.reduce((sum, { count }) => sum + count, 0) : undefined} id="drafted">
        {near.length > 0 && (
          <div className="mb-5 border-s-4 border-rule-strong bg-sunk px-4 py-3">
            <p className="font-medium">Others work near this</p>
            <ul className="mt-1 space-y-0.5">
              {near.map((other) => (
                <li key={other.id}>
                  <a href={changesetPath(other.id)}>{other.name}</a> by {other.authorName}: {other.counts.map(({ kind, count }) => countKind(kind, count)).join(', ')} of the same or behind these
                </li>
              ))}
            </ul>
          </div>
        )}
        <ChangesetRows read={read} person={editor.id} canEdit={canEdit} isOpen={isOpen} labelOf={labelOf} />
      </Section>

      {(isOpen || comments.length > 0) && (
        <Section title="What is said about it" id="comments">
          <CommentList changesetId={id} comments={comments.filter(({ row }) => row === null || !rows.some((one) => one.kind === row.kind && one.id === row.id))} momentLabel={labelOf} isOpen={isOpen} />
          {isOpen && <CommentForm changesetId={id} person={editor.id} row={null} />}
        </Section>
      )}
    </>
  );
}

function People({ read: { changeset, activity }, labelOf }: { readonly read: ChangesetRead; readonly labelOf: (iso: string) => string }) {
  const others = changeset.contributors.filter(({ id }) => id !== changeset.author.id);
  return (
    <p className="text-sm text-muted">
      Opened by {changeset.author.name}, {labelOf(changeset.openedAt)}
      {others.length > 0 && <> · with {others.map(({ name }) => name).join(', ')}</>}
      {changeset.approver !== null && changeset.approvedAt !== null && <> · approved by {changeset.approver.name}, {labelOf(changeset.approvedAt)}</>}
      {activity !== null && <> · last touched by {activity.by}, {labelOf(activity.at)}</>}
    </p>
  );
}
