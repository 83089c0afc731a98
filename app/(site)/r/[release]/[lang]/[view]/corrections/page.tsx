import type { Metadata } from 'next';
import { CorrectionList } from '@/components/layout/correction-list';
import { FollowLine } from '@/components/layout/feed-links';
import { PageHeading } from '@/components/layout/page-heading';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { changeLinks } from '@/lib/inputs/change-links';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readChartDefinitions } from '@/lib/reads/chart';
import { readCorrections } from '@/lib/reads/corrections';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Corrections',
  description: 'Every number we published that turned out to be wrong: what it was, what it is, why, and which charts showed it.',
  alternates: { canonical: '/corrections' },
};

export function generateStaticParams() {
  return [];
}

export default async function CorrectionsPage({ params }: PageProps<'/r/[release]/[lang]/[view]/corrections'>) {
  const { release, view, words } = readInternalParams(await params);
  const corrections = await readCorrections(release);
  const pin = pinOf(view, release);
  const charts = new Map((await readChartDefinitions(release)).map(({ slug, title }) => [slug, title]));
  return (
    <>
      <PageHeading title="Corrections">
        <p>What we published and had to correct or withdraw: the wrong figure beside the right one, why, and which charts showed it. Nothing is taken away.</p>
      </PageHeading>
      <AsOfControl words={words} action="/corrections" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <div className="max-w-3xl pt-8">
        <CorrectionList
          corrections={corrections}
          headingLevel={2}
          chartTitles={charts}
          rowHrefs={(change) => changeLinks(change, { theme: view.theme, release, pin })}
          chartHref={(slug) => writeAddress(`/charts/${slug}`, { theme: view.theme }, pin)}
          releaseHref={(number) => writeAddress(`/releases/${number}`, { theme: view.theme }, pin)}
        />
        <div className="mt-10 border-t border-rule pt-3"><FollowLine words={words} path="/corrections" what="corrections" /></div>
      </div>
    </>
  );
}
