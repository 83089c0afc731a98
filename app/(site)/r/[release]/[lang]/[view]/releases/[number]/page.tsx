import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CorrectionList } from '@/components/layout/correction-list';
import { PageHeading } from '@/components/layout/page-heading';
import { countsText } from '@/components/layout/release-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { labelDay } from '@/domain/period';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readRelease } from '@/lib/reads/releases';

export const dynamic = 'force-static';

type ReleasePageProps = PageProps<'/r/[release]/[lang]/[view]/releases/[number]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: ReleasePageProps): Promise<Metadata> {
  const { number } = await params;
  return { title: `Release ${number}`, description: `What release ${number} of the ledger changed.`, alternates: { canonical: `/releases/${number}` } };
}

export default async function ReleasePage({ params }: ReleasePageProps) {
  const { number, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const found = await readRelease(release, Number(number));
  if (!found) notFound();
  const pin = pinOf(view, release);
  const published = found.release;
  return (
    <>
      <PageHeading title={`Release ${published.number}: ${published.title}`}>{published.note !== '' && <p>{published.note}</p>}</PageHeading>
      <AsOfControl action={`/releases/${number}`} view={view} release={release} />
      <ViewNotices view={view} />
      <dl className="grid max-w-3xl gap-x-10 gap-y-3 border-y border-rule py-4 text-[0.9375rem] sm:grid-cols-2">
        <Entry term="Published"><time dateTime={published.publishedAt}>{labelDay(published.publishedAt.slice(0, 10))}</time></Entry>
        <Entry term="Rows">{countsText(published.counts)}</Entry>
        <Entry term="Written by">{published.authors.join(', ')}</Entry>
        <Entry term="Approved by">{published.approvedBy}</Entry>
        <Entry term="Read it as it was"><a href={writeAddress('/', { theme: view.theme }, published.number)}>The overview in release {published.number}</a></Entry>
      </dl>
      {found.corrections.length > 0 && (
        <section aria-labelledby="corrected" className="mt-10 max-w-3xl">
          <h2 id="corrected" className="mb-5 text-2xl">What it corrected</h2>
          <CorrectionList corrections={found.corrections} headingLevel={3} chartHref={(slug) => writeAddress(`/charts/${slug}`, { theme: view.theme }, pin)} />
        </section>
      )}
    </>
  );
}

function Entry({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
