import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddedRows } from '@/components/layout/added-rows';
import { CorrectionList } from '@/components/layout/correction-list';
import { PageHeading } from '@/components/layout/page-heading';
import { countsText } from '@/components/layout/release-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { labelDay } from '@/domain/period';
import type { PublishedChange } from '@/domain/release';
import { sayAlone } from '@/domain/review/alone';
import { writeAddress } from '@/lib/inputs/address';
import { changeLinks } from '@/lib/inputs/change-links';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readChartDefinitions } from '@/lib/reads/chart';
import { readRelease } from '@/lib/reads/releases';

export const dynamic = 'force-static';

/** Everything a release did, what was wrong before it first. */
const PARTS: readonly { readonly id: string; readonly title: string; readonly changes: readonly PublishedChange['change'][] }[] = [
  { id: 'corrected', title: 'What it corrected', changes: ['correct', 'withdraw'] },
  { id: 'updated', title: 'What it updated', changes: ['update'] },
  { id: 'added', title: 'What it added', changes: ['add'] },
];

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
  const { release, view, words } = readInternalParams(rest);
  const found = await readRelease(release, Number(number));
  if (!found) notFound();
  const pin = pinOf(view, release);
  const shown = { theme: view.theme, release, pin };
  const write = (path: string): string => writeAddress(path, { theme: view.theme }, pin);
  const charts = new Map((await readChartDefinitions(release)).map(({ slug, title }) => [slug, title]));
  const published = found.release;
  return (
    <>
      <PageHeading title={`Release ${published.number}: ${published.title}`}>{published.note !== '' && <p>{published.note}</p>}</PageHeading>
      <AsOfControl words={words} action={`/releases/${number}`} view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <dl className="grid max-w-3xl gap-x-10 gap-y-3 border-b border-rule py-5 text-[0.9375rem] sm:grid-cols-2">
        <Entry term="Published"><time dateTime={published.publishedAt}>{labelDay(published.publishedAt.slice(0, 10))}</time></Entry>
        <Entry term="Rows">{countsText(published.counts)}</Entry>
        <Entry term="Written by">{published.authors.join(', ')}</Entry>
        <Entry term="Approved by">{published.approvedBy}</Entry>
        <Entry term="Read it as it was"><a href={writeAddress('/', { theme: view.theme }, { ...pin, release: published.number })}>The overview in release {published.number}</a></Entry>
      </dl>
      {published.alone !== undefined && <p className="my-5 max-w-3xl border-s-4 border-accent bg-accent-wash px-4 py-3">{sayAlone(published.alone)}</p>}
      <nav aria-label="Other releases" className="flex flex-wrap gap-x-6 py-3 text-[0.9375rem]">
        {published.number > 1 && <a href={write(`/releases/${published.number - 1}`)} rel="prev" className="py-1">Release {published.number - 1}, before it</a>}
        {published.number < release && <a href={write(`/releases/${published.number + 1}`)} rel="next" className="py-1">Release {published.number + 1}, after it</a>}
      </nav>
      {PARTS.map(({ id, title, changes: wanted }) => {
        const made = found.changes.filter(({ change }) => wanted.includes(change));
        return made.length > 0 && (
          <section key={id} aria-labelledby={id} className="mt-10 max-w-3xl">
            <h2 id={id} className="mb-5 text-2xl">{title}</h2>
            {id === 'added'
              ? <AddedRows changes={made} hrefOf={(change) => changeLinks(change, shown).after} />
              : <CorrectionList corrections={made} headingLevel={3} chartHref={(slug) => write(`/charts/${slug}`)} chartTitles={charts} rowHrefs={(change) => changeLinks(change, shown)} />}
          </section>
        );
      })}
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
