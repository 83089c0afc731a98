import { answerCitation } from '@/app/_files/chart-citation';
import { bibtex } from '@/domain/cite';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart in this view as a reference: BibTeX. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/bib'>) {
  return answerCitation(params, { extension: 'bib', contentType: 'application/x-bibtex; charset=utf-8', print: bibtex });
}
