import type { Metadata } from 'next';
import { claimsHref, figureSource, lensHrefs } from '@/app/_incidents/incident-links';
import { AccountHead } from '@/components/claims/account-grid';
import { ClaimTotals } from '@/components/claims/claim-totals';
import { IncidentEntry } from '@/components/claims/incident-entry';
import { IncidentFiles } from '@/components/claims/incident-files';
import { LensLinks } from '@/components/claims/lens-links';
import { SIDES } from '@/components/claims/lens-sign';
import { PageHeading } from '@/components/layout/page-heading';
import { AsOfControl } from '@/components/view/as-of-control';
import { ViewNotices } from '@/components/view/view-notices';
import { readInternalParams } from '@/lib/inputs/internal-params';
import { type IncidentRead, readIncidents } from '@/lib/reads/incidents';

export const dynamic = 'force-static';
export const metadata: Metadata = {
  title: 'Incidents',
  description: 'Clashes and strikes on the Pakistan–Afghanistan frontier, with what each side and others say about the losses, side by side and never added.',
  alternates: { canonical: '/incidents', types: { 'text/csv': '/incidents.csv', 'application/json': '/incidents.json' } },
};

export function generateStaticParams() {
  return [];
}

function byYear(incidents: readonly IncidentRead[]): readonly (readonly [year: string, incidents: readonly IncidentRead[]])[] {
  const years = [...new Set(incidents.map(({ incident }) => incident.start.slice(0, 4)))];
  return years.map((year) => [year, incidents.filter(({ incident }) => incident.start.startsWith(year))]);
}

export default async function IncidentsPage({ params }: PageProps<'/r/[release]/[lang]/[view]/incidents'>) {
  const { release, view, words } = readInternalParams(await params);
  const { incidents, totals, organisations } = await readIncidents(release, view);
  const single = byYear(incidents.filter(({ incident }) => !incident.isAggregate));
  const aggregates = incidents.filter(({ incident }) => incident.isAggregate);
  const shown = new Set(incidents.flatMap(({ model }) => model.marks.map(({ lens }) => lens)));
  const sides = SIDES.map(({ lens }) => lens).filter((lens) => shown.has(lens));
  const silence = view.lens === 'all' ? 'No claim about losses is on record.' : 'This side’s account is not on record.';
  const entry = ({ incident, places, accounts, model }: IncidentRead) => {
    const href = claimsHref(`/incidents/${incident.id}`, view, release);
    return (
      <IncidentEntry
        key={incident.id} incident={incident} places={places} accounts={accounts} sides={sides} silence={silence} href={href}
        hrefOf={(citations) => `${href}${figureSource(model.slug, citations)}`}
      />
    );
  };
  return (
    <>
      <PageHeading title="Incidents, and who says what about them">
        <p>Clashes, strikes and raids on the frontier, the newest first. Each figure is what somebody said about somebody’s losses; where accounts differ, all of them stand.</p>
      </PageHeading>
      <ViewNotices words={words} view={view} />
      <LensLinks lens={view.lens} hrefs={lensHrefs('/incidents', view, release)} />
      <div className="mt-4"><AsOfControl words={words} action="/incidents" view={view} release={release} /></div>
      <nav aria-label="Years" className="year-links">
        {single.map(([year, ofYear]) => <a key={year} href={`#year-${year}`}>{year} <span className="lens-count">{ofYear.length}</span></a>)}
        {aggregates.length > 0 && <a href="#totals-over-time">Totals that overlap <span className="lens-count">{aggregates.length}</span></a>}
        {totals.length > 0 && <a href="#sums">Sums of one claimant <span className="lens-count">{totals.length}</span></a>}
      </nav>
      {incidents.length === 0 && <p className="mt-8 max-w-prose">Nothing had happened yet that the ledger knows of.</p>}
      {single.map(([year, ofYear]) => (
        <section key={year} aria-labelledby={`year-${year}`} className="incident-year">
          <h2 id={`year-${year}`}>{year}</h2>
          <AccountHead sides={sides} />
          <ul>{ofYear.map(entry)}</ul>
        </section>
      ))}
      {aggregates.length > 0 && (
        <section aria-labelledby="totals-over-time" className="incident-year incident-aggregates">
          <h2 id="totals-over-time">Totals that overlap the incidents</h2>
          <p className="max-w-prose text-muted">
            These count losses over a week or a quarter. They hold losses of incidents above, and of incidents that are not listed, so they stand apart and are never added to anything.
          </p>
          <AccountHead sides={sides} />
          <ul>{aggregates.map(entry)}</ul>
        </section>
      )}
      <ClaimTotals
        totals={totals} incidents={incidents.map(({ incident }) => incident)} names={new Map(organisations.map(({ id, shortName }) => [id, shortName]))}
        hrefOf={(claim) => {
          const model = incidents.find(({ incident }) => incident.id === claim.incidentId)?.model;
          const mark = model?.marks.find(({ id }) => id === claim.id);
          return `${claimsHref(`/incidents/${claim.incidentId}`, view, release)}${figureSource(model?.slug ?? '', mark?.citations ?? [])}`;
        }}
      />
      <IncidentFiles path="/incidents" view={view} release={release} />
    </>
  );
}
