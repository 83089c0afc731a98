import 'server-only';
import type { Database } from '@/db/client';
import { type Comment, findCommentsTo } from '@/db/queries/find-comments';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findReleases } from '@/db/queries/find-releases';
import { refuseStep } from '@/domain/changeset';
import type { Editor } from '@/domain/editor';
import type { Release } from '@/domain/release';
import { readLateSources, type ExpectedReport } from '../late-sources';
import { type ListedChangeset, readOpenChangesets } from './changesets';

export interface Overview {
  /** Open changesets that the editor had a hand in. */
  readonly mine: readonly ListedChangeset[];
  /** In review, and his to approve. */
  readonly toReview: readonly ListedChangeset[];
  /** Approved, and his to publish. */
  readonly toPublish: readonly ListedChangeset[];
  /** What others work on, for whom nothing else is listed. */
  readonly others: readonly ListedChangeset[];
  readonly comments: readonly (Comment & { readonly changesetName: string })[];
  readonly releases: readonly Release[];
  /** Reports whose time has begun or passed, as of today. */
  readonly late: readonly ExpectedReport[];
}

/** What waits for an editor, and what the ledger waits for. `now` is the day on which sources are late. */
export async function readOverview(db: Database, editor: Editor, now: Date): Promise<Overview> {
  const open = await readOpenChangesets(db);
  const may = (changeset: ListedChangeset, step: 'approve' | 'publish') => refuseStep(editor, step, changeset.contributors.map(({ id }) => id)) === null;
  const toReview = open.filter((changeset) => changeset.state === 'in-review' && may(changeset, 'approve'));
  const toPublish = open.filter((changeset) => changeset.state === 'approved' && may(changeset, 'publish'));
  const mine = open.filter((changeset) => changeset.contributors.some(({ id }) => id === editor.id) && !toPublish.includes(changeset));
  const release = await findCurrentRelease(db);
  const [comments, releases, late] = [
    await findCommentsTo(db, editor.id), await findReleases(db), release === 0 ? null : await readLateSources(release, now.toISOString().slice(0, 10)),
  ];
  return {
    mine, toReview, toPublish, comments,
    others: open.filter((changeset) => ![...mine, ...toReview, ...toPublish].includes(changeset)),
    releases: releases.slice(0, 5),
    late: (late?.reports ?? []).filter(({ state }) => state !== 'expected'),
  };
}
