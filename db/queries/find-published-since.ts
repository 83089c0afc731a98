import { sql } from 'drizzle-orm';
import type { PublishedSince } from '../../domain/review/published-since';
import type { Database } from '../client';
import { audit } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';

/** What makes another row lie in the place of a drafted one; the same row published since is refused as stale instead. */
const BESIDE = {
  reading: sql`o.series_id = d.series_id and o.period_start = d.period_start and o.period_end = d.period_end`,
  closure: sql`o.crossing_id = d.crossing_id`,
  claim: sql`o.incident_id = d.incident_id`,
} as const;
const KINDS = Object.keys(BESIDE) as (keyof typeof BESIDE)[];

/** Rows in the place of a changeset's drafts (a reading's cell, a closure's crossing, a claim's incident) published after the draft was last written. */
export async function findPublishedSince(db: Database, changesetId: string): Promise<PublishedSince[]> {
  const questions = KINDS.map((kind) => {
    const table = ledgerTable(kind);
    return sql`select ${kind}::text as kind, d.id, o.id as by_id, o.published_in as release from ${table} as d
      join lateral (select max(seq) as seq from ${audit} where subject = ${kind} and subject_id = d.id and changeset_id = d.changeset_id and action = 'draft-row') as told on true
      join ${table} as o on ${BESIDE[kind]} and o.id <> d.id and o.published_in is not null and o.superseded_in is null and o.change <> 'withdraw'
      join ${audit} as made on made.action = 'publish-release' and made.subject = 'release' and made.subject_id = o.published_in::text and made.seq > told.seq
      where d.changeset_id = ${changesetId} and d.published_in is null and d.change <> 'withdraw'`;
  });
  const { rows } = await db.execute<{ kind: PublishedSince['kind']; id: string; by_id: string; release: number }>(
    sql`select distinct * from (${sql.join(questions, sql` union all `)}) as since order by kind, id, by_id`);
  return rows.map(({ kind, id, by_id: byId, release }) => ({ kind, id, byId, release }));
}
