import { chartRecords } from '@/domain/chart/records';
import { printCsv } from '@/lib/csv';
import { readPreviewSite } from '@/lib/review/preview-site';

export const dynamic = 'force-dynamic';

const PRIVATE = { 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex, nofollow', 'X-Content-Type-Options': 'nosniff' };

/** The file as it will be, for whoever holds the link. */
export async function GET(_request: Request, { params }: RouteContext<'/preview/[token]/charts/[slug]/csv'>) {
  const { token, slug } = await params;
  const previewed = await readPreviewSite(token);
  const after = previewed?.state === 'open' ? previewed.site.seen.after : null;
  const chart = after?.charts.find(({ definition }) => definition.slug === slug);
  if (!after || !chart || chart.model === null) return new Response('This link opens nothing.\n', { status: 404, headers: { ...PRIVATE, 'Content-Type': 'text/plain; charset=utf-8' } });
  const { columns, records } = chartRecords(chart.definition, after.rows, chart.model, { history: false });
  return new Response(printCsv(columns, records), {
    headers: { ...PRIVATE, 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="embargo-${slug}.csv"` },
  });
}
