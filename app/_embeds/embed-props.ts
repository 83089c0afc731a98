import type { EmbedSectionProps } from '@/components/embed-dialog/embed-section';
import { legendOf } from '@/components/charts/legend';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import { drawnOf, type View } from '@/lib/inputs/view';
import { type ChartRead, ownSeries, readChart, strangeBreakdown } from '@/lib/reads/chart';
import { embedFacts } from './embed-facts';

/** What the embed section of a chart's page shows: the reader's view, pinned to the release before him. */
export async function embedProps(chart: ChartRead, view: View, release: number): Promise<EmbedSectionProps> {
  const { model, definition } = chart;
  const own = ownSeries(definition);
  const breakdown = strangeBreakdown(chart, view) ? null : view.breakdown;
  const series = view.series.filter((id) => own.includes(id));
  const whole = series.length === 0 ? chart : await readChart(release, model.slug, { ...view, series: [] });
  const names = whole?.model.kind === 'periods' ? whole.model.legend : [];
  return {
    subject: { slug: model.slug, release, siteUrl: env().siteUrl },
    facts: embedFacts(model, view, release),
    choice: { mode: 'pinned', hide: [], view: { ...drawnOf(view), series, breakdown, theme: null, table: false } },
    hasPeriods: model.kind === 'periods' || model.kind === 'closures' || model.kind === 'closed-days',
    hasLens: model.kind === 'claims',
    hasLegend: legendOf(model).items.length > 0,
    breakdowns: chart.breakdowns,
    series: names.filter(({ id }) => own.includes(id)).map(({ id, label }) => ({ id, label })),
  };
}

/** Where consumers of oEmbed learn how to embed this page. */
export function oembedLinks(title: string, slug: string, view: View, release: number): Record<string, { url: string; title: string }[]> {
  const { siteUrl } = env();
  const page = `${siteUrl}${writeAddress(`/charts/${slug}`, drawnOf(view), pinOf(view, release))}`;
  const link = (format: 'json' | 'xml'): { url: string; title: string }[] => [{ url: `${siteUrl}/api/oembed?url=${encodeURIComponent(page)}&format=${format}`, title }];
  return { 'application/json+oembed': link('json'), 'text/xml+oembed': link('xml') };
}
