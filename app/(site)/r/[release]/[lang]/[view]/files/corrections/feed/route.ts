import { feedResponse } from '@/lib/feeds/feed-response';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { readCorrectionsFeed } from '@/lib/reads/feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/files/corrections/feed'>) {
  const { release } = readInternalParams(await params);
  return feedResponse(await readCorrectionsFeed(release), 'feed');
}
