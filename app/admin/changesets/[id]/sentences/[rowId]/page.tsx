import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SentenceState } from '@/components/editor/sentence/sentence-draft';
import { SentenceForm } from '@/components/editor/sentence/sentence-form';
import type { RowContents } from '@/domain/draft';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { draftOf } from '@/lib/inputs/draft-of';
import { readBuilderStock } from '@/lib/reads/desk/builder-stock';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { readRowForm } from '@/lib/reads/desk/row-form';
import { DeskLinks } from '../../../../_parts/desk-links';
import { Notice } from '../../../../_parts/notice';
import { RowPast } from '../../rows/_parts/row-past';

export const metadata: Metadata = { title: 'A sentence' };
export const dynamic = 'force-dynamic';

export default async function SentencePage({ params, searchParams }: PageProps<'/admin/changesets/[id]/sentences/[rowId]'>) {
  const { desk, session } = await requireEditor();
  const { id: changesetId, rowId: encoded } = await params;
  const { saved } = await searchParams;
  const rowId = decodeURIComponent(encoded);
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  if (changeset === null) notFound();
  const isNew = rowId === 'new';
  const row = isNew ? null : await readRowForm(desk.db, changesetId, 'sentence', rowId);
  const edited = row === null ? null : row.draft ?? row.current;
  if (!isNew && edited === null) notFound();
  const stock = await readBuilderStock(desk.db, changesetId);
  const published = row?.current == null ? null : row.current.content as RowContents['sentence'];
  const heldBy = row?.heldBy ?? null;
  return (
    <div data-wide>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· {isNew ? 'a new sentence' : 'sentence'}</span></p>
      <h1 className="mb-6 font-serif text-3xl font-semibold">{isNew ? 'A new sentence' : 'A sentence'}</h1>
      {saved !== undefined && <Notice isProblem={false} text={`Saved as a draft in “${changeset.name}”.`} />}
      {heldBy !== null && (
        <p role="alert" className="mb-8 border-s-4 border-accent bg-accent-wash px-4 py-3">
          {heldBy.author} changes this sentence in <a href={changesetPath(heldBy.id)}>“{heldBy.name}”</a>. Until that is published or thrown away nobody else can.
        </p>
      )}
      <SentenceForm
        // A new version is a new form; what is typed in the old one stays kept.
        key={`${rowId} ${edited?.revision ?? 'new'}`}
        changesetId={changesetId} person={session.editor.id} rowId={isNew ? null : rowId} published={published} stock={stock}
        start={edited === null ? newState(stock.sentences.filter(({ placement }) => placement === 'home').length + 1) : stateOf(draftOf(edited))}
        closed={changeset.closed ?? (heldBy === null ? null : `${heldBy.author} holds this sentence in “${heldBy.name}”.`)}
      />
      {row !== null && row.past.length > 0 && <div className="mt-12"><RowPast past={row.past} /></div>}
    </div>
  );
}

function newState(position: number): SentenceState {
  return { revision: null, text: '', bindings: [], conditions: [], placement: 'home', position, change: 'add', changeNote: '', citations: [] };
}

function stateOf({ content, change, changeNote, citations, expectedRevision }: ReturnType<typeof draftOf>): SentenceState {
  // A version of a sentence has the content of a sentence.
  return { ...(content as RowContents['sentence']), revision: expectedRevision ?? null, change, changeNote: changeNote ?? '', citations };
}
