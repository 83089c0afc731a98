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
import { ofRelease } from './of-release';

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
  const day = now.toISOString().slice(0, 10);
  const release = await findCurrentRelease(db);
  const [open, comments, releases, late] = await Promise.all([
    readOpenChangesets(db), findCommentsTo(db, editor.id), findReleases(db),
    release === 0 ? null : ofRelease(db, release, `late on ${day}`, () => readLateSources(release, day)),
  ]);
  const may = (changeset: ListedChangeset, step: 'approve' | 'publish') => refuseStep(editor, step, changeset.contributors.map(({ id }) => id)) === null;
  const toReview = open.filter((changeset) => changeset.state === 'in-review' && may(changeset, 'approve'));
  const toPublish = open.filter((changeset) => changeset.state === 'approved' && may(changeset, 'publish'));
  const mine = open.filter((changeset) => changeset.contributors.some(({ id }) => id === editor.id) && !toPublish.includes(changeset));
  return {
    mine, toReview, toPublish, comments,
    others: open.filter((changeset) => ![...mine, ...toReview, ...toPublish].includes(changeset)),
    releases: releases.slice(0, 5),
    late: (late?.reports ?? []).filter(({ state }) => state !== 'expected'),
  };
}
