import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChartChanges } from '@/components/review/chart-changes';
import { ChecklistView } from '@/components/review/checklist-view';
import { CommentForm } from '@/components/review/comment-form';
import { RowChanges } from '@/components/review/row-changes';
import { SentenceChanges } from '@/components/review/sentence-changes';
import { Still } from '@/components/still/still';
import { requireEditor } from '@/lib/accounts/require-editor';
import { changesetPath, rowPath } from '@/lib/inputs/desk-links';
import { readReviewPage, type ReviewPage } from '@/lib/review/review-page';
import type { Review } from '@/lib/review/review';
import { DeskLinks } from '../../../_parts/desk-links';
import { PageLinks } from '../../../_parts/page-links';
import { Section } from '../../../_parts/section';
import { ChangesetHead } from './changeset-head';
import { Decision } from './decision';

export const metadata: Metadata = { title: 'Review' };
export const dynamic = 'force-dynamic';

/** Rows beyond this are on further pages: two thousand open records help nobody. */
const ROWS_A_PAGE = 50;

export default async function ReviewChangesetPage({ params, searchParams }: PageProps<'/admin/changesets/[id]/review'>) {
  const { desk, session, now } = await requireEditor();
  const [{ id }, { rows }] = [await params, await searchParams];
  const page = await readReviewPage(desk.db, id, now);
  if (page === null) notFound();
  const { changeset, work } = page;
  return (
    <div data-wide>
      <DeskLinks editor={session.editor} here="/admin/changesets" />
      <ChangesetHead changeset={changeset} title="Review" />
      {work === null
        ? <p className="max-w-prose text-muted">{sayNothing(page)} <a href={changesetPath(id)}>The changeset</a></p>
        : <Work page={page} work={work} rowsPage={Math.max(1, Number(rows) || 1)} editor={session.editor} />}
    </div>
  );
}

function sayNothing({ changeset }: ReviewPage): string {
  if (changeset.state === 'published') return 'It is published: there is nothing left to review.';
  return changeset.state === 'abandoned' ? 'It was abandoned.' : 'Nothing is drafted in it yet. As soon as a row is, this page shows what it does to every chart and sentence.';
}

interface WorkProps {
  readonly page: ReviewPage;
  readonly work: NonNullable<ReviewPage['work']>;
  readonly rowsPage: number;
  readonly editor: Parameters<typeof Decision>[0]['editor'];
}

function Work({ page, work, rowsPage, editor }: WorkProps) {
  const { review, checklist, affected, sameCharts } = work;
  const { id } = page.changeset;
  const { seen } = review;
  const titles = new Map(seen?.after.charts.map(({ definition }) => [definition.slug, definition.title]));
  return (
    <>
      <Section title="Checklist" id="checklist">
        <ChecklistView
          checklist={checklist}
          hrefOf={(check) => rowPath(id, check.kind, check.id, belongsOf(review, check.kind, check.id))}
          commentOn={(check) => <CommentForm changesetId={id} row={{ kind: check.kind, id: check.id }} label={`Comment on the ${check.kind} ${check.id}`} />}
        />
      </Section>
      {seen === null ? <p className="mb-12 max-w-prose">The changeset cannot be laid over what is published. Mend what stands above; then this page shows what it does.</p> : (
        <>
          <Section title="Charts that change" count={affected.length} id="charts">
            <div>{affected.map(({ chart, marks }) => <ChartChanges key={chart.id} chart={chart} marks={marks} releases={{ before: seen.release - 1, after: seen.release }} />)}</div>
            <p className="text-muted">{saySame(affected.length, sameCharts)}</p>
          </Section>
          <Section title="Sentences" count={seen.compared.sentences.filter(({ isChanged }) => isChanged).length} id="sentences">
            <SentenceChanges sentences={seen.compared.sentences} placeOf={(placement) => (placement === 'home' ? 'On the overview' : `At the chart “${titles.get(placement) ?? placement}”`)} />
          </Section>
          <Section title="Rows" count={seen.changes.length} id="rows">
            <Rows seen={seen} id={id} review={review} page={rowsPage} />
          </Section>
        </>
      )}
      <Section title="Decide" id="decide">
        <Decision page={page} review={review} blocks={checklist.blocks.length} editor={editor} />
      </Section>
    </>
  );
}

function saySame(changed: number, same: number): string {
  if (same === 0) return 'No other chart is there.';
  const count = same === 1 ? 'One chart stays' : `${same} charts stay`;
  return changed === 0 ? `No chart changes: all ${same} stay as they are.` : `${count} exactly as ${same === 1 ? 'it is' : 'they are'}, and ${same === 1 ? 'is' : 'are'} not drawn here.`;
}

/** What leads straight to the place where a row is written. */
function belongsOf({ drafts }: Review, kind: string, rowId: string): { seriesId?: string; crossingId?: string; incidentId?: string } {
  const draft = drafts.find((one) => one.kind === kind && one.id === rowId);
  const { seriesId, crossingId, incidentId } = (draft?.content ?? {}) as { seriesId?: string; crossingId?: string; incidentId?: string };
  return { seriesId, crossingId, incidentId };
}

function Rows({ seen, id, review, page }: { readonly seen: NonNullable<Review['seen']>; readonly id: string; readonly review: Review; readonly page: number }) {
  // What says that we were wrong comes first.
  const inOrder = [...seen.changes].sort((a, b) => rank(a.change) - rank(b.change));
  const pages = Math.ceil(inOrder.length / ROWS_A_PAGE);
  const at = Math.min(page, pages);
  const shown = inOrder.slice((at - 1) * ROWS_A_PAGE, at * ROWS_A_PAGE);
  return (
    <div className="max-w-4xl">
      <Still>
        <RowChanges rows={shown.map((change) => ({ ...change, href: rowPath(id, change.kind, change.id, belongsOf(review, change.kind, change.id)) }))} />
      </Still>
      {pages > 1 && <PageLinks pages={pages} at={at} hrefOf={(number) => `${changesetPath(id, 'review')}?rows=${number}#rows`} label="Pages of rows" />}
    </div>
  );
}

const RANKS = ['correct', 'withdraw', 'update', 'add'];
const rank = (change: string): number => RANKS.indexOf(change);
