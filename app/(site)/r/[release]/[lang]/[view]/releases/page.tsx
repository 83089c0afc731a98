import type { Metadata } from 'next';
import { FollowLine } from '@/components/layout/feed-links';
import { PageHeading } from '@/components/layout/page-heading';
import { ReleaseList } from '@/components/layout/release-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readReleases } from '@/lib/reads/releases';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Releases',
  description: 'Every numbered release of the ledger: what was added, updated, corrected and withdrawn, by whom, and when.',
  alternates: { canonical: '/releases' },
};

export function generateStaticParams() {
  return [];
}

export default async function ReleasesPage({ params }: PageProps<'/r/[release]/[lang]/[view]/releases'>) {
  const { release, view, words } = readInternalParams(await params);
  const releases = await readReleases(release);
  return (
    <>
      <PageHeading title="Releases">
        <p>
          The ledger is published in numbered releases. A release answers the same for ever: add <code>?release=1</code> to any address to read it as it was.
        </p>
      </PageHeading>
      <AsOfControl words={words} action="/releases" view={view} release={release} />
      <ViewNotices words={words} view={view} />
      <div className="max-w-3xl pt-8">
        <ReleaseList releases={releases} hrefOf={(number) => writeAddress(`/releases/${number}`, { theme: view.theme }, pinOf(view, release))} />
        <div className="mt-10 border-t border-rule pt-3"><FollowLine words={words} path="/releases" what="new releases" /></div>
      </div>
    </>
  );
}
