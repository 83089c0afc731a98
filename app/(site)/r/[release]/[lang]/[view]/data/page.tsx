import type { Metadata } from 'next';
import { ledgerPackage } from '@/app/_files/data-package';
import { CiteThis } from '@/components/cite/cite-this';
import { PackageContents } from '@/components/downloads/package-contents';
import { PackageOffer } from '@/components/downloads/package-offer';
import { JsonLd } from '@/components/layout/json-ld';
import { PageHeading } from '@/components/layout/page-heading';
import { PrintedFrom } from '@/components/layout/printed-from';
import { Prose } from '@/components/layout/prose';
import { ViewNotices } from '@/components/view/view-notices';
import { AsOfControl } from '@/components/view/as-of-control';
import { publishersOf } from '@/domain/package/descriptor';
import { env } from '@/lib/env';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { ledgerDataset } from '@/lib/json-ld/dataset';

export const dynamic = 'force-static';

type DataPageProps = PageProps<'/r/[release]/[lang]/[view]/data'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: DataPageProps): Promise<Metadata> {
  const { release, view } = readInternalParams(await params);
  return {
    title: 'All data',
    description: 'The whole ledger in one archive: readings, closures, incidents, claims and their sources, with a description of every column.',
    alternates: { canonical: writeAddress('/data', { asOf: view.asOf }, pinOf(view, release)), types: { 'application/zip': writeAddress('/data.zip', { asOf: view.asOf }, pinOf(view, release)), 'application/ld+json': writeAddress('/catalog.jsonld', {}, pinOf(view, release)) } },
  };
}

export default async function DataPage({ params }: DataPageProps) {
  const { release, view, words } = readInternalParams(await params);
  const found = await ledgerPackage(release, view);
  const pin = pinOf(view, release);
  const published = found?.rows.releases.find(({ number }) => number === release);
  const link = (path: string): string => writeAddress(path, { theme: view.theme }, pin);
  return (
    <>
      <PageHeading title="All data">
        <p>The whole ledger in one archive: every reading, closure, incident and claim with its sources, and a description of every column.</p>
      </PageHeading>
      <ViewNotices words={words} view={view} />
      <div className="mb-8"><AsOfControl words={words} action="/data" view={view} release={release} /></div>
      {found === null ? <p className="max-w-prose">Nothing is published yet.</p> : (
        <>
          {published && <JsonLd data={ledgerDataset({ release: published, siteUrl: env().siteUrl })} />}
          <PackageOffer
            release={found.rows.release}
            asOf={view.asOf}
            bytes={found.archive.byteLength}
            sha256={found.sha256}
            fixedHref={writeAddress('/data.zip', { asOf: view.asOf }, { ...pin, release })}
            liveHref={view.pinned ? null : writeAddress('/data.zip', { asOf: view.asOf }, { ...pin, release: null })}
            leftOut={found.rows.leftOut.map(({ series, readings }) => ({ id: series.id, readings }))}
          />
          <PackageContents files={found.files} />
          <section aria-labelledby="older" className="mt-14 border-t border-rule-strong pt-6">
            <h2 id="older" className="text-2xl">Other releases</h2>
            <ul className="mt-4 max-w-3xl divide-y divide-rule border-y border-rule">
              {found.rows.releases.map(({ number, title, publishedAt }) => (
                <li key={number} className="flex flex-wrap items-center gap-x-5 py-2">
                  <a href={link(`/releases/${number}`)} className="inline-flex min-h-8 grow items-center">Release {number}: {title}</a>
                  <span className="text-sm text-muted">{publishedAt.slice(0, 10)}</span>
                  <a href={writeAddress('/data.zip', {}, { ...pin, release: number })} aria-label={`All data of release ${number}, ZIP`} className="inline-flex min-h-8 items-center">ZIP</a>
                </li>
              ))}
            </ul>
          </section>
          <CiteThis work={found.work} files={null} publishers={[]} sourcesHref={null} />
          <section aria-labelledby="use" className="mt-14 border-t border-rule-strong pt-6">
            <Prose>
              <h2 id="use">How to use it</h2>
              <p>
                The archive is a <a href="https://datapackage.org/">Data Package</a>: plain CSV files, and one file that says of each column what it is. Programs that know the standard open it as it is; to all others it is a folder of tables.
              </p>
              <p>
                Programs that want a part, or the answer of another day, ask the <a href={link('/data/api')}>read API</a>. Single charts can be had as CSV, XLSX, JSON, PNG and SVG from <a href={link('/charts')}>their pages</a>; beside every CSV, at its address with -metadata.json behind it, stands what each column holds. Other catalogues read ours at <a href={writeAddress('/catalog.jsonld', {}, pin)}>catalog.jsonld</a> (DCAT). What may be compared with what is under <a href={link('/methods')}>methods</a>; it is also in the archive’s README.
              </p>
              <h2>Rights</h2>
              <p>
                The compilation is licensed under <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. The documents it leans on stay with {publishersOf(found.rows).length} publishers, who are all named in the archive and under{' '}
                <a href={link('/sources')}>sources</a>; only facts, figures and short quotes were taken from them.
              </p>
            </Prose>
          </section>
          <PrintedFrom words={words} address={found.work.address} release={release} />
        </>
      )}
    </>
  );
}
