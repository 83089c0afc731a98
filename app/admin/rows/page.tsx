import type { Metadata } from 'next';
import { KIND_NAMES } from '@/domain/row-kinds';
import { ROW_KINDS } from '@/domain/release';
import { MAIN_BUTTON } from '@/components/editor/buttons';
import { withoutSlots } from '@/components/layout/correction-fields';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowHistoryPath } from '@/lib/inputs/desk-links';
import { findAnyRows, type FoundRow } from '@/lib/reads/desk/rows';
import { DeskLinks } from '../_parts/desk-links';

export const metadata: Metadata = { title: 'Find a row' };
export const dynamic = 'force-dynamic';

const PAGE_SIZE = 50;
const FIELD = 'min-h-10 w-full rounded-sm border border-faint bg-raised px-2.5 text-base text-ink';

/** Any row of the ledger, published or drafted, by words of its title. */
export default async function RowsPage({ searchParams }: PageProps<'/admin/rows'>) {
  const { desk, session } = await requireEditor();
  const asked = await searchParams;
  const words = one(asked.q).slice(0, 200).trim();
  const kind = ROW_KINDS.find((name) => name === asked.kind) ?? null;
  const from = Math.max(0, Math.floor(Number(one(asked.from)) || 0));
  /** The changeset in which the row is to be changed, where somebody comes from one. */
  const within = one(asked.in);
  const { rows, total, counts } = await findAnyRows(desk.db, { words, kind, from, limit: PAGE_SIZE });
  const address = (more: Record<string, string | null>) => {
    const pairs = Object.entries({ q: words, kind, in: within, ...more }).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '');
    return `/admin/rows${pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`}`;
  };
  return (
    <>
      <DeskLinks editor={session.editor} here="/admin/rows" />
      <h1 className="mb-2 font-serif text-3xl font-semibold">Find a row</h1>
      <p className="mb-6 max-w-prose text-muted">Every figure, claim, closure, document and chart there is. Open one to see its versions, who holds it, and to change it.</p>
      <form method="get" action="/admin/rows" role="search" className="mb-5 flex max-w-2xl flex-wrap gap-2">
        <label htmlFor="row-words" className="sr-only">Words of its title, or its id</label>
        <input id="row-words" type="search" name="q" defaultValue={words} placeholder="CRSS Q2 2025, Torkham trade, Spin Boldak …" className={`${FIELD} grow basis-60`} />
        {kind !== null && <input type="hidden" name="kind" value={kind} />}
        {within !== '' && <input type="hidden" name="in" value={within} />}
        <button type="submit" className={MAIN_BUTTON}>Find</button>
      </form>
      <nav aria-label="Kinds" className="mb-6 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[null, ...ROW_KINDS].map((name) => {
          const count = name === null ? [...counts.values()].reduce((sum, n) => sum + n, 0) : (counts.get(name) ?? 0);
          if (name !== null && count === 0 && name !== kind) return null;
          return (
            <a key={name ?? 'all'} href={address({ kind: name })} aria-current={name === kind ? 'true' : undefined} className={`inline-flex min-h-8 items-center ${name === kind ? 'font-semibold' : 'text-muted'}`}>
              {name === null ? 'Everything' : KIND_NAMES[name].many} ({count})
            </a>
          );
        })}
      </nav>
      {rows.length === 0 ? <NothingFound words={words} /> : <List rows={rows} within={within} />}
      <nav aria-label="Pages" className="mt-6 flex flex-wrap gap-4 text-sm">
        {from > 0 && <a href={address({ from: String(Math.max(0, from - PAGE_SIZE)) })}>Before these</a>}
        {total > 0 && <span className="text-muted">{from + 1} to {from + rows.length} of {total}</span>}
        {from + rows.length < total && <a href={address({ from: String(from + PAGE_SIZE) })}>After these</a>}
      </nav>
    </>
  );
}

function List({ rows, within }: { readonly rows: readonly FoundRow[]; readonly within: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`} className="py-2 [overflow-wrap:anywhere]">
          <a href={`${rowHistoryPath(row.kind, row.id)}${within === '' ? '' : `?in=${encodeURIComponent(within)}`}`} className={row.isWithdrawn ? 'line-through' : ''}>{withoutSlots(row.title)}</a>
          <span className="ms-2 text-sm text-muted">
            {KIND_NAMES[row.kind].one}{row.isWithdrawn && ', withdrawn'}{row.isNew && ', new'}
            {row.heldBy !== null && <> · held by <a href={changesetPath(row.heldBy.changesetId)}>{row.heldBy.changesetName}</a> ({row.heldBy.authorName})</>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ words }: { readonly words: string }) {
  if (words === '') return <p className="max-w-prose text-muted">There is no row yet. What editors draft and what is published is found here.</p>;
  return <p className="max-w-prose text-muted">No row has all of these words. Fewer words find more; a figure is found by its organisation, what it counts and its period, a claim by its clash and who said it.</p>;
}

function one(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value : '';
}

