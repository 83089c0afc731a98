import 'server-only';
import type { Database } from '@/db/client';
import { findTakenIds } from '@/db/queries/find-taken-ids';
import type { Claim, Incident, Place } from '@/domain/claim';
import type { RowContents } from '@/domain/draft';
import { asRecorded } from './form-stock';
import { readDeskRows, readLivingRows, type DeskRow } from './desk-rows';

export interface ClaimsDeskRead {
  readonly incident: Incident;
  readonly places: readonly Place[];
  /** In the order in which they were said. */
  readonly claims: readonly DeskRow<'claim'>[];
  readonly claimants: readonly { readonly id: string; readonly label: string; readonly lens: Claim['lens']; readonly wordings: readonly string[] }[];
  readonly losses: Readonly<Record<string, string>>;
  readonly takenIds: readonly string[];
  readonly sources: readonly { readonly id: string; readonly title: string; readonly publisher: string; readonly publishedOn: string | null }[];
}

/** The table of who says what about an incident, or null where there is no such incident. */
export async function readClaimsDesk(db: Database, changesetId: string, incidentId: string): Promise<ClaimsDeskRead | null> {
  const incident = (await readDeskRows(db, changesetId, 'incident')).find(({ id }) => id === incidentId);
  if (incident === undefined) return null;
  const [all, organisations, allPlaces, sources, takenIds] = await Promise.all([
    readDeskRows(db, changesetId, 'claim'), readLivingRows(db, changesetId, 'organisation'), readLivingRows(db, changesetId, 'place'), readLivingRows(db, changesetId, 'source'),
    findTakenIds(db, 'claim'),
  ]);
  const places = allPlaces.filter(({ id }) => incident.content.placeIds.includes(id));
  const claims = all.filter(({ content }) => content.incidentId === incidentId).toSorted((a, b) => compare(a.content, b.content));
  const contents = all.map(({ content }) => content);
  return {
    incident: asRecorded(incident),
    places: places.map(asRecorded),
    claims,
    claimants: organisations
      .map(({ id, content: { shortName, lens } }) => ({ id, label: shortName, lens, wordings: wordingsOf(contents.filter(({ claimantId }) => claimantId === id)) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
    losses: Object.fromEntries(contents.map(({ lossesOfName, lossesOf }) => [lossesOfName, lossesOf])),
    takenIds,
    sources: sources.map(({ id, content: { title, publisher, publishedOn } }) => ({ id, title, publisher, publishedOn })),
  };
}

function compare(a: RowContents['claim'], b: RowContents['claim']): number {
  const [one, other] = [a.saidOn ?? '', b.saidOn ?? ''];
  return one < other ? -1 : one > other ? 1 : 0;
}

function wordingsOf(claims: readonly RowContents['claim'][]): string[] {
  const counts = new Map<string, number>();
  for (const { claimantAs } of claims) counts.set(claimantAs, (counts.get(claimantAs) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([wording]) => wording);
}
