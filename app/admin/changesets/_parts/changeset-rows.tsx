import { CITED_KINDS } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { countKind, KIND_NAMES } from '@/domain/row-kinds';
import { CommentList } from '@/components/editor/changeset/comment-list';
import { DiscardShelf } from '@/components/editor/changeset/discard-shelf';
import { RowTools } from '@/components/editor/changeset/row-tools';
import { CorrectionFields, withoutSlots } from '@/components/layout/correction-fields';
import { changesetPath, rowHistoryPath, rowPath } from '@/lib/inputs/desk-links';
import type { ChangesetRead } from '@/lib/reads/desk/changeset';
import { DRAFTS_A_PAGE, type DraftedRow } from '@/lib/reads/desk/changeset-rows';
import { PageLinks } from '../../_parts/page-links';

interface ChangesetRowsProps {
  readonly read: ChangesetRead;
  readonly person: string;
  readonly canEdit: boolean;
  readonly isOpen: boolean;
  readonly labelOf: (iso: string) => string;
}

const DONE = { add: 'New', update: 'Update', correct: 'Correction', withdraw: 'Withdrawal' } as const;

/** The drafts of a changeset by kind and by what they belong to, each as it was and as it will be. */
export function ChangesetRows({ read, person, canEdit, isOpen, labelOf }: ChangesetRowsProps) {
  const { changeset, rows, counts, release } = read;
  if (!isOpen) {
    return release === null
      ? <p className="text-muted">Nothing is drafted in it any more.</p>
      : <p>Everything it changed is told on <a href={`/releases/${release}`}>the page of release {release}</a>.</p>;
  }
  return (
    <DiscardShelf changesetId={changeset.id}>
      {rows.length === 0 && <Nothing canEdit={canEdit} />}
      {counts.map(({ kind, count, page }) => {
        const pages = Math.ceil(count / DRAFTS_A_PAGE);
        return (
          <section key={kind} className="mb-8" aria-label={KIND_NAMES[kind].many}>
            <h3 className="mb-3 text-lg">{countKind(kind, count)}</h3>
            {byGroup(rows.filter((row) => row.kind === kind)).map(({ group, members }) => (
              <div key={group} className="mb-5">
                {members[0]?.within && <h4 className="mb-2 text-base text-muted">{group}</h4>}
                <ul className="space-y-4">
                  {members.map((row) => <OneRow key={row.id} {...{ row, read, person, canEdit, labelOf }} />)}
                </ul>
              </div>
            ))}
            {pages > 1 && <PageLinks pages={pages} at={page} hrefOf={(number) => `${changesetPath(changeset.id)}?show=${kind}&page=${number}#drafted`} label={`Pages of ${KIND_NAMES[kind].many}`} />}
          </section>
        );
      })}
    </DiscardShelf>
  );
}

function OneRow({ row, read, person, canEdit, labelOf }: { readonly row: DraftedRow } & Pick<ChangesetRowsProps, 'read' | 'person' | 'canEdit' | 'labelOf'>) {
  const { changeset, comments } = read;
  const title = withoutSlots(row.within?.title ?? row.title);
  const own = comments.filter((comment) => comment.row?.kind === row.kind && comment.row.id === row.id);
  return (
    <li id={`row-${row.kind}-${row.id}`} className={`border-s-2 ps-4 target:bg-accent-wash ${row.change === 'correct' || row.change === 'withdraw' ? 'border-accent' : 'border-rule-strong'}`}>
      <p className="[overflow-wrap:anywhere]">
        <a href={rowHistoryPath(row.kind, row.id)} className="font-medium">{title}</a>{' '}
        <span className="text-sm text-muted">{DONE[row.change]}{row.author && ` by ${row.author.name}, ${labelOf(row.author.at)}`}</span>
      </p>
      {row.fields.length > 0 && <CorrectionFields fields={row.fields} />}
      {row.fields.length === 0 && row.change !== 'add' && <p className="text-sm text-muted">{row.hasNewSources ? 'The fields stay; the sources change.' : 'As it is published: nothing differs yet.'}</p>}
      {row.note !== null && <p className="mt-1 max-w-prose font-serif">{row.note}</p>}
      <Sources row={row} />
      {row.charts.length > 0 && <p className="text-sm text-muted">Shown in {row.charts.length === 1 ? 'the chart' : 'the charts'} {row.charts.map((slug) => slug.replaceAll('-', ' ')).join(', ')}</p>}
      <CommentList changesetId={changeset.id} comments={own} momentLabel={labelOf} isOpen />
      <RowTools
        changesetId={changeset.id} person={person} row={{ kind: row.kind, id: row.id, revision: row.revision }} title={title}
        editHref={rowPath(changeset.id, row.kind, row.id, row.belongs)} canEdit={canEdit}
      />
    </li>
  );
}

function Sources({ row }: { readonly row: DraftedRow }) {
  if (row.sources.length === 0) return NEEDS_SOURCE.has(row.kind) ? <p className="text-sm font-medium text-accent">No source yet: it cannot be published without one.</p> : null;
  return (
    <ul className="mt-1 text-sm text-muted">
      {row.sources.map(({ id, title, words }, at) => <li key={`${id} ${at}`} className="[overflow-wrap:anywhere]">{title}{words !== '' && `: ${words}`}</li>)}
    </ul>
  );
}

const NEEDS_SOURCE: ReadonlySet<RowKind> = new Set(CITED_KINDS);

function Nothing({ canEdit }: { readonly canEdit: boolean }) {
  return (
    <p className="max-w-prose text-muted">
      Nothing is drafted here yet. {canEdit && 'A figure begins with its source: add the document first, then its numbers in the grid, with that one source for all of them. Whatever you save appears here, beside what is published now.'}
    </p>
  );
}

function byGroup(rows: readonly DraftedRow[]): readonly { readonly group: string; readonly members: readonly DraftedRow[] }[] {
  const groups = new Map<string, DraftedRow[]>();
  for (const row of rows) {
    const group = row.within?.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups].map(([group, members]) => ({ group, members }));
}
