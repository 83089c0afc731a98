import { sql, type SQL } from 'drizzle-orm';
import type { RowContents } from '../../domain/draft';
import { referencesOf } from '../../domain/reference';
import { ROW_KINDS, type RowKind } from '../../domain/release';
import type { Database } from '../client';
import { changesets } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import type { RowVersion } from './find-versions';

/** Another open changeset that drafts something beside what one drafts, with how many rows of which kind. */
export interface NearChangeset {
  readonly id: string;
  readonly name: string;
  readonly authorName: string;
  readonly counts: readonly { readonly kind: RowKind; readonly count: number }[];
}

/** The column by which rows of a kind lie beside each other. */
const GROUPED = { reading: 'series_id', closure: 'crossing_id', claim: 'incident_id' } as const;

/** Open changesets other than `changesetId` that draft rows of the same series, crossing or incident, or rows that `drafts` refer to. */
export async function findNearDrafts(db: Database, changesetId: string, drafts: readonly RowVersion[]): Promise<NearChangeset[]> {
  const questions = ROW_KINDS.flatMap((kind): SQL[] => {
    const ids = referredTo(drafts, kind);
    const near = [...(ids.length > 0 ? [among(sql`id`, ids)] : []), ...besides(drafts, kind)];
    if (near.length === 0) return [];
    return [sql`select changeset_id, ${kind}::text as kind, count(*)::int as n from ${ledgerTable(kind)}
      where published_in is null and changeset_id <> ${changesetId} and (${sql.join(near, sql` or `)}) group by changeset_id`];
  });
  if (questions.length === 0) return [];
  const { rows } = await db.execute<{ id: string; name: string; author_name: string; kind: RowKind; n: number }>(sql`
    select c.id, c.name, c.author_name, near.kind, near.n from (${sql.join(questions, sql` union all `)}) as near
    join ${changesets} as c on c.id = near.changeset_id order by c.opened_at, c.id, near.kind`);
  const found = new Map<string, NearChangeset>();
  for (const { id, name, author_name, kind, n } of rows) {
    const known = found.get(id) ?? { id, name, authorName: author_name, counts: [] };
    found.set(id, { ...known, counts: [...known.counts, { kind, count: n }] });
  }
  return [...found.values()];
}

/** Ids of the kind that the drafts name, or, for what has members, that they are. */
function referredTo(drafts: readonly RowVersion[], kind: RowKind): string[] {
  const ids = new Set<string>();
  for (const draft of drafts) {
    for (const reference of referencesOf(draft.kind, draft.content as never)) if (reference.kind === kind) ids.add(reference.id);
    if (kind === 'source') for (const { sourceId } of draft.citations) ids.add(sourceId);
  }
  return [...ids];
}

function besides(drafts: readonly RowVersion[], kind: RowKind): SQL[] {
  if (!(kind in GROUPED)) return [];
  const member = kind as keyof typeof GROUPED;
  const owner = { reading: 'series', closure: 'crossing', claim: 'incident' } as const;
  const ids = new Set<string>();
  for (const draft of drafts) {
    if (draft.kind === owner[member]) ids.add(draft.id);
    if (draft.kind === member) ids.add(ownerOf(member, draft.content as RowContents[typeof member]));
  }
  return ids.size === 0 ? [] : [among(sql.raw(GROUPED[member]), [...ids])];
}

function ownerOf(kind: keyof typeof GROUPED, content: RowContents[keyof typeof GROUPED]): string {
  if (kind === 'reading') return (content as RowContents['reading']).seriesId;
  return kind === 'closure' ? (content as RowContents['closure']).crossingId : (content as RowContents['claim']).incidentId;
}

function among(column: SQL, ids: readonly string[]): SQL {
  return sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
}
