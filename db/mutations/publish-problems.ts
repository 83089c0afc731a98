import { and, inArray, ne, sql } from 'drizzle-orm';
import { CITED_KINDS } from '../../domain/draft';
import { referencesOf, type Reference } from '../../domain/reference';
import type { RowKind } from '../../domain/release';
import type { Transaction } from '../client';
import { toContent, type StoredRow } from '../ledger-rows';
import type { RowVersion } from '../queries/find-versions';
import { standsNow } from '../queries/standing';
import { charts, citations, readings } from '../schema/index';
import { ledgerTable } from '../schema/ledger-tables';
import type { RowProblem } from './row-problems';

// What stands against a release. Only rows of the changeset can break a rule that held before, so only they and their neighbours are looked at.

type Row = Pick<RowVersion, 'kind' | 'id'>;

/** What can be seen before anything moves: missing citations, a slug that another chart has. */
export async function findDraftProblems(tx: Transaction, drafts: readonly RowVersion[]): Promise<RowProblem[]> {
  const uncited = drafts.filter((draft) => CITED_KINDS.includes(draft.kind) && draft.citations.length === 0)
    .map(({ kind, id }) => ({ rule: 'citation-missing', kind, id, message: `The ${kind} ${id} has no citation.` }));
  return [...uncited, ...(await findTakenSlugs(tx, drafts))];
}

async function findTakenSlugs(tx: Transaction, drafts: readonly RowVersion[]): Promise<RowProblem[]> {
  const drafted = drafts.filter((draft) => draft.kind === 'chart').map(({ id, content }) => ({ id, slug: (content as { slug: string }).slug }));
  if (drafted.length === 0) return [];
  const draftedIds = drafted.map((chart) => chart.id);
  const standing = await tx.select({ id: charts.id, slug: charts.slug }).from(charts)
    .where(and(standsNow(charts), inArray(charts.slug, drafted.map((chart) => chart.slug))));
  const others = [...standing.filter((chart) => !draftedIds.includes(chart.id)), ...drafted];
  return drafted.flatMap(({ id, slug }) => {
    const other = others.find((chart) => chart.slug === slug && chart.id !== id);
    return other ? [{ rule: 'slug-taken', kind: 'chart' as const, id, message: `The chart ${id} has the slug ${slug}, which is that of ${other.id}.` }] : [];
  });
}

/** What is wrong with the release as it now stands in the transaction: references, withdrawn rows still in use, overlapping closures. */
export async function findReleaseProblems(tx: Transaction, drafts: readonly RowVersion[]): Promise<RowProblem[]> {
  return [
    ...(await findLooseReferences(tx, drafts)),
    ...(await findReferrers(tx, drafts.filter((draft) => draft.change === 'withdraw'))),
    ...(await findOverlaps(tx, drafts.filter((draft) => draft.kind === 'closure').map((draft) => draft.id))),
  ];
}

/** A withdrawn row may go on naming withdrawn ones, but what it names has to be there: readers still see it, struck through. */
async function findLooseReferences(tx: Transaction, drafts: readonly RowVersion[]): Promise<RowProblem[]> {
  const references = drafts.flatMap((draft) => outgoing(draft).map((reference) => ({ from: draft, reference })));
  const standing = await findStanding(tx, references.map(({ reference }) => reference));
  return references.flatMap(({ from: { kind, id, change: ownChange }, reference }) => {
    const change = standing.get(`${reference.kind}:${reference.id}`);
    if (change !== undefined && (change !== 'withdraw' || ownChange === 'withdraw')) return [];
    const [rule, state] = change === undefined ? ['reference-missing', 'not in this release'] : ['reference-withdrawn', 'withdrawn'];
    return [{ rule, kind, id, message: `The ${kind} ${id} refers to the ${reference.kind} ${reference.id} (${reference.field}), which is ${state}.` }];
  });
}

function outgoing(draft: RowVersion): readonly Reference[] {
  const cited = draft.citations.map((citation): Reference => ({ kind: 'source', id: citation.sourceId, field: 'citation' }));
  return [...referencesOf(draft.kind, draft.content as never), ...cited];
}

/** How each of the rows came to stand, by kind and id; absent if it does not. */
async function findStanding(tx: Transaction, rows: readonly Row[]): Promise<Map<string, string>> {
  const standing = new Map<string, string>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = JSON.stringify([...new Set(rows.filter((row) => row.kind === kind).map((row) => row.id))]);
    const table = ledgerTable(kind);
    const found = await tx.select({ id: table.id, change: table.change }).from(table)
      .where(and(standsNow(table), sql`${table.id} in (select jsonb_array_elements_text(${ids}::jsonb))`));
    for (const row of found) standing.set(`${kind}:${String(row.id)}`, String(row.change));
  }
  return standing;
}

/** Kinds of which there are few enough to look through whole when something is withdrawn; readings and citations are asked for by index. */
const LOOKED_THROUGH: readonly RowKind[] = ['series', 'closure', 'incident', 'claim', 'chart', 'sentence'];

async function findReferrers(tx: Transaction, withdrawn: readonly RowVersion[]): Promise<RowProblem[]> {
  if (withdrawn.length === 0) return [];
  const gone = new Map(withdrawn.map((row) => [`${row.kind}:${row.id}`, row]));
  const uses: { readonly from: Row; readonly to: Row }[] = [];
  for (const kind of LOOKED_THROUGH) {
    const table = ledgerTable(kind);
    const rows = (await tx.select().from(table).where(and(standsNow(table), ne(table.change, 'withdraw'))).orderBy(table.id)) as StoredRow[];
    for (const row of rows) {
      const referred = referencesOf(kind, toContent(kind, row)).map((reference) => gone.get(`${reference.kind}:${reference.id}`));
      uses.push(...referred.flatMap((to) => (to ? [{ from: { kind, id: row.id }, to }] : [])));
    }
  }
  uses.push(...(await findReadingsOf(tx, withdrawn)), ...(await findCiting(tx, withdrawn)));
  return uses.map(({ from, to }) => ({
    rule: 'withdrawn-in-use', kind: to.kind, id: to.id, message: `The ${to.kind} ${to.id} cannot be withdrawn: the ${from.kind} ${from.id} refers to it.`,
  }));
}

async function findReadingsOf(tx: Transaction, withdrawn: readonly RowVersion[]): Promise<{ from: Row; to: Row }[]> {
  const ids = withdrawn.filter((row) => row.kind === 'series').map((row) => row.id);
  if (ids.length === 0) return [];
  const found = await tx.select({ id: readings.id, seriesId: readings.seriesId }).from(readings)
    .where(and(standsNow(readings), ne(readings.change, 'withdraw'), inArray(readings.seriesId, ids))).orderBy(readings.id);
  return found.map((row) => ({ from: { kind: 'reading', id: row.id }, to: { kind: 'series', id: row.seriesId } }));
}

async function findCiting(tx: Transaction, withdrawn: readonly RowVersion[]): Promise<{ from: Row; to: Row }[]> {
  const ids = withdrawn.filter((row) => row.kind === 'source').map((row) => row.id);
  if (ids.length === 0) return [];
  const citing = await tx.selectDistinct({ kind: citations.rowKind, id: citations.rowId, revision: citations.rowRevision, sourceId: citations.sourceId })
    .from(citations).where(inArray(citations.sourceId, ids)).orderBy(citations.rowKind, citations.rowId, citations.rowRevision, citations.sourceId);
  const uses: { from: Row; to: Row }[] = [];
  for (const kind of new Set(citing.map((row) => row.kind))) {
    const ofKind = citing.filter((row) => row.kind === kind);
    const table = ledgerTable(kind);
    const standing = await tx.select({ id: table.id, revision: table.revision }).from(table).where(and(
      standsNow(table), ne(table.change, 'withdraw'), inArray(table.id, [...new Set(ofKind.map((row) => row.id))])));
    const versions = new Set(standing.map((row) => `${String(row.id)}@${String(row.revision)}`));
    uses.push(...ofKind.filter((row) => versions.has(`${row.id}@${row.revision}`))
      .map((row) => ({ from: { kind, id: row.id }, to: { kind: 'source' as const, id: row.sourceId } })));
  }
  return uses;
}

async function findOverlaps(tx: Transaction, ids: readonly string[]): Promise<RowProblem[]> {
  if (ids.length === 0) return [];
  const wanted = JSON.stringify(ids);
  const days = (alias: string) => sql.raw(`closure_days(${alias}.start, ${alias}."end", ${alias}.end_state, ${alias}.end_low, ${alias}.known_on)`);
  const stands = (alias: string) => sql.raw(`${alias}.published_in is not null and ${alias}.superseded_in is null and ${alias}.change <> 'withdraw'`);
  const answer = await tx.execute<{ id: string; other: string; shared: string }>(sql`
    select a.id, b.id as other, (${days('a')} * ${days('b')})::text as shared
    from closures a join closures b on b.crossing_id = a.crossing_id and b.lane = a.lane and b.id <> a.id and ${days('b')} && ${days('a')}
    where ${stands('a')} and ${stands('b')} and a.id in (select jsonb_array_elements_text(${wanted}::jsonb))
    order by a.id, b.id`);
  return answer.rows.map(({ id, other, shared }) => ({
    rule: 'closures-overlap', kind: 'closure', id, message: `The closures ${id} and ${other} shut the same lane of one crossing on the same days ${shared}.`,
  }));
}
