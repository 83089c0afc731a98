import type { PgTable } from 'drizzle-orm/pg-core';
import type * as schema from './schema/index';

// What the role that serves may do with each table, beyond reading it. Another role owns the tables and migrates. What is not said here is refused
// by the server, whatever the program says: no published row, release or audit row can be changed, and no trigger turned off.

interface Grant {
  readonly insert?: true;
  /** All columns, or those named. */
  readonly update?: true | readonly string[];
  readonly delete?: true;
}

type TableName = Extract<(typeof schema)[keyof typeof schema], PgTable>['_']['name'];

/** A draft is added, thrown away, or stamped with a release; that nothing else happens to a row, and nothing to a published one, its guard sees. */
const LEDGER: Grant = { insert: true, update: ['published_in', 'superseded_in'], delete: true };
const ADDED_TO: Grant = { insert: true };
const FREELY: Grant = { insert: true, update: true, delete: true };
const READ: Grant = {};

/** A table without a line here is a type error, and refused to the app. */
export const GRANTS: Readonly<Record<TableName, Grant>> = {
  organisations: LEDGER, sources: LEDGER, indicators: LEDGER, series: LEDGER, readings: LEDGER, crossings: LEDGER, closures: LEDGER,
  incidents: LEDGER, claims: LEDGER, places: LEDGER, annotations: LEDGER, charts: LEDGER, sentences: LEDGER,
  // They go with a draft, by the hand of its guard.
  citations: ADDED_TO,
  releases: ADDED_TO,
  release_pointer: READ,
  audit: ADDED_TO,
  // Writers queue at it, and locking a row takes the right to update some column: this one can only ever be true.
  audit_head: { update: ['id'] },
  changesets: {
    insert: true,
    update: ['name', 'note', 'state', 'contributors', 'submitted_at', 'approved_at', 'approver_id', 'approver_name', 'approved_hash', 'published_at', 'abandoned_at'],
  },
  review_modes: ADDED_TO, own_approvals: ADDED_TO, later_approvals: ADDED_TO,
  schedules: { insert: true, update: ['title', 'note', 'due_at', 'state', 'set_by_id', 'set_by_name', 'set_at', 'settled_at', 'release', 'failure'] },
  comments: { insert: true, update: ['resolved_at', 'resolver_id', 'resolver_name'] },
  preview_links: { insert: true, update: ['withdrawn_at'] },
  import_mappings: { insert: true, update: ['mapping', 'saved_by', 'saved_at'] },
  import_uploads: { insert: true, update: ['bytes'], delete: true },
  import_chunks: { insert: true, delete: true },
  embed_sightings: { insert: true, update: ['first_seen', 'last_seen', 'days', 'sightings'], delete: true },
  // Who wrote something stays known.
  users: { insert: true, update: ['name', 'email', 'email_verified', 'image', 'updated_at'] },
  credentials: { insert: true, update: true },
  roles: { insert: true, update: ['role', 'granted_by', 'granted_at', 'suspended_at'] },
  invitations: FREELY, second_factors: FREELY, next_second_factors: FREELY, backup_codes: FREELY,
  sessions: FREELY, session_proofs: FREELY, sign_in_attempts: FREELY, verifications: FREELY,
};

type Query = (text: string) => Promise<{ rows: unknown[] }>;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives `role` exactly the rights above, in one transaction, as the owner of the tables. To be called under the lock of migrations: two at a time
 * disturb each other. Throws where `role` is the owner, or could become it.
 */
export async function grantApp(query: Query, role: string): Promise<void> {
  const literal = `'${role.replaceAll("'", "''")}'`;
  const { rows } = await query(`select rolsuper or rolcreaterole or pg_has_role(rolname, current_user, 'member') as mighty, current_database() as database
    from pg_roles where rolname = ${literal}`);
  const [found] = rows as { mighty: boolean; database: string }[];
  if (!found) throw new Error(`There is no role ${role} on the server: \`npm run db:roles\` makes it.`);
  if (found.mighty) throw new Error(`The role ${role} of DATABASE_URL is the owner of MIGRATE_URL, or may become it: it has to be another one, without rights of its own.`);
  const name = quoted(role);
  await query('begin');
  try {
    for (const statement of [
      // Nowhere to plant a table that a guard could take for the real one.
      `revoke temporary on database ${quoted(found.database)} from public, ${name}`,
      `revoke create on schema public from public, ${name}`,
      `revoke all on all tables in schema public from ${name}`,
      `grant usage on schema public, drizzle to ${name}`,
      `grant select on all tables in schema public, drizzle to ${name}`,
      ...Object.entries(GRANTS).flatMap(([table, grant]) => grantsOf(grant).map((right) => `grant ${right} on public.${quoted(table)} to ${name}`)),
    ]) await query(statement);
    await query('commit');
  } catch (error) {
    await query('rollback');
    throw error;
  }
}

function grantsOf(grant: Grant): string[] {
  const { update } = grant;
  return [
    ...(grant.insert ? ['insert'] : []),
    ...(update === true ? ['update'] : update ? [`update (${update.map(quoted).join(', ')})`] : []),
    ...(grant.delete ? ['delete'] : []),
  ];
}
