import { asc, getTableColumns, sql } from 'drizzle-orm';
import type { Citation, Source } from '../../domain/citation';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { citations } from '../schema/index';
import { findSourcesById } from './find-sources';

export interface StoredCitation {
  readonly sourceId: string;
  readonly locator: string | null;
  readonly quote: string | null;
  readonly paraphrase: string | null;
  readonly role: Citation['role'];
  readonly recordedBy: string;
  /** ISO instant. */
  readonly recordedAt: string;
}

interface Version {
  readonly id: string;
  readonly revision: number;
}

/** Names one version in the maps below. */
export function versionKey(version: Version): string {
  return `${version.id}@${version.revision}`;
}

/** The citations of row versions of one kind, in reading order, by versionKey; source ids as stored. */
export async function findStoredCitations(db: Database, kind: RowKind, versions: readonly Version[]): Promise<Map<string, StoredCitation[]>> {
  const found = new Map<string, StoredCitation[]>();
  if (versions.length === 0 || kind === 'source') return found;
  const wanted = JSON.stringify(versions.map(({ id, revision }) => ({ id, revision })));
  const records = await db
    .select(getTableColumns(citations))
    .from(citations)
    .innerJoin(
      sql`jsonb_to_recordset(${wanted}::jsonb) as wanted(id text, revision integer)`,
      sql`${citations.rowKind} = ${kind} and ${citations.rowId} = wanted.id and ${citations.rowRevision} = wanted.revision`,
    )
    .orderBy(asc(citations.rowId), asc(citations.rowRevision), asc(citations.position));
  for (const record of records) {
    const name = versionKey({ id: record.rowId, revision: record.rowRevision });
    const { sourceId, locator, quote, paraphrase, role, recordedBy } = record;
    const list = found.get(name) ?? [];
    list.push({ sourceId, locator, quote, paraphrase, role, recordedBy, recordedAt: record.recordedAt.toISOString() });
    found.set(name, list);
  }
  return found;
}

/** The same with each source as it stands in `release`. Throws if a source is not there: publishing never lets that happen. */
export async function findCitations(
  db: Database, kind: RowKind, release: number, versions: readonly Version[],
): Promise<Map<string, Citation[]>> {
  const stored = await findStoredCitations(db, kind, versions);
  const ids = new Set([...stored.values()].flat().map((citation) => citation.sourceId));
  const sources = await findSourcesById(db, release, [...ids]);
  return new Map([...stored].map(([name, list]) => [name, list.map((citation) => withSource(citation, sources, release))]));
}

function withSource({ sourceId, ...rest }: StoredCitation, sources: ReadonlyMap<string, Source>, release: number): Citation {
  const source = sources.get(sourceId);
  if (!source) throw new Error(`Release ${release} cites the source ${sourceId} and does not have it.`);
  return { source, ...rest };
}
