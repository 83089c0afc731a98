import type { CiteThis } from '@/components/cite/cite-this';
import type { ComponentProps } from 'react';
import type { ChartModel } from '@/domain/chart/model';
import type { CitedWork } from '@/domain/cite';
import { chartFileResponse } from '@/lib/chart-file';
import { writeAddress } from '@/lib/inputs/address';
import { drawnOf, type View } from '@/lib/inputs/view';
import { missingChart } from '@/lib/problem';
import { answerChart } from './chart-question';
import { citedWork } from './cited-work';

/** A chart in this view as something to cite. */
export function chartWork({ slug, title, description }: ChartModel, view: View, release: number): Promise<CitedWork | null> {
  return citedWork({ id: slug, title, abstract: description, path: `/charts/${slug}`, view, release });
}

/** What the page of a chart says on how to cite it. */
export async function chartCitation(model: ChartModel, view: View, release: number): Promise<ComponentProps<typeof CiteThis> | null> {
  const work = await chartWork(model, view, release);
  if (work === null) return null;
  const file = (extension: string): string => writeAddress(`/charts/${model.slug}.${extension}`, drawnOf(view), release);
  return {
    work,
    files: { bib: file('bib'), ris: file('ris'), csl: file('csl.json') },
    publishers: [...new Set(model.citations.map(({ source }) => source.publisher))],
    sourcesHref: model.citations.length === 0 ? null : `#${model.slug}-source-1`,
  };
}

interface CitationFile {
  readonly extension: 'bib' | 'ris' | 'csl.json';
  readonly contentType: string;
  readonly print: (work: CitedWork) => string;
}

/** The reference to a chart as a file that a reference manager opens. */
export function answerCitation(params: Parameters<typeof answerChart>[0], { extension, contentType, print }: CitationFile): Promise<Response> {
  return answerChart(params, async ({ slug, release, view, chart }) => {
    const work = await chartWork(chart.model, view, release);
    if (work === null) return missingChart(slug);
    return chartFileResponse({ slug, release, asOf: view.asOf, extension, contentType, body: print(work) });
  });
}
