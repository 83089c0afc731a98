import { asc } from 'drizzle-orm';
import type { RowContents } from '../../domain/draft';
import type { RowKind } from '../../domain/release';
import type { Database } from '../client';
import { toContent, type StandingRow } from '../ledger-rows';
import { incidents } from '../schema/index';
import { standingRows, type RowsQuestion } from './find-rows';

export type NamedRow<K extends RowKind> = RowContents[K] & { readonly id: string; readonly publishedIn: number };

/** Everything of a release that has a name of its own, without citations and without what was withdrawn. */
export interface Names {
  readonly organisations: readonly NamedRow<'organisation'>[];
  readonly indicators: readonly NamedRow<'indicator'>[];
  readonly series: readonly NamedRow<'series'>[];
  readonly crossings: readonly NamedRow<'crossing'>[];
  readonly incidents: readonly NamedRow<'incident'>[];
  readonly claims: readonly NamedRow<'claim'>[];
  readonly places: readonly NamedRow<'place'>[];
  readonly charts: readonly NamedRow<'chart'>[];
  readonly sources: readonly NamedRow<'source'>[];
}

export async function findNames(db: Database, release: number): Promise<Names> {
  const find = <K extends RowKind>(kind: K, question: RowsQuestion = {}) => findStanding(db, kind, release, question);
  return {
    organisations: await find('organisation'),
    indicators: await find('indicator'),
    series: await find('series'),
    crossings: await find('crossing'),
    incidents: await find('incident', { orderBy: [asc(incidents.start)] }),
    claims: await find('claim'),
    places: await find('place'),
    charts: await find('chart'),
    sources: await find('source'),
  };
}

async function findStanding<K extends RowKind>(db: Database, kind: K, release: number, question: RowsQuestion): Promise<NamedRow<K>[]> {
  const rows = (await standingRows(db, kind, release, question)) as StandingRow[];
  return rows.filter(({ change }) => change !== 'withdraw').map((row) => ({ ...toContent(kind, row), id: row.id, publishedIn: row.publishedIn as number }));
}
