import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { embedProps, oembedLinks } from '@/app/_embeds/embed-props';
import { cellAnchor } from '@/components/history/chart-history';
import { ChartFigure } from '@/components/charts/chart-figure';
import { EmbedSection } from '@/components/embed-dialog/embed-section';
import { ChartClaimTime } from '@/app/_incidents/chart-claim-time';
import { AboutNumber } from '@/components/about-number/about-number';
import { barredNames } from '@/app/_files/barred-names';
import { chartCitation } from '@/app/_files/chart-citation';
import { cardMetadata } from '@/app/_pictures/card-metadata';
import { CiteThis } from '@/components/cite/cite-this';
import { ChartDownloads } from '@/components/downloads/chart-downloads';
import { FeedLinks, FollowLine } from '@/components/layout/feed-links';
import { JsonLd } from '@/components/layout/json-ld';
import { PrintedFrom } from '@/components/layout/printed-from';
import { RevisedCells } from '@/components/history/revised-cells';
import { ChartChoices } from '@/components/view/chart-choices';
import { narrowableParts } from '@/components/view/narrowable';
import { ViewControls } from '@/components/view/view-controls';
import { ViewNotices } from '@/components/view/view-notices';
import { ViewStateInAddress } from '@/components/view/view-state';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { joinLanguage } from '@/lib/inputs/language-path';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { chartDataset } from '@/lib/json-ld/dataset';
import { readChart, strangeBreakdown, strangeSeries } from '@/lib/reads/chart';
import { readReleases } from '@/lib/reads/releases';
import { usableView } from '@/lib/refused-view';

export const dynamic = 'force-static';

/** Wider than any chart: a view may reach beyond what the chart usually shows, as far as there are rows. */
const WHOLE = { from: '2000-01-01', to: '2100-12-31' };

type ChartPageProps = PageProps<'/r/[release]/[lang]/[view]/charts/[slug]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: ChartPageProps): Promise<Metadata> {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return {};
  const canonical = writeAddress(`/charts/${slug}`, { asOf: view.asOf }, pinOf(view, release));
  return {
    title: chart.model.title,
    description: chart.model.description,
    ...cardMetadata(chart.model, usableView(chart, view), release),
    alternates: { canonical, types: { 'text/csv': `/charts/${slug}.csv`, 'application/json': `/charts/${slug}.json`, ...oembedLinks(chart.model.title, slug, view, release) } },
  };
}

export default async function ChartPage({ params }: ChartPageProps) {
  const { slug, ...rest } = await params;
  const { release, view, words } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) notFound();
  const { model, rows } = chart;
  const path = `/charts/${slug}`;
  const pin = pinOf(view, release);
  const published = (await readReleases(release))[0];
  const usable = usableView(chart, view);
  const historyHref = writeAddress(`${path}/history`, { asOf: view.asOf, breakdown: usable.breakdown, theme: view.theme }, pin);
  const citation = await chartCitation(model, usable, release);
  const whole = await readChart(release, slug, { ...view, ...WHOLE, series: [] }) ?? chart;
  const dropped = [
    ...view.dropped, ...(strangeSeries(chart, view.series).length > 0 ? ['series' as const] : []), ...(strangeBreakdown(chart, view) ? ['breakdown' as const] : []),
  ];
  return (
    <>
      <div className="pt-6">
        <ViewControls words={words} action={path} view={view} release={release} parts={narrowableParts(whole.definition, whole.model)} />
        <ViewNotices words={words} view={{ dropped }} />
        <ViewStateInAddress search={writeAddress('', view, pin)}>
          <ChartFigure
            model={model}
            headingLevel={1}
            modelUrl={writeAddress(`${path}.model.json`, { ...view, table: false, theme: null, history: false }, release)}
            tableOpen={view.table}
            controls={<ChartChoices words={words} path={path} view={view} release={release} model={model} breakdowns={chart.breakdowns} />}
            links={[{ label: 'History of every number', href: historyHref }]}
          />
        </ViewStateInAddress>
      </div>
      <ChartClaimTime chart={chart} view={view} release={release} />
      <RevisedCells model={model} historyHref={historyHref} />
      <AboutNumber
        model={model} rows={rows} methodsHref={writeAddress('/methods', { theme: view.theme }, pin)} cellHref={(cellId) => `${historyHref}#${cellAnchor(cellId)}`}
      />
      <EmbedSection {...await embedProps(chart, view, release)} />
      <ChartDownloads path={path} view={usable} release={release} barred={barredNames(chart, usable)} />
      {citation && <CiteThis {...citation} />}
      <div className="mt-8"><FollowLine words={words} path={path} what="changes of this chart" /></div>
      <FeedLinks path={joinLanguage(view.language, path)} title={`Changes of the chart: ${model.title}`} />
      {published && <JsonLd data={chartDataset({ definition: chart.definition, model, rows, view: usable, release: published, siteUrl: env().siteUrl })} />}
      {citation && <PrintedFrom words={words} address={citation.work.address} release={release} />}
    </>
  );
}
