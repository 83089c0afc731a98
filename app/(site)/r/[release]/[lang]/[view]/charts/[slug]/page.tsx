import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { embedProps, oembedLinks } from '@/app/_embeds/embed-props';
import { ChartFigure } from '@/components/charts/chart-figure';
import { EmbedSection } from '@/components/embed-dialog/embed-section';
import { AboutNumber } from '@/components/layout/about-number';
import { chartCitation } from '@/app/_files/chart-citation';
import { CiteThis } from '@/components/cite/cite-this';
import { ChartDownloads } from '@/components/downloads/chart-downloads';
import { RevisedCells } from '@/components/layout/revised-cells';
import { ViewForm } from '@/components/layout/view-form';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readChart, strangeSeries } from '@/lib/reads/chart';

export const dynamic = 'force-static';

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
    alternates: { canonical, types: { 'text/csv': `/charts/${slug}.csv`, 'application/json': `/charts/${slug}.json`, ...oembedLinks(chart.model.title, slug, view, release) } },
  };
}

export default async function ChartPage({ params }: ChartPageProps) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) notFound();
  const { model, rows } = chart;
  const path = `/charts/${slug}`;
  const citation = await chartCitation(model, view, release);
  const dropped = strangeSeries(chart, view.series).length > 0 ? [...view.dropped, 'series' as const] : view.dropped;
  return (
    <>
      <ViewNotices view={{ dropped }} />
      <div className="pt-8">
        <ChartFigure
          model={model}
          headingLevel={1}
          modelUrl={writeAddress(`${path}.model.json`, { ...view, table: false, theme: null, history: false }, release)}
          tableOpen={view.table}
        />
      </div>
      <section aria-labelledby="view" className="mt-12">
        <h2 id="view" className="mb-3 text-2xl">The same chart, at another time</h2>
        <ViewForm
          action={path}
          view={view}
          release={release}
          hasPeriods={model.kind === 'periods' || model.kind === 'closures' || model.kind === 'closed-days'}
          hasLens={model.kind === 'claims'}
        />
      </section>
      <RevisedCells model={model} />
      <AboutNumber description={model.description} rows={rows} />
      <EmbedSection {...await embedProps(chart, view, release)} />
      <ChartDownloads path={path} view={view} release={release} />
      {citation && <CiteThis {...citation} />}
    </>
  );
}
