import type { Client } from 'pg';

// Makes the ledger `factor` times as large by copies of the starting data under other ids: series, readings, closures, incidents, claims, sources, all with their citations.

const OWN_IDS: readonly (readonly [table: string, references: readonly string[]])[] = [
  ['sources', []], ['series', []], ['readings', ['series_id']], ['crossings', []], ['closures', ['crossing_id']], ['incidents', []], ['claims', ['incident_id']],
];

/** Adds the copies `from` to `to` - 1; the starting data themselves are copy 0. */
export async function grow(client: Client, from: number, to: number): Promise<void> {
  // The guards would look at every row for its release; what they guard is tested elsewhere.
  await client.query('set session_replication_role = replica');
  for (const [table, references] of OWN_IDS) {
    const changed = ['id', ...references].map((column) => `'${column}', to_jsonb(row) ->> '${column}' || '~' || copy`).join(', ');
    await client.query(`insert into ${table} select (jsonb_populate_record(row, jsonb_build_object(${changed}))).* from ${table} row, generate_series(${from}, ${to - 1}) copy where row.id not like '%~%'`);
  }
  await client.query(`insert into citations select (jsonb_populate_record(row, jsonb_build_object('row_id', row.row_id || '~' || copy, 'source_id', row.source_id || '~' || copy))).*
    from citations row, generate_series(${from}, ${to - 1}) copy where row.row_id not like '%~%' and row.row_kind::text = any($1)`, [['series', 'reading', 'crossing', 'closure', 'incident', 'claim']]);
  await client.query('set session_replication_role = default');
  await client.query('vacuum analyze');
}
