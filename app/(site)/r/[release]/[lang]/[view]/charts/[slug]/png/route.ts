import { factsOf } from '@/components/picture/metadata';
import { chartFileResponse } from '@/lib/chart-file';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { drawPng } from '@/lib/picture/png';
import { missingChart } from '@/lib/problem';
import { readChart } from '@/lib/reads/chart';
import { refusedView } from '@/lib/refused-view';
import { chartPicture } from '@/app/_pictures/chart-picture';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart as pixels, the same as the SVG, with its title, source, release and address inside the file. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/png'>) {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const chart = await readChart(release, slug, view);
  if (!chart) return missingChart(slug);
  const refusal = refusedView(chart, view);
  if (refusal) return refusal;
  const picture = chartPicture(chart.model, view, release);
  const facts = factsOf(chart.model, picture.address);
  const texts = {
    Title: facts.title,
    Description: facts.description,
    Source: `${facts.address}\n${facts.sources.join('\n')}`,
    Copyright: `Frontier Ledger, CC BY 4.0, ${facts.licence}`,
    Software: 'Frontier Ledger',
    Release: String(release),
    ...(facts.asOf === null ? {} : { 'As known on': facts.asOf }),
  };
  const body = await drawPng({ svg: picture.svg(''), scale: view.scale, texts });
  return chartFileResponse({ slug, release, asOf: view.asOf, extension: 'png', contentType: 'image/png', body });
}
