import { sql, type SQL } from 'drizzle-orm';
import type { LedgerColumns } from '../schema/ledger-columns';

/**
 * The versions that stand in `release`. Fails where the database does not have that release (a lagging replica), in the same
 * snapshot as the rows. Written so that `readings_as_of` can answer it whole; 2147483647 is "not superseded".
 */
export function standsIn(table: LedgerColumns, release: number): SQL {
  return sql`${table.publishedIn} <= ${release} and coalesce(${table.supersededIn}, 2147483647) > ${release} and (select has_release(${release}))`;
}

/** The versions that stand now, whatever the release. For writers. */
export function standsNow(table: LedgerColumns): SQL {
  return sql`${table.publishedIn} is not null and ${table.supersededIn} is null`;
}
