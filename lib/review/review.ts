import 'server-only';
import type { Database } from '@/db/client';
import { hashOfDrafts } from '@/db/mutations/approve-changeset';
import { previewChangeset } from '@/db/mutations/preview-changeset';
import { draftedSeries } from '@/db/mutations/publish-checks';
import { findChangeset, type Changeset } from '@/db/queries/find-changesets';
import { findLastTold } from '@/db/queries/find-changes-since';
import { findCommentedRows } from '@/db/queries/find-commented-rows';
import { findCurrentRelease } from '@/db/queries/find-current-release';
import { findPublishedSince } from '@/db/queries/find-published-since';
import { findReviewedChanges, type ReviewedChange } from '@/db/queries/find-reviewed-changes';
import { findReviewRows } from '@/db/queries/find-review-rows';
import type { RowVersion } from '@/db/queries/find-versions';
import type { FigureChange } from '@/domain/embed/changes';
import { findChecks, settleChecks, type Check, type Checklist, type Findings } from '@/domain/review/checklist';
import { compareSides, type Compared, type ComparedChart } from '@/domain/review/compare';
import { markChanges, rowChanges } from '@/domain/review/mark-changes';
import { buildSide, type ReviewSide } from '@/domain/review/side';

// The ledger as a changeset would leave it, held against the ledger as it is. Writers wait while it is read, so it is read once for
// each state of the changeset and kept for a while: a preview that many look at keeps nobody from writing.

/** What is worked out of a changeset; null parts where it cannot be laid over what stands. */
export interface Review {
  /** What an approval of what is shown here holds for. */
  readonly hash: string;
  /** The last link of the audit chain that had told of the changeset. */
  readonly seq: number;
  readonly drafts: readonly RowVersion[];
  readonly problems: readonly Omit<Check, 'settledBy'>[];
  readonly seen: Seen | null;
}

export interface Seen {
  /** The number it will have if nothing else is published before. */
  readonly release: number;
  readonly changes: readonly ReviewedChange[];
  readonly before: ReviewSide;
  readonly after: ReviewSide;
  readonly compared: Compared;
  /** The charts whose model differs, in the order of the site. */
  readonly affected: readonly AffectedChart[];
  readonly findings: Findings;
}

/** One chart that will look or read otherwise, with its marks that differ. */
export interface AffectedChart {
  readonly chart: ComparedChart;
  readonly marks: readonly FigureChange[];
}

export interface ReviewOf {
  readonly changeset: Changeset;
  readonly review: Review;
}

interface Kept {
  readonly key: string;
  readonly review: Promise<Review>;
}

/** More changesets than this are rarely looked at in the same hour. */
const KEPT_CHANGESETS = 6;
const shared = globalThis as { [key: symbol]: Map<string, Kept> | undefined };
const KEY = Symbol.for('frontier-ledger.reviews');

/** The changeset with its review, or null where there is no such changeset or nothing is drafted in it. */
export async function readReview(db: Database, changesetId: string, now: Date): Promise<ReviewOf | null> {
  const seq = await findLastTold(db, changesetId);
  const key = `${seq} ${await findCurrentRelease(db)}`;
  const kept = (shared[KEY] ??= new Map());
  const known = kept.get(changesetId);
  const found = await findChangeset(db, changesetId);
  if (found === null || found.drafts.length === 0) return null;
  const { drafts, ...changeset } = found;
  if (known?.key === key) return { changeset, review: await known.review };
  const review = workOut(db, changesetId, drafts, seq, now);
  keep(kept, changesetId, { key, review });
  return { changeset, review: await review };
}

/** What stands against publishing, with the comments that there are now. */
export async function readChecklist(db: Database, changesetId: string, { seen, problems }: Review): Promise<Checklist> {
  if (seen === null) return { blocks: problems.map((problem) => ({ ...problem, settledBy: null })), warnings: [], settled: [] };
  return settleChecks(seen.findings, await findCommentedRows(db, changesetId));
}

function keep(kept: Map<string, Kept>, changesetId: string, entry: Kept): void {
  kept.delete(changesetId);
  kept.set(changesetId, entry);
  for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_CHANGESETS))) kept.delete(oldest);
  // What broke is asked again by the next who looks.
  entry.review.catch(() => {
    if (kept.get(changesetId) === entry) kept.delete(changesetId);
  });
}

async function workOut(db: Database, changesetId: string, drafts: readonly RowVersion[], seq: number, now: Date): Promise<Review> {
  const seriesIds = draftedSeries(drafts);
  const previewed = await previewChangeset(db, changesetId, now, async ({ db: tx, release }) => {
    try {
      const changes = await findReviewedChanges(tx, release);
      return { release, changes, before: await findReviewRows(tx, release - 1, seriesIds), after: await findReviewRows(tx, release, seriesIds) };
    } catch (cause) {
      // A row that names what is not there cannot be read as a release; the problems then say so.
      return { cause };
    }
  });
  const value = previewed?.value ?? null;
  const problems = previewed?.problems ?? [];
  const about = { hash: hashOfDrafts(drafts), seq, drafts, problems };
  if (value === null) return { ...about, seen: null };
  if ('cause' in value) {
    if (problems.length === 0) throw value.cause;
    return { ...about, seen: null };
  }
  const [before, after] = [buildSide(value.before), buildSide(value.after)];
  const compared = compareSides(before, after);
  const rows = rowChanges(drafts, before, value.release);
  const affected = compared.charts.filter(({ isChanged }) => isChanged).map((chart) => ({ chart, marks: markChanges(chart, rows) }));
  const findings = findChecks({ before, after, drafts, problems, publishedSince: await findPublishedSince(db, changesetId) }, compared);
  return { ...about, seen: { release: value.release, changes: value.changes, before, after, compared, affected, findings } };
}
