import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChartFigure } from '@/components/charts/chart-figure';
import { readPreviewSite } from '@/lib/review/preview-site';
import { EmbargoBanner } from '../../embargo-banner';

export const metadata: Metadata = { title: 'A chart' };
export const dynamic = 'force-dynamic';

export default async function PreviewChartPage({ params }: PageProps<'/preview/[token]/charts/[slug]'>) {
  const { token, slug } = await params;
  const previewed = await readPreviewSite(token);
  if (previewed?.state !== 'open') notFound();
  const model = previewed.site.seen.after.charts.find(({ definition }) => definition.slug === slug)?.model;
  if (!model) notFound();
  return (
    <>
      <EmbargoBanner site={previewed.site} home={`/preview/${token}`} />
      <ChartFigure model={model} headingLevel={1} links={[{ label: 'CSV, under embargo', href: `/preview/${token}/charts/${slug}/csv` }]} />
    </>
  );
}
