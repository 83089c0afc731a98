import type { Metadata } from 'next';
import { Fragment } from 'react';
import { cardMetadata } from '@/app/_pictures/card-metadata';
import { ChartFigure } from '@/components/charts/chart-figure';
import { CorrectionList } from '@/components/layout/correction-list';
import { Headlines } from '@/components/layout/headlines';
import { JsonLd } from '@/components/layout/json-ld';
import { PageHeading } from '@/components/layout/page-heading';
import { ReleaseList } from '@/components/layout/release-list';
import { LateSources } from '@/components/overview/late-sources';
import { MapSection } from '@/components/overview/map-section';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { CitationList } from '@/components/sources/citation-list';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { joinLanguage } from '@/lib/inputs/language-path';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { siteCatalogue } from '@/lib/json-ld/dataset';
import { readChartDefinitions } from '@/lib/reads/chart';
import { readHome, readOpeningChart } from '@/lib/reads/home';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: PageProps<'/r/[release]/[lang]/[view]'>): Promise<Metadata> {
  const { release, view } = readInternalParams(await params);
  const opening = await readOpeningChart(release, view);
  return { alternates: { canonical: joinLanguage(view.language, '/') }, ...(opening && cardMetadata(opening.model, view, release, 'Frontier Ledger', '/')) };
}

export default async function HomePage({ params }: PageProps<'/r/[release]/[lang]/[view]'>) {
  const { release, view, words } = readInternalParams(await params);
  const { headlines, charts, map, late, releases, corrections } = await readHome(release, view);
  const pin = pinOf(view, release);
  const kept = { asOf: view.asOf, theme: view.theme };
  const to = (path: string): string => writeAddress(path, kept, pin);
  const mapSection = map && <MapSection model={map} mapHref={to(`/charts/${map.slug}`)} closuresHref={to('/closures')} incidentsHref={to('/incidents')} />;
  // The map belongs to the closures; a release without their chart has it after all others.
  const isMapPlaced = charts.some(({ model }) => model.kind === 'closures');
  const [published] = releases;
  return (
    <>
      {published && <JsonLd data={siteCatalogue({ charts: await readChartDefinitions(release), release: published, siteUrl: env().siteUrl })} />}
      <PageHeading title="What is counted on the Pakistan–Afghanistan frontier, and who counted it">
        <p>
          Deaths, attacks, closed crossings and contested claims, each number with the source that printed it, the day it was printed, and what was changed
          later. Where two sides disagree, both figures stand.
        </p>
      </PageHeading>
      <AsOfControl words={words} action="/" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <Headlines sentences={headlines.sentences} idPrefix="home" citations={<CitationList citations={headlines.citations} idPrefix="home" />} />
      {charts.map(({ model }) => (
        <Fragment key={model.slug}>
          <section className="mt-14">
            <ChartFigure
              model={model}
              headingLevel={2}
              modelUrl={writeAddress(`/charts/${model.slug}.model.json`, { asOf: view.asOf }, { ...pin, release })}
              links={[
                { label: 'All about this chart', href: to(`/charts/${model.slug}`) },
                { label: 'CSV', href: writeAddress(`/charts/${model.slug}.csv`, { asOf: view.asOf }, pin) },
                { label: 'JSON', href: writeAddress(`/charts/${model.slug}.json`, { asOf: view.asOf }, pin) },
              ]}
            />
          </section>
          {model.kind === 'closures' && mapSection}
        </Fragment>
      ))}
      {!isMapPlaced && mapSection}
      <section aria-labelledby="lately" className="mt-16 grid gap-x-12 gap-y-8 border-t border-rule-strong pt-8 md:grid-cols-2">
        <h2 id="lately" className="text-2xl md:col-span-2">What changed lately</h2>
        <div>
          <h3 className="mb-3 text-lg">Releases</h3>
          <ReleaseList releases={releases} hrefOf={(number) => writeAddress(`/releases/${number}`, { theme: view.theme }, pin)} />
        </div>
        <div>
          <h3 className="mb-3 text-lg">Corrections</h3>
          <CorrectionList corrections={corrections} headingLevel={4} isBrief chartHref={(slug) => to(`/charts/${slug}`)} />
          <p className="mt-3 text-sm"><a href={writeAddress('/corrections', { theme: view.theme }, pin)}>All corrections</a></p>
        </div>
      </section>
      {late && <LateSources {...late} release={release} sourceHref={(id) => writeAddress(`/sources/${id}`, { theme: view.theme }, pin)} />}
    </>
  );
}
