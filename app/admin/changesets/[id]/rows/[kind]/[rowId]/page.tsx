import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { RowVersion } from '@/db/queries/find-versions';
import type { CitationDraft, RowContents } from '@/domain/draft';
import { KIND_NAMES } from '@/domain/row-kinds';
import { ROW_KINDS, type RowKind } from '@/domain/release';
import { titleOf } from '@/domain/row-title';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath, type Belongs } from '@/lib/inputs/desk-links';
import { readFormStock } from '@/lib/reads/desk/form-stock';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { readRowForm, type RowFormRead } from '@/lib/reads/desk/row-form';
import { RowForm } from '@/components/editor/forms/row-form';
import { isFormKind, KIND_LEADS, type FormKind } from '@/components/editor/forms/row-fields';
import { startOf } from '@/components/editor/forms/first-content';
import { DeskLinks } from '../../../../../_parts/desk-links';
import { Notice } from '../../../../../_parts/notice';
import { RowPast } from '../../_parts/row-past';
import { RowUsesLine } from '../../_parts/row-uses-line';

export const metadata: Metadata = { title: 'A row' };
export const dynamic = 'force-dynamic';

export default async function RowPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/rows/[kind]/[rowId]'>) {
  const { desk, session } = await requireEditor();
  const { id: changesetId, kind, rowId: encoded } = await params;
  const { saved } = await searchParams;
  const rowId = decodeURIComponent(encoded);
  if (!isRowKind(kind)) notFound();
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  if (changeset === null) notFound();
  const isNew = rowId === 'new';
  const row = isNew ? null : await readRowForm(desk.db, changesetId, kind, rowId);
  const edited = row === null ? null : row.draft ?? row.current;
  if (!isFormKind(kind)) return leadElsewhere(changesetId, kind, rowId, edited);
  if (!isNew && edited === null) notFound();
  const { takenIds, knownSources, rows, suggestions, knownSeries, ...look } = await readFormStock(desk.db, changesetId, kind, isNew ? null : rowId);
  const { one } = KIND_NAMES[kind];
  const start = edited === null ? startOf(kind, new Date().toISOString().slice(0, 10)) : startFrom(edited, row);
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· {isNew ? `a new ${one}` : one}</span></p>
      <h1 className="font-serif text-3xl font-semibold">{edited === null ? `A new ${one}` : titleOf(kind, edited.content as never, (_, id) => named(look.names, id))}</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">{KIND_LEADS[kind]}</p>
      {saved !== undefined && <Notice isProblem={false} text={`Saved as a draft in “${changeset.name}”.`} />}
      {row?.heldBy && (
        <p role="alert" className="mb-8 border-s-4 border-accent bg-accent-wash px-4 py-3">
          {row.heldBy.author} changes this {one} in <a href={changesetPath(row.heldBy.id)}>“{row.heldBy.name}”</a>. Until that is published or thrown away nobody else can.
        </p>
      )}
      {row?.uses && <RowUsesLine uses={row.uses} />}
      <RowForm
        // A new version is a new form; what is typed in the old one stays kept.
        key={`${rowId} ${edited?.revision ?? 'new'}`}
        kind={kind} changesetId={changesetId} person={session.editor.id} start={start} published={publishedOf(row)} look={look} sources={knownSources}
        stock={{ rows, suggestions, takenIds: isNew ? takenIds : [], knownSources, knownSeries }}
        closed={changeset.closed ?? (row?.heldBy ? `${row.heldBy.author} holds this row in “${row.heldBy.name}”.` : null)}
      />
      {row !== null && row.past.length > 0 && <RowPast past={row.past} />}
    </>
  );
}

function isRowKind(kind: string): kind is RowKind {
  return (ROW_KINDS as readonly string[]).includes(kind);
}

/** Kinds without a form of their own: readings, closures, claims, charts and sentences are written where they can be seen together. */
function leadElsewhere(changesetId: string, kind: RowKind, rowId: string, edited: RowVersion | null): never {
  if (rowId !== 'new' && edited === null) notFound();
  const belongs = (edited?.content ?? {}) as Belongs;
  const path = rowPath(changesetId, kind, rowId, belongs);
  // A claim needs an incident: without one its address would be this page again.
  if (kind === 'claim' && belongs.incidentId === undefined) redirect(`${changesetPath(changesetId)}/claims`);
  redirect(path);
}

const draftOf = ({ sourceId, locator, quote, paraphrase, role }: CitationDraft): CitationDraft => ({ sourceId, locator, quote, paraphrase, role });

function startFrom(edited: RowVersion, row: RowFormRead | null) {
  const isDraft = row?.draft === edited;
  return {
    id: edited.id, revision: edited.revision, content: edited.content as RowContents[FormKind], change: isDraft ? edited.change : ('update' as const),
    changeNote: isDraft ? (edited.changeNote ?? '') : '', citations: edited.citations.map(draftOf),
  };
}

function publishedOf(row: RowFormRead | null) {
  if (row?.current == null) return null;
  return { content: row.current.content as RowContents[FormKind], citations: row.current.citations.map(draftOf), isWithdrawn: row.current.change === 'withdraw' };
}

/** Only the names of indicators and organisations are asked for. */
function named(names: Readonly<Record<string, string>>, id: string): never {
  return (names[id] === undefined ? null : { name: names[id], shortName: names[id] }) as never;
}
