import 'server-only';
import type { Database } from '@/db/client';
import { findDraftAuthors } from '@/db/queries/find-changeset-activity';
import { findContents } from '@/db/queries/find-contents';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import type { RowAuthor } from '@/db/queries/find-row-authors';
import { findSourcesById } from '@/db/queries/find-sources';
import { findDrafts, findOpenVersions, type RowVersion } from '@/db/queries/find-versions';
import { changedFields, chartsFedBy, type ChartGround } from '@/domain/correction';
import type { Change, RowContents } from '@/domain/draft';
import { referencesOf } from '@/domain/reference';
import type { PublishedChange, RowKind } from '@/domain/release';
import { titleOf, titleWithin, type Named } from '@/domain/row-title';
import { readChartGroundsOf } from './of-release';

/** One draft as the desk shows it: the same facts as a published change, with what an editor needs beside them. */
export interface DraftedRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly revision: number;
  readonly change: Change;
  readonly note: string | null;
  readonly title: string;
  readonly within: PublishedChange['within'];
  /** What differs from what is published; empty for a new row. */
  readonly fields: PublishedChange['fields'];
  readonly charts: readonly string[];
  /** Titles of the documents it cites, and what each is cited with. */
  readonly sources: readonly { readonly id: string; readonly title: string; readonly words: string }[];
  /** Whether the citations are others than those of the published version. */
  readonly hasNewSources: boolean;
  readonly author: RowAuthor | null;
  /** What the row belongs to, for the address at which it is edited. */
  readonly belongs: { readonly seriesId?: string; readonly crossingId?: string; readonly incidentId?: string };
}

/** An import drafts thousands: so many of a kind are told at a time. */
export const DRAFTS_A_PAGE = 50;

/** Which page of a kind is looked at; of every other kind it is the first. */
export interface DraftsPage {
  readonly kind: string;
  readonly page: number;
}

export interface DraftedRows {
  /** One page of each kind, by kind and id, each row beside what is published. */
  readonly rows: readonly DraftedRow[];
  /** How many of each kind there are, in the order of kinds. */
  readonly counts: readonly { readonly kind: RowKind; readonly count: number; readonly page: number }[];
  /** All of them. */
  readonly drafts: readonly RowVersion[];
}

/** What a changeset drafts. */
export async function readDraftedRows(db: Database, changesetId: string, asked: DraftsPage | null): Promise<DraftedRows> {
  const all = await findDrafts(db, changesetId);
  const pages = [...new Set(all.map(({ kind }) => kind))].map((kind) => {
    const ofKind = all.filter((draft) => draft.kind === kind);
    const page = asked?.kind === kind ? Math.min(Math.max(1, asked.page), Math.ceil(ofKind.length / DRAFTS_A_PAGE)) : 1;
    return { kind, count: ofKind.length, page, shown: ofKind.slice((page - 1) * DRAFTS_A_PAGE, page * DRAFTS_A_PAGE) };
  });
  const counts = pages.map(({ kind, count, page }) => ({ kind, count, page }));
  const drafts = pages.flatMap(({ shown }) => shown);
  if (drafts.length === 0) return { rows: [], counts, drafts: all };
  const release = await findCurrentRelease(db);
  const [standing, author, named, grounds, sourceTitle] = await Promise.all([
    findStanding(db, drafts), findDraftAuthors(db, changesetId, drafts), readNames(db, release, drafts),
    release === 0 ? [] : readChartGroundsOf(db, release), readSourceTitles(db, release, drafts),
  ]);
  return { drafts: all, counts, rows: drafts.map((draft) => describe(draft, standing.get(`${draft.kind} ${draft.id}`) ?? null, { author, named, grounds, sourceTitle })) };
}

interface Around {
  readonly author: Awaited<ReturnType<typeof findDraftAuthors>>;
  readonly named: Named;
  readonly grounds: readonly ChartGround[];
  readonly sourceTitle: (id: string) => string;
}

function describe(draft: RowVersion, published: RowVersion | null, { author, named, grounds, sourceTitle }: Around): DraftedRow {
  const { kind, id, revision, change, changeNote, citations } = draft;
  // Kind and content of a version belong together.
  const content = draft.content as never;
  return {
    kind, id, revision, change, note: changeNote,
    title: titleOf(kind, content, named),
    within: titleWithin(kind, content, named),
    fields: published === null ? [] : changedFields({ change: published.change, content: published.content as never }, { change, content }),
    charts: chartsFedBy(kind, id, content, grounds),
    sources: citations.map(({ sourceId, locator, quote, paraphrase }) =>
      ({ id: sourceId, title: sourceTitle(sourceId), words: [locator, quote === null ? null : `“${quote}”`, paraphrase].filter((part) => part !== null).join(', ') })),
    hasNewSources: published !== null && citedAs(published) !== citedAs(draft),
    author: author(kind, draft),
    belongs: belongsTo(draft.content),
  };
}

function citedAs({ citations }: RowVersion): string {
  return JSON.stringify(citations.map(({ sourceId, locator, quote, paraphrase, role }) => [sourceId, locator, quote, paraphrase, role]));
}

/** Of any content, what its row belongs to. */
export function belongsTo(content: RowContents[RowKind]): DraftedRow['belongs'] {
  const { seriesId, crossingId, incidentId } = content as Partial<RowContents['reading'] & RowContents['closure'] & RowContents['claim']>;
  return { ...(seriesId !== undefined && { seriesId }), ...(crossingId !== undefined && { crossingId }), ...(incidentId !== undefined && { incidentId }) };
}

async function findStanding(db: Database, drafts: readonly RowVersion[]): Promise<ReadonlyMap<string, RowVersion>> {
  const standing = new Map<string, RowVersion>();
  for (const kind of new Set(drafts.map((draft) => draft.kind))) {
    const ids = drafts.filter((draft) => draft.kind === kind && draft.change !== 'add').map(({ id }) => id);
    for (const version of ids.length === 0 ? [] : await findOpenVersions(db, kind, ids)) if (version.publishedIn !== null) standing.set(`${kind} ${version.id}`, version);
  }
  return standing;
}

/** Names as the changeset leaves them: its own drafts first, then what is published. */
export async function readNames(db: Database, release: number, drafts: readonly RowVersion[]): Promise<Named> {
  const own = new Map(drafts.map((draft) => [`${draft.kind} ${draft.id}`, draft.content]));
  const references = drafts.flatMap((draft) => referencesOf(draft.kind, draft.content as never));
  const published = release === 0 ? null : await findContents(db, release, references, 1);
  return <K extends RowKind>(kind: K, id: string) => (own.get(`${kind} ${id}`) as RowContents[K] | undefined) ?? published?.get(kind, id) ?? null;
}

async function readSourceTitles(db: Database, release: number, drafts: readonly RowVersion[]): Promise<(id: string) => string> {
  const ids = [...new Set(drafts.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)))];
  const published = release === 0 ? new Map() : await findSourcesById(db, release, ids);
  const own = new Map(drafts.filter(({ kind }) => kind === 'source').map(({ id, content }) => [id, content as RowContents['source']]));
  return (id) => {
    const source = own.get(id) ?? published.get(id);
    return source ? `${source.publisher}: ${source.title}` : id;
  };
}
