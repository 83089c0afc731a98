import 'server-only';
import type { Database } from '@/db/client';
import { findReferring } from '@/db/queries/find-referring';
import { findSourceRows } from '@/db/queries/find-source-rows';
import { chartsFedBy } from '@/domain/correction';
import type { RowContents } from '@/domain/draft';
import type { RowKind } from '@/domain/release';
import { ROW_KINDS } from '@/domain/release';
import { readChartDefinitionsOf, readChartGroundsOf } from './of-release';

/** What rests on a row: whoever changes it changes these. */
export interface RowUses {
  readonly counts: readonly { readonly kind: RowKind; readonly count: number }[];
  readonly charts: readonly { readonly slug: string; readonly title: string }[];
}

/** What refers to a published row in a release; rows that cite it are counted for a source. */
export async function readRowUses(db: Database, release: number, kind: RowKind, id: string, content: RowContents[RowKind]): Promise<RowUses> {
  const titles = new Map((await readChartDefinitionsOf(db, release)).map(({ slug, title }) => [slug, title]));
  const rows = kind === 'source' ? await findSourceRows(db, release, id) : await findReferring(db, release, kind, id);
  const slugs = kind === 'source'
    ? new Set((rows as Awaited<ReturnType<typeof findSourceRows>>).flatMap(({ charts }) => charts))
    : new Set(chartsFedBy(kind, id, content as never, await readChartGroundsOf(db, release)));
  const ids = (one: RowKind) => new Set(rows.filter((row) => row.kind === one).map((row) => row.id)).size;
  return {
    counts: ROW_KINDS.filter((one) => one !== 'chart').flatMap((one) => (ids(one) === 0 ? [] : [{ kind: one, count: ids(one) }])),
    charts: [...slugs].map((slug) => ({ slug, title: titles.get(slug) ?? slug })),
  };
}
