import type { Metadata } from 'next';
import Link from 'next/link';
import { findChangesets } from '@/db/queries/find-changesets';
import { refuseStep } from '@/domain/changeset';
import { STATE_NAMES, STATE_NEXT } from '@/domain/changeset-words';
import { OpenChangeset } from '@/components/editor/changeset/open-changeset';
import { problemText } from '@/lib/accounts/problems';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { readOpenChangesets } from '@/lib/reads/desk/changesets';
import { DeskLinks } from '../_parts/desk-links';
import { momentLabel } from '../_parts/moment';
import { Notice } from '../_parts/notice';
import { Section } from '../_parts/section';
import { ChangesetCard } from './_parts/changeset-card';
import { WAYS, wayOf } from './_parts/ways';

export const metadata: Metadata = { title: 'Changesets' };
export const dynamic = 'force-dynamic';

const OPEN_STATES = ['draft', 'in-review', 'approved'] as const;
const CLOSED_SHOWN = 20;

export default async function ChangesetsPage({ searchParams }: PageProps<'/admin/changesets'>) {
  const { desk, session } = await requireEditor();
  const { problem, do: asked, all } = await searchParams;
  const way = wayOf(asked);
  const [open, closed] = [await readOpenChangesets(desk.db), await findChangesets(desk.db, ['published', 'abandoned'])];
  const mine = open.filter(({ state, contributors }) => state === 'draft' && refuseStep(session.editor, 'edit', contributors.map(({ id }) => id)) === null);
  if (way !== null) return <ChooseChangeset {...{ way, mine, editor: session.editor }} />;
  const shown = all === undefined ? closed.slice(0, CLOSED_SHOWN) : closed;
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <h1 className="mb-2 font-serif text-3xl font-semibold">Changesets</h1>
      <p className="mb-8 max-w-prose text-muted">A changeset gathers what belongs together, a report’s figures or one correction, until a colleague has looked at it. Nothing in it is public before it is published.</p>
      <Notice text={problemText(problem)} />
      <details className="mb-10" open={open.length === 0}>
        <summary className="w-fit py-2 font-medium">Open a new one</summary>
        <div className="pt-2"><OpenChangeset suggestedName="" /></div>
      </details>
      {OPEN_STATES.map((state) => {
        const some = open.filter((changeset) => changeset.state === state);
        if (some.length === 0) return null;
        return (
          <Section key={state} title={STATE_NAMES[state]} count={some.length}>
            <p className="mb-4 text-sm text-muted">{STATE_NEXT[state]}</p>
            <ul className="space-y-5">{some.map((changeset) => <ChangesetCard key={changeset.id} changeset={changeset} />)}</ul>
          </Section>
        );
      })}
      <Section title="Published and abandoned" count={closed.length}>
        {closed.length === 0 && <p className="text-muted">None yet. What you publish will be listed here.</p>}
        <ul className="space-y-1.5">
          {shown.map(({ id, name, state, author, publishedAt, abandonedAt, openedAt }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <a href={changesetPath(id)}>{name}</a>{' '}
              <span className="text-sm text-muted">{author.name} · {STATE_NAMES[state].toLowerCase()} {momentLabel(new Date(publishedAt ?? abandonedAt ?? openedAt))}</span>
            </li>
          ))}
        </ul>
        {shown.length < closed.length && <p className="mt-3"><Link href="/admin/changesets?all=1" prefetch={false}>Show all {closed.length}</Link></p>}
      </Section>
    </>
  );
}

interface ChooseChangesetProps {
  readonly way: keyof typeof WAYS;
  readonly mine: Awaited<ReturnType<typeof readOpenChangesets>>;
  readonly editor: Parameters<typeof DeskLinks>[0]['editor'];
}

/** Somebody knows what he wants to do, and has to say in which changeset. */
function ChooseChangeset({ way, mine, editor }: ChooseChangesetProps) {
  const { title, suggestedName, pathIn } = WAYS[way];
  return (
    <>
      <DeskLinks editor={editor} here="/admin/changesets" />
      <h1 className="mb-2 font-serif text-3xl font-semibold">{title}: in which changeset?</h1>
      <p className="mb-8 max-w-prose text-muted">What belongs together is reviewed and published together.</p>
      {mine.length > 0 && (
        <Section title="Go on in one that is open">
          <ul className="space-y-5">{mine.map((changeset) => <ChangesetCard key={changeset.id} changeset={changeset} href={pathIn(changeset.id)} />)}</ul>
        </Section>
      )}
      <Section title={mine.length > 0 ? 'Or open a new one' : 'Open a new one'}>
        <OpenChangeset suggestedName={suggestedName} then={pathIn('{id}')} submit="Open it and begin" />
      </Section>
    </>
  );
}
