import 'server-only';
import type { Database } from '@/db/client';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findHeldRows, type HeldRow } from '@/db/queries/find-open-drafts';
import { findRowTitles, type TitledRow } from '@/db/queries/find-row-titles';
import { findDrafts } from '@/db/queries/find-versions';
import { ROW_KINDS, type RowKind } from '@/domain/release';
import { titleOf } from '@/domain/row-title';
import { makeRowFinder, type RowFinder } from '@/lib/search/row-finder';
import { readNames } from './changeset-rows';

/** A row in the editors' search. */
export interface FoundRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly title: string;
  readonly isWithdrawn: boolean;
  /** Only drafted so far. */
  readonly isNew: boolean;
  readonly heldBy: HeldRow | null;
}

export interface RowsFound {
  readonly rows: readonly FoundRow[];
  readonly total: number;
  /** How many rows of each kind fit the words, whichever kind is asked for. */
  readonly counts: ReadonlyMap<RowKind, number>;
}

interface Published {
  readonly rows: readonly TitledRow[];
  readonly find: RowFinder;
}

const holder = globalThis as typeof globalThis & { frontierLedgerRows?: { readonly release: number; readonly published: Promise<Published> } };

/** Titles and index of a release never change, so the last ones are kept. */
function readPublished(db: Database, release: number): Promise<Published> {
  const kept = holder.frontierLedgerRows;
  if (kept?.release === release) return kept.published;
  const published = findRowTitles(db, release).then((rows) => ({ rows, find: makeRowFinder(rows) }));
  holder.frontierLedgerRows = { release, published };
  published.catch(() => delete holder.frontierLedgerRows);
  return published;
}

/** Rows that have all the words, published or drafted; all rows in order where there are no words. `from` and `limit` cut a page out of them. */
export async function findAnyRows(
  db: Database, { words, kind, from, limit }: { readonly words: string; readonly kind: RowKind | null; readonly from: number; readonly limit: number },
): Promise<RowsFound> {
  const release = await findCurrentRelease(db);
  const published = release === 0 ? { rows: [], find: () => [] } : await readPublished(db, release);
  const held = await findHeldRows(db);
  const holderOf = new Map(held.map((row) => [`${row.kind} ${row.id}`, row]));
  const known = new Set(published.rows.map((row) => `${row.kind} ${row.id}`));
  const drafted = await readNewRows(db, held.filter((row) => !known.has(`${row.kind} ${row.id}`)));
  const all = (words === '' ? published.rows : published.find(words).flatMap((at) => published.rows[at] ?? [])).map((row): FoundRow => ({
    kind: row.kind, id: row.id, title: row.title, isWithdrawn: row.change === 'withdraw', isNew: false, heldBy: holderOf.get(`${row.kind} ${row.id}`) ?? null,
  }));
  const fitting = [...(words === '' ? drafted : makeRowFinder(drafted)(words).flatMap((at) => drafted[at] ?? [])), ...all];
  const counts = new Map(ROW_KINDS.map((one) => [one, fitting.filter((row) => row.kind === one).length]));
  const wanted = kind === null ? fitting : fitting.filter((row) => row.kind === kind);
  return { rows: wanted.slice(from, from + limit), total: wanted.length, counts };
}

/** Rows that no release has yet, with the titles their changesets give them. */
async function readNewRows(db: Database, held: readonly HeldRow[]): Promise<FoundRow[]> {
  const release = await findCurrentRelease(db);
  const found: FoundRow[] = [];
  for (const changesetId of new Set(held.map((row) => row.changesetId))) {
    const drafts = await findDrafts(db, changesetId);
    const named = await readNames(db, release, drafts);
    for (const { kind, id, content } of drafts) {
      const heldBy = held.find((row) => row.kind === kind && row.id === id);
      if (heldBy) found.push({ kind, id, title: titleOf(kind, content as never, named), isWithdrawn: false, isNew: true, heldBy });
    }
  }
  return found;
}
