import { answerCitation } from '@/app/_files/chart-citation';
import { cslJson } from '@/domain/cite';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

/** The chart in this view as a reference: CSL-JSON. */
export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/csl'>) {
  return answerCitation(params, { extension: 'csl.json', contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8', print: cslJson });
}
