import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { Prose } from '@/components/layout/prose';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readLedgerSummary } from '@/lib/reads/ledger-summary';
import { readReviewMode } from '@/lib/reads/review-mode';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'About',
  description: 'What Frontier Ledger is, what it is not, and how it may be used.',
  alternates: { canonical: '/about' },
};

export function generateStaticParams() {
  return [];
}

export default async function AboutPage({ params }: PageProps<'/r/[release]/[lang]/[view]/about'>) {
  const { release, view, words } = readInternalParams(await params);
  const [summary, mode] = await Promise.all([readLedgerSummary(release), readReviewMode(release)]);
  return (
    <>
      <PageHeading title="About Frontier Ledger">
        <p>A public record of what has been counted, claimed and closed along the Pakistan–Afghanistan frontier, with the source of every number.</p>
      </PageHeading>
      <AsOfControl words={words} action="/about" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <Prose>
        <p>
          Most tools draw a number as if it were a fact. In this subject a number is something that somebody said, on a day, about a period, counting in his own
          way. Often it was corrected later, or the other side denied it. This site keeps all of that: who said it, when, what he counts, what he had said before, and who
          says otherwise.
        </p>
        <p>
          Release {release} holds {summary.reading.current} readings, {summary.closure.current} closures of border crossings, {summary.incident.current} clashes and strikes with {summary.claim.current}{' '}
          claims about them, from {summary.source.current} documents.
        </p>
        <h2>What it is not</h2>
        <p>
          It counts nothing itself. It takes no side: where accounts differ they stand beside each other, and no figure is made out of two claimants’ figures. It is not complete; what nobody
          counted is not in it, and the sources’ own limits are its limits.
        </p>
        <h2>Who stands behind it</h2>
        <p>
          {mode === 'two-people'
            ? 'Nobody approves what he wrote himself: one person writes, another looks at every row, chart and sentence. A release that could not wait for the second says so. The starting data were loaded by a command, as their releases say.'
            : 'This site is kept by a single editor at present: whoever writes may approve it himself, and each release that was approved in this way says so. The starting data were loaded by a command, as their releases say.'}
        </p>
        <h2>Using it</h2>
        <ul>
          <li>Every chart can be taken as CSV or JSON, by people and by programs, without asking.</li>
          <li>The compilation is under CC BY 4.0: cite “Frontier Ledger” and the release. The code is under the MIT licence. The sources keep their own rights.</li>
          <li>To cite what was known on a day, add <code>?asof=</code> and the day to the address; to cite what we had published, add <code>?release=</code> and its number.</li>
        </ul>
        <h2>Readers’ privacy</h2>
        <p>The public pages set no cookies and load nothing from anybody else. If you choose a theme, your browser remembers it; it is not sent to us.</p>
      </Prose>
    </>
  );
}
