import { answerCitation } from '@/app/_files/chart-citation';
import { ris } from '@/domain/cite';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart in this view as a reference: RIS. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/ris'>) {
  return answerCitation(params, { extension: 'ris', contentType: 'application/x-research-info-systems; charset=utf-8', print: ris });
}
