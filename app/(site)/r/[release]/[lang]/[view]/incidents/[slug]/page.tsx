import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { citedWork } from '@/app/_files/cited-work';
import { claimsHref, figureSource, lensHrefs } from '@/app/_incidents/incident-links';
import { ChartFigure } from '@/components/charts/chart-figure';
import { CiteThis } from '@/components/cite/cite-this';
import { AccountGrid, AccountHead } from '@/components/claims/account-grid';
import { AccountSentences } from '@/components/claims/account-sentences';
import { ClaimTime } from '@/components/claims/claim-time';
import { IncidentFiles } from '@/components/claims/incident-files';
import { IncidentHeading } from '@/components/claims/incident-heading';
import { LensLinks } from '@/components/claims/lens-links';
import { SIDES } from '@/components/claims/lens-sign';
import { CitationList } from '@/components/sources/citation-list';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { whenOf } from '@/domain/chart/incident-definition';
import { writeAddress } from '@/lib/inputs/address';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { pinOf } from '@/lib/inputs/site-links';
import { readIncident } from '@/lib/reads/incidents';

export const dynamic = 'force-static';

type IncidentPageProps = PageProps<'/r/[release]/[lang]/[view]/incidents/[slug]'>;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: IncidentPageProps): Promise<Metadata> {
  const { slug, ...rest } = await params;
  const { release, view } = readInternalParams(rest);
  const read = await readIncident(release, slug, view);
  if (!read) return {};
  const path = `/incidents/${slug}`;
  return {
    title: `${read.incident.title}: who says what`,
    description: read.model.altText,
    alternates: {
      canonical: writeAddress(path, { asOf: view.asOf, lens: view.lens }, pinOf(view, release)),
      types: { 'text/csv': `${path}.csv`, 'application/json': `${path}.json` },
    },
  };
}

export default async function IncidentPage({ params }: IncidentPageProps) {
  const { slug, ...rest } = await params;
  const { release, view, words } = readInternalParams(rest);
  const read = await readIncident(release, slug, view);
  if (!read) notFound();
  const { incident, places, model, accounts, days, counts, charts } = read;
  const path = `/incidents/${slug}`;
  const work = await citedWork({ id: model.slug, title: `${incident.title}: who says what`, abstract: model.description, path, view, release });
  const hasBegun = view.asOf === null || incident.start <= view.asOf;
  const hrefOf = (citations: readonly number[]): string => figureSource(model.slug, citations);
  const sides = SIDES.map(({ lens }) => lens).filter((lens) => model.marks.some((mark) => mark.lens === lens));
  const dayHref = (asOf: string | null): string => `${writeAddress(path, { asOf, lens: view.lens, theme: view.theme }, pinOf(view, release))}#said`;
  return (
    <>
      <IncidentHeading incident={incident} places={places} listHref={claimsHref('/incidents', view, release)} isHidden={!hasBegun} />
      <ViewNotices words={words} view={view} />
      <LensLinks lens={view.lens} hrefs={lensHrefs(path, view, release)} counts={counts} />
      <div className="mt-4"><AsOfControl words={words} action={path} view={view} release={release} /></div>
      <div className="mt-6">
        <AccountSentences accounts={accounts.filter(({ measure }) => measure === 'killed')} hrefOf={hrefOf} />
      </div>
      <div className="mt-10">
        <ChartFigure
          model={model}
          headingLevel={2}
          modelUrl={writeAddress(`${path}.model.json`, { asOf: view.asOf, lens: view.lens, language: view.language, digits: view.digits }, release)}
          links={charts.map((chart) => ({ label: `As a chart to embed and to cite: ${chart.title}`, href: claimsHref(`/charts/${chart.slug}`, view, release) }))}
        />
      </div>
      {accounts.length > 0 && (
        <section aria-labelledby="stands" className="mt-14 border-t border-rule-strong pt-6">
          <h2 id="stands" className="text-2xl">What each of them stands by</h2>
          <p className="mt-2 mb-4 max-w-prose text-muted">The last word of each claimant on each side’s losses, and what he had said before. Figures of different claimants are not added.</p>
          <AccountHead sides={sides} />
          <AccountGrid accounts={accounts} sides={sides} hrefOf={hrefOf} year={incident.start.slice(0, 4)} />
        </section>
      )}
      <ClaimTime model={model} claims={read.rows.claims} days={days} asOf={view.asOf} start={incident.start} end={incident.end} hrefOf={hrefOf} dayHref={dayHref} />
      {hasBegun && incident.citations.length > 0 && (
        <section aria-labelledby="event-sources" className="mt-14 border-t border-rule-strong pt-6">
          <h2 id="event-sources" className="mb-3 text-2xl">What the event itself rests on</h2>
          <div className="chart-figure"><CitationList citations={incident.citations} idPrefix="event" /></div>
        </section>
      )}
      <IncidentFiles path={path} view={view} release={release} />
      {work !== null && (
        <CiteThis
          work={work} files={null} publishers={[...new Set(model.citations.map(({ source }) => source.publisher))]}
          sourcesHref={model.citations.length === 0 ? null : `#${model.slug}-source-1`}
        />
      )}
      <p className="mt-8 text-sm text-muted">{incident.isAggregate ? 'Total' : 'Incident'} of {whenOf(incident)}. <a href={claimsHref('/incidents', view, release)}>All incidents</a></p>
    </>
  );
}
