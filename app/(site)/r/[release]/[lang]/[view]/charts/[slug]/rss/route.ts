import { feedResponse } from '@/lib/feeds/feed-response';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { missingChart } from '@/lib/problem';
import { readChartFeed } from '@/lib/reads/feeds';

export const dynamic = 'force-static';

export function generateStaticParams() {
  return [];
}

export async function GET(_request: Request, { params }: RouteContext<'/r/[release]/[lang]/[view]/charts/[slug]/rss'>) {
  const { slug, ...rest } = await params;
  const { release } = readInternalParams(rest);
  const feed = await readChartFeed(release, slug);
  return feed ? feedResponse(feed, 'rss') : missingChart(slug);
}
