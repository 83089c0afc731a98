import { ClaimTime } from '@/components/claims/claim-time';
import { sourceHref } from '@/components/charts/source-link';
import { writeAddress } from '@/lib/inputs/address';
import { pinOf } from '@/lib/inputs/site-links';
import type { View } from '@/lib/inputs/view';
import type { ChartRead } from '@/lib/reads/chart';
import { readIncident } from '@/lib/reads/incidents';
import { claimsHref } from './incident-links';

interface ChartClaimTimeProps {
  readonly chart: ChartRead;
  readonly view: View;
  readonly release: number;
}

/** Under a chart of claims: when each was said, and the way to all that is known of the incident. Nothing under other charts. */
export async function ChartClaimTime({ chart: { definition, model, rows }, view, release }: ChartClaimTimeProps) {
  if (definition.kind !== 'claims' || model.kind !== 'claims') return null;
  const read = await readIncident(release, definition.options.incidentId, view);
  if (read === null) return null;
  const path = `/charts/${definition.slug}`;
  const { incident, days } = read;
  return (
    <>
      <ClaimTime
        model={model} claims={rows.claims} days={days} asOf={view.asOf} start={incident.start} end={incident.end}
        hrefOf={(citations) => sourceHref(model.slug, citations)}
        dayHref={(asOf) => `${writeAddress(path, { ...view, asOf }, pinOf(view, release))}#said`}
      />
      <p className="mt-6"><a href={claimsHref(`/incidents/${incident.id}`, view, release)}>All that is known of this incident: {incident.title}</a></p>
    </>
  );
}
