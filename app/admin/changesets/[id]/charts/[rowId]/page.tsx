import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { rootProperties } from '@/components/picture/style-sheet';
import type { ThemeTokens } from '@/components/editor/chart-builder/chart-preview';
import { ChartBuilder, type ChartState } from '@/components/editor/chart-builder/chart-builder';
import { formOf, newForm } from '@/components/editor/chart-builder/chart-form';
import type { RowContents } from '@/domain/draft';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath } from '@/lib/inputs/desk-links';
import { draftOf } from '@/lib/inputs/draft-of';
import { styleTexts } from '@/lib/picture/styles';
import { readBuilderStock } from '@/lib/reads/desk/builder-stock';
import { readWrittenChangeset } from '@/lib/reads/desk/open-changeset';
import { readRowForm } from '@/lib/reads/desk/row-form';
import { DeskLinks } from '../../../../_parts/desk-links';
import { Notice } from '../../../../_parts/notice';
import { RowPast } from '../../rows/_parts/row-past';

export const metadata: Metadata = { title: 'A chart' };
export const dynamic = 'force-dynamic';

export default async function ChartPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/charts/[rowId]'>) {
  const { desk, session } = await requireEditor();
  const { id: changesetId, rowId: encoded } = await params;
  const { saved } = await searchParams;
  const rowId = decodeURIComponent(encoded);
  const changeset = await readWrittenChangeset(desk.db, session.editor, changesetId);
  if (changeset === null) notFound();
  const isNew = rowId === 'new';
  const row = isNew ? null : await readRowForm(desk.db, changesetId, 'chart', rowId);
  const edited = row === null ? null : row.draft ?? row.current;
  if (!isNew && edited === null) notFound();
  const stock = await readBuilderStock(desk.db, changesetId);
  // A version of a chart has the content of a chart.
  const content = edited === null ? null : edited.content as RowContents['chart'];
  const published = row?.current == null ? null : row.current.content as RowContents['chart'];
  const heldBy = row?.heldBy ?? null;
  return (
    <div data-wide>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <p className="mb-2 text-sm"><a href={changesetPath(changesetId)}>{changeset.name}</a> <span className="text-muted">· {isNew ? 'a new chart' : 'chart'}</span></p>
      <h1 className="mb-6 font-serif text-3xl font-semibold">{content === null ? 'A new chart' : content.title}</h1>
      {saved !== undefined && <Notice isProblem={false} text={`Saved as a draft in “${changeset.name}”.`} />}
      {heldBy !== null && (
        <p role="alert" className="mb-8 border-s-4 border-accent bg-accent-wash px-4 py-3">
          {heldBy.author} changes this chart in <a href={changesetPath(heldBy.id)}>“{heldBy.name}”</a>. Until that is published or thrown away nobody else can.
        </p>
      )}
      <ChartBuilder
        // A new version is a new form; what is typed in the old one stays kept.
        key={`${rowId} ${edited?.revision ?? 'new'}`}
        changesetId={changesetId} person={session.editor.id} rowId={isNew ? null : rowId} published={published} stock={stock} tokens={themeTokens()}
        start={edited === null || content === null ? newState(stock.charts.reduce((last, { position }) => Math.max(last, position), 0) + 1) : stateOf(draftOf(edited), content)}
        closed={changeset.closed ?? (heldBy === null ? null : `${heldBy.author} holds this chart in “${heldBy.name}”.`)}
      />
      {row !== null && row.past.length > 0 && <div className="mt-12"><RowPast past={row.past} /></div>}
    </div>
  );
}

function newState(position: number): ChartState {
  return { revision: null, form: newForm(position), change: 'add', changeNote: '', citations: [] };
}

function stateOf({ change, changeNote, citations, expectedRevision }: ReturnType<typeof draftOf>, content: RowContents['chart']): ChartState {
  return { revision: expectedRevision ?? null, form: formOf(content), change, changeNote: changeNote ?? '', citations };
}

/** The colours of both themes, so that one page can show the chart in either. */
function themeTokens(): ThemeTokens {
  const { tokens } = styleTexts();
  return { light: Object.fromEntries(rootProperties(tokens, 'light')), dark: Object.fromEntries(rootProperties(tokens, 'dark')) };
}
