import type { Metadata } from 'next';
import { PageHeading } from '@/components/layout/page-heading';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readChartDefinitions } from '@/lib/reads/chart';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Charts',
  description: 'Every chart of the ledger with what it counts; each has its table, its sources and its files.',
  alternates: { canonical: '/charts' },
};

export function generateStaticParams() {
  return [];
}

export default async function ChartsPage({ params }: PageProps<'/r/[release]/[lang]/[view]/charts'>) {
  const { release, view, words } = readInternalParams(await params);
  const definitions = await readChartDefinitions(release);
  return (
    <>
      <PageHeading title="Charts">
        <p>Each chart has its table, its sources and its files, and can be read as of any day or release.</p>
      </PageHeading>
      <AsOfControl words={words} action="/charts" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <ul className="grid gap-x-12 border-t border-rule-strong md:grid-cols-2">
        {definitions.map((definition) => (
          <li key={definition.slug} className="border-b border-rule py-6">
            <h2 className="text-xl sm:text-2xl">
              <a href={writeAddress(`/charts/${definition.slug}`, { theme: view.theme }, pinOf(view, release))}>{definition.title}</a>
            </h2>
            <p className="mt-1 text-muted">{definition.subtitle}</p>
            <p className="mt-2 max-w-prose text-[0.9375rem]">{definition.countingRule}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
